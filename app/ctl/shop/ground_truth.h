// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated shop really did, sent and planted, so that what a dashboard says can be held
// against it. Counted from the events as they go out, without any code of the engine. Grows with
// the run: for tests, not for weeks.
#pragma once

#include "app/ctl/shop/planned_event.h"
#include "app/ctl/shop/scenario.h"

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace app::shop {

class GroundTruth
{
public:
    struct Epoch
    {
        std::string epoch;
        std::uint64_t handedOver = 0; // numbered and given to ZeroMQ or written
        bool goodbye = false;
    };

    // The service numbered the event and handed it over.
    void sent(const PlannedEvent &event);
    // The service was down: the event exists for nobody.
    void unpublished() { ++m_unpublished; }
    void ended(Service service, Epoch epoch);

    // Pretty-printed JSON.
    [[nodiscard]] std::string toJson(const Plan &plan, std::uint64_t seed) const;

private:
    void follow(const PlannedEvent &event);

    std::uint64_t m_sent = 0;
    std::uint64_t m_unpublished = 0;
    ingest::Timestamp m_first{};
    ingest::Timestamp m_last{};
    std::map<std::string_view, std::uint64_t> m_byType;
    std::map<std::string_view, std::uint64_t> m_byCategory;
    std::array<std::vector<Epoch>, kServiceNames.size()> m_epochs;
    std::int64_t m_revenueMinor = 0;
    std::vector<double> m_lcpMs;
    std::unordered_map<std::uint64_t, std::size_t> m_stepsReached; // by journey
};

} // namespace app::shop
