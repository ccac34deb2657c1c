// SPDX-License-Identifier: GPL-3.0-or-later
// Reduces a message to what its kin share: numbers, hex, UUIDs, addresses, quoted text, paths and
// times are masked, the words stay. Pure; allocates only while `out` grows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ingest::metrics {

inline constexpr std::size_t kFingerprintBytes = 200;

// Replaces `out` by the fingerprint, at most kFingerprintBytes long, of which <num>, <hex>, <uuid>,
// <email>, <ip>, <str>, <path> and <time> stand for what was there. White space is folded. The
// fingerprint of a fingerprint is itself.
void fingerprint(std::string_view message, std::string &out);

} // namespace ingest::metrics
