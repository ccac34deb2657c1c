// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that counted payments, which fail of one provider from some time on. For tests.
#pragma once

#include "ingest/engine.h"
#include "ingest/wire/frame.h"
#include "tests/support/payment_success.h"

#include <chrono>
#include <memory>
#include <random>
#include <string>

namespace small {

inline const ingest::Timestamp kPaymentsStart{
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

// Two payments a second, of three providers alike; from `outage` on most of one provider's fail.
// The engine that got them holds the events.
inline ingest::Engine payments(ingest::Nanoseconds outage, ingest::Nanoseconds end)
{
    using namespace std::chrono_literals;
    ingest::Engine engine(
        std::make_shared<const ingest::config::Configuration>(samples::paymentSuccess()), 1);
    std::mt19937 random{11};
    for (ingest::Nanoseconds at{}; at < end; at += 500ms) {
        const ingest::Timestamp time = kPaymentsStart + at;
        const auto provider = random() % 3;
        const bool fails = random() % 100 < (provider == 0 && at >= outage ? 90 : 2);
        const std::string json =
            std::string(R"({"specversion":"1.0","type":"payment.)") +
            (fails ? "failed" : "approved") + R"(","source":"/payments","time":)" +
            std::to_string(time.time_since_epoch().count()) + R"(,"data":{"provider":"pay-)" +
            std::to_string(provider) + (fails ? R"(","error":{"category":"timeout"}}})" : R"("}})");
        ingest::wire::Frame frame;
        frame.payload = json;
        frame.arrival = time;
        engine.ingest(frame);
    }
    return engine;
}

} // namespace small
