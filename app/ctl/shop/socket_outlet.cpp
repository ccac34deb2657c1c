// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/socket_outlet.h"

#include "ingest/transport/publisher.h"

#include <charconv>
#include <iostream>

namespace app::shop {

namespace {

using ingest::transport::Publisher;

class SocketOutlet final : public Outlet
{
public:
    explicit SocketOutlet(Publisher publisher) : m_publisher(std::move(publisher)) {}

    void send(std::string_view topic, std::string_view payload) override
    {
        m_publisher.send(topic, payload);
    }
    void kill() override { m_publisher.kill(); }
    void close() override { m_publisher.close(); }

private:
    Publisher m_publisher;
};

// "tcp://127.0.0.1:5600" with 2 is "tcp://127.0.0.1:5602"; anything without a port stays.
std::string portPlus(const std::string &endpoint, unsigned number)
{
    const std::size_t colon = endpoint.rfind(':');
    unsigned port = 0;
    const char *end = endpoint.data() + endpoint.size();
    const auto parsed = std::from_chars(endpoint.data() + colon + 1, end, port);
    if (colon == std::string::npos || parsed.ec != std::errc{} || parsed.ptr != end)
        return endpoint;
    return endpoint.substr(0, colon + 1) + std::to_string(port + number);
}

} // namespace

std::unique_ptr<Outlet> openSocket(const std::string &connect, const std::string &bind,
                                   Service service)
{
    Publisher::Options options;
    options.bind = !bind.empty();
    const auto number = static_cast<unsigned>(service);
    Publisher publisher(options.bind ? portPlus(bind, number) : connect, options);
    if (const auto problem = publisher.open())
        std::cerr << "shop: " << nameOf(service) << " cannot publish: " << *problem << "\n";
    return std::make_unique<SocketOutlet>(std::move(publisher));
}

} // namespace app::shop
