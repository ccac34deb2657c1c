// SPDX-License-Identifier: GPL-3.0-or-later
// What the live tail is answered with, against a count of all events from the beginning.
#include "ingest/engine.h"
#include "ingest/wire/frame.h"
#include "models/triage_findings.h"
#include "models/triage_note.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;

const Timestamp kTriageTailStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

class TriageTail : public testing::TestWithParam<const char *>
{
protected:
    void feed(int count)
    {
        for (int i = 0; i < count; ++i) {
            const bool german = m_random() % 3 == 0;
            const Timestamp time = kTriageTailStart + std::chrono::milliseconds{10 * ++m_number};
            std::string json =
                R"({"specversion":"1.0","type":"order.completed","source":"/orders","time":)" +
                std::to_string(time.time_since_epoch().count()) + R"(,"data":{"country":")" +
                (german ? "DE" : "FR") + R"("}})";
            wire::Frame frame;
            frame.payload = json;
            frame.arrival = time;
            m_engine.ingest(frame);
            m_german.push_back(german);
        }
    }

    [[nodiscard]] bool matches(std::size_t number) const
    {
        return m_query.terms.empty() || m_german[number - 1];
    }
    [[nodiscard]] std::uint64_t countAfter(std::uint64_t number) const
    {
        std::uint64_t count = 0;
        for (std::size_t n = number + 1; n <= m_german.size(); ++n)
            count += matches(n) ? 1 : 0;
        return count;
    }

    std::mt19937 m_random{7};
    Engine m_engine{std::make_shared<const config::Configuration>()};
    models::EventQuery m_query;
    std::vector<bool> m_german;
    int m_number = 0;
};

TEST_P(TriageTail, standsWhereItStoodAndCountsEveryEventThatMatchesOnce)
{
    m_query = std::get<models::EventQuery>(models::parseQuery(QString::fromLatin1(GetParam())));
    SCOPED_TRACE("seed 7");
    feed(500);
    models::TailHold hold;
    for (int turn = 0; turn < 30; ++turn) {
        const auto findings = models::findingsOf(
            {m_engine.snapshot(Window::oneMinute), {}, {}, m_query, 0, hold, {}});
        const std::uint64_t newest = hold.at == 0 ? m_german.size() : hold.at;
        std::vector<std::uint64_t> expected;
        for (std::uint64_t n = newest; n > 0 && expected.size() < models::TriageFindings::kMostTail;
             --n)
            if (matches(n))
                expected.push_back(n);
        std::vector<std::uint64_t> shown;
        for (const models::EventRow &row : findings.tail)
            shown.push_back(row.number);
        EXPECT_EQ(shown, expected);
        hold = findings.tailHold;
        if (hold.at != 0) {
            EXPECT_EQ(hold.newer, countAfter(hold.at));
        }
        if (turn == 4)
            hold = {hold.countedTo, hold.countedTo, 0};
        feed(static_cast<int>(m_random() % 90));
    }
    EXPECT_GT(hold.newer, 100u);
}

INSTANTIATE_TEST_SUITE_P(Filters, TriageTail, testing::Values("", "country:DE"),
                         [](const auto &given) {
                             return std::string(*given.param == '\0' ? "none" : "country");
                         });

TEST(TriageSamples, sayThatEarlierEventsAreStillBeingRead)
{
    Engine engine{std::make_shared<const config::Configuration>()};
    engine.advanceTo(kTriageTailStart);
    Snapshot snapshot = *engine.snapshot(Window::oneHour);
    snapshot.readingEvents = true;
    models::TriageQuestion question;
    question.snapshot = std::make_shared<const Snapshot>(snapshot);
    EXPECT_EQ(models::samplesNote(models::findingsOf(question), {}),
              QStringLiteral("0 so far: reading earlier events"));
    snapshot.readingEvents = false;
    question.snapshot = std::make_shared<const Snapshot>(snapshot);
    EXPECT_EQ(models::samplesNote(models::findingsOf(question), {}),
              QStringLiteral("0, newest first"));
}

} // namespace
