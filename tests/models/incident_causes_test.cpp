// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_causes.h"

#include "models/cause_text.h"
#include "models/incident_rank.h"
#include "tests/models/support/failing_payments.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using Snapshot = std::shared_ptr<const ingest::Snapshot>;

struct IncidentCausesTest : testing::Test
{
    // As soon as something is known of its worst incident.
    Snapshot answered(const Snapshot &snapshot)
    {
        QSignalSpy found(&m_causes, &models::IncidentCauses::found);
        EXPECT_EQ(m_causes.update(snapshot), snapshot) << "nothing is known yet";
        EXPECT_TRUE(found.wait(10'000));
        return m_causes.update(snapshot);
    }
    models::IncidentCauses m_causes;
};

TEST_F(IncidentCausesTest, NamesWhoFailsInTheWorstIncident)
{
    SCOPED_TRACE("seed 11");
    ingest::Engine engine = small::payments(10min, 20min);
    const Snapshot shown = answered(engine.snapshot(ingest::Window::oneHour));
    ASSERT_TRUE(shown->cause);
    const ingest::Incident *worst = models::worstIncident(*shown);
    ASSERT_NE(worst, nullptr);
    EXPECT_TRUE(models::causeSentence(*shown, *worst).contains(QStringLiteral("provider pay-0")))
        << models::causeSentence(*shown, *worst).toStdString();
    EXPECT_TRUE(models::causeBrief(*shown, *worst).endsWith(QStringLiteral(": provider pay-0.")));
}

TEST_F(IncidentCausesTest, WhereNoEventIsKeptNobodyIsNamed)
{
    SCOPED_TRACE("seed 11");
    ingest::Engine engine = small::payments(10min, 20min);
    const Snapshot snapshot = engine.snapshot(ingest::Window::oneHour);
    auto unkept = std::make_shared<ingest::Snapshot>(*snapshot);
    unkept->kept = nullptr;
    const Snapshot shown = answered(unkept);
    ASSERT_TRUE(shown->cause);
    EXPECT_FALSE(shown->cause->difference);
    EXPECT_TRUE(models::causeSentence(*shown, *models::worstIncident(*shown)).isEmpty());
}

TEST_F(IncidentCausesTest, AsksAnewAfterTenSecondsAndWhereTimeWasTurnedBack)
{
    SCOPED_TRACE("seed 11");
    ingest::Engine engine = small::payments(10min, 20min);
    const Snapshot snapshot = engine.snapshot(ingest::Window::oneHour);
    const Snapshot first = answered(snapshot);
    auto later = std::make_shared<ingest::Snapshot>(*snapshot);
    later->asOf += 9s;
    EXPECT_EQ(m_causes.update(later)->cause, first->cause);
    EXPECT_FALSE(m_causes.busy());
    later->asOf += 1s;
    EXPECT_EQ(m_causes.update(later)->cause, first->cause);
    EXPECT_TRUE(m_causes.busy());
    QSignalSpy found(&m_causes, &models::IncidentCauses::found);
    EXPECT_TRUE(found.wait(10'000));
    EXPECT_NE(m_causes.update(later)->cause, first->cause);
    (void)m_causes.update(snapshot); // before what it was asked of
    EXPECT_TRUE(m_causes.busy());
}

TEST_F(IncidentCausesTest, WithoutAnIncidentOfCustomersNothingIsAsked)
{
    SCOPED_TRACE("seed 11");
    ingest::Engine engine = small::payments(10min, 5min);
    const Snapshot snapshot = engine.snapshot(ingest::Window::oneHour);
    EXPECT_EQ(m_causes.update(snapshot), snapshot);
    EXPECT_FALSE(m_causes.busy());
}

} // namespace
