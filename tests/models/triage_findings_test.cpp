// SPDX-License-Identifier: GPL-3.0-or-later
// What the Triage page is told of an incident that lasts longer than the time it usually looks at.
#include "models/triage_findings.h"

#include "ingest/engine.h"
#include "ingest/wire/frame.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

const Timestamp kTriageFindingsStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

// Two payments a second, of three providers alike; from `outage` on most of one provider's fail.
// The engine that got them holds the events.
Engine payments(Nanoseconds outage, Nanoseconds end)
{
    config::Configuration configuration;
    config::SignalConfiguration ratio;
    ratio.name = "payment_success";
    ratio.kind = config::SignalKind::ratio;
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}};
    configuration.signals = {ratio};
    Engine engine(std::make_shared<const config::Configuration>(configuration), 1);
    std::mt19937 random{11};
    for (Nanoseconds at{}; at < end; at += 500ms) {
        const Timestamp time = kTriageFindingsStart + at;
        const auto provider = random() % 3;
        const bool fails = random() % 100 < (provider == 0 && at >= outage ? 90 : 2);
        const std::string json =
            std::string(R"({"specversion":"1.0","type":"payment.)") +
            (fails ? "failed" : "approved") + R"(","source":"/payments","time":)" +
            std::to_string(time.time_since_epoch().count()) + R"(,"data":{"provider":"pay-)" +
            std::to_string(provider) + (fails ? R"(","error":{"category":"timeout"}}})" : R"("}})");
        wire::Frame frame;
        frame.payload = json;
        frame.arrival = time;
        engine.ingest(frame);
    }
    return engine;
}

evidence::WhatChanged changedOf(const std::shared_ptr<const Snapshot> &snapshot)
{
    models::TriageQuestion question{snapshot, {}, {}, {}, 0, {}, {}};
    question.asked.emplace();
    question.asked->figure.signal = 0;
    question.asked->figure.part = evidence::Part::bad;
    return models::findingsOf(question).changed;
}

TEST(TriageFindings, aCauseIsNamedAfterTheIncidentHasLastedForHours)
{
    SCOPED_TRACE("seed 11");
    Engine engine = payments(40min, 160min);
    const auto snapshot = engine.snapshot(Window::oneHour);
    ASSERT_EQ(snapshot->incidents.size(), 1U);
    ASSERT_FALSE(snapshot->incidents.front().until.has_value());
    const evidence::WhatChanged changed = changedOf(snapshot);
    ASSERT_FALSE(changed.differences.empty());
    using Traits = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(changed.differences.front().traits, (Traits{{"provider", "pay-0"}}));
    EXPECT_TRUE(changed.differences.front().named);
    EXPECT_NEAR(static_cast<double>((changed.from - bucketOf(kTriageFindingsStart)).count()),
                40 * 60, 60);
}

TEST(TriageFindings, withoutAnIncidentTheLastHourIsLookedAt)
{
    SCOPED_TRACE("seed 11");
    Engine engine = payments(1000min, 160min);
    const auto snapshot = engine.snapshot(Window::oneHour);
    ASSERT_TRUE(snapshot->incidents.empty());
    const evidence::WhatChanged changed = changedOf(snapshot);
    EXPECT_GE(changed.from, snapshot->asOf - 1h);
}

} // namespace
