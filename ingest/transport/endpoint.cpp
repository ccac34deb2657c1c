// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/endpoint.h"

#include <charconv>

namespace ingest::transport {

namespace {

constexpr std::string_view kTcp = "tcp://";

} // namespace

bool staysOnThisMachine(std::string_view endpoint)
{
    if (endpoint.starts_with("ipc://") || endpoint.starts_with("inproc://"))
        return true;
    if (!endpoint.starts_with(kTcp))
        return false;
    const std::string_view address = endpoint.substr(kTcp.size());
    const std::string_view host = address.substr(0, address.rfind(':'));
    return host.starts_with("127.") || host == "localhost" || host == "[::1]" || host == "::1";
}

std::string endpointProblem(std::string_view endpoint)
{
    constexpr std::string_view kExpected = "expected tcp://HOST:PORT such as tcp://127.0.0.1:5556";
    for (const std::string_view local : {"ipc://", "inproc://"})
        if (endpoint.starts_with(local))
            return endpoint.size() > local.size() ? "" : std::string(kExpected);
    if (!endpoint.starts_with(kTcp))
        return std::string(kExpected);
    const std::string_view address = endpoint.substr(kTcp.size());
    const std::size_t colon = address.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::string(kExpected);
    const std::string_view port = address.substr(colon + 1);
    if (port == "*")
        return "";
    unsigned number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (error != std::errc{} || end != port.data() + port.size() || number > 65'535)
        return "expected a port from 1 to 65535 behind the last colon";
    return "";
}

} // namespace ingest::transport
