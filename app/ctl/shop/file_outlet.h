// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a service's messages to a stream, one a line, heartbeats and goodbyes among them.
#pragma once

#include "app/ctl/shop/outlet.h"

#include <ostream>

namespace app::shop {

class FileOutlet final : public Outlet
{
public:
    // `stream` outlives the outlet; several services may share it.
    explicit FileOutlet(std::ostream &stream) : m_stream(stream) {}

    void send(std::string_view, std::string_view payload) override { m_stream << payload << '\n'; }

private:
    std::ostream &m_stream;
};

} // namespace app::shop
