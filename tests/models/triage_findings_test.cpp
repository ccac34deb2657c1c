// SPDX-License-Identifier: GPL-3.0-or-later
// What the Triage page is told of an incident that lasts longer than the time it usually looks at.
#include "models/triage_findings.h"

#include "tests/models/support/failing_payments.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

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
    Engine engine = small::payments(40min, 160min);
    const auto snapshot = engine.snapshot(Window::oneHour);
    ASSERT_EQ(snapshot->incidents.size(), 1U);
    ASSERT_FALSE(snapshot->incidents.front().until.has_value());
    const evidence::WhatChanged changed = changedOf(snapshot);
    ASSERT_FALSE(changed.differences.empty());
    using Traits = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(changed.differences.front().traits, (Traits{{"provider", "pay-0"}}));
    EXPECT_TRUE(changed.differences.front().named);
    EXPECT_NEAR(static_cast<double>((changed.from - bucketOf(small::kPaymentsStart)).count()),
                40 * 60, 60);
}

TEST(TriageFindings, withoutAnIncidentTheLastHourIsLookedAt)
{
    SCOPED_TRACE("seed 11");
    Engine engine = small::payments(1000min, 160min);
    const auto snapshot = engine.snapshot(Window::oneHour);
    ASSERT_TRUE(snapshot->incidents.empty());
    const evidence::WhatChanged changed = changedOf(snapshot);
    EXPECT_GE(changed.from, snapshot->asOf - 1h);
}

} // namespace
