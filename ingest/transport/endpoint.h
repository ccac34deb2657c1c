// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said about an endpoint from its text alone. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace ingest::transport {

// tcp:// to 127.0.0.0/8, localhost or [::1]; ipc:// and inproc:// as well.
[[nodiscard]] bool staysOnThisMachine(std::string_view endpoint);

// Empty for tcp://host:port, ipc://path and inproc://name; else what is expected.
[[nodiscard]] std::string endpointProblem(std::string_view endpoint);

} // namespace ingest::transport
