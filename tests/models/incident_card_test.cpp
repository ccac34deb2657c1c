// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_card.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::plain;

struct IncidentCardTest : testing::Test
{
    IncidentCardTest() : m_shown(ingest::Window::fiveMinutes)
    {
        m_shown.snapshot.engineTime = m_shown.snapshot.asOf;
        m_incident.title = "Payment success";
        m_incident.since = m_shown.snapshot.asOf - std::chrono::minutes(29);
        m_incident.failures = 231;
        m_incident.trials = 1'000;
        m_incident.limit = 0.05;
        m_incident.journeys = 612;
        m_incident.owner.name = "Payments";
    }
    std::optional<models::IncidentCard> card()
    {
        m_shown.snapshot.incidents = {m_incident};
        return models::incidentCard(m_shown.snapshot);
    }
    small::SmallSnapshot m_shown;
    ingest::Incident m_incident;
};

TEST_F(IncidentCardTest, ThereIsNoneWhileNoIncidentIsOpen)
{
    EXPECT_FALSE(models::incidentCard(m_shown.snapshot));
    m_incident.until = m_shown.snapshot.asOf;
    EXPECT_FALSE(card());
}

TEST_F(IncidentCardTest, SaysWhatFailsAgainstWhichLimitSinceWhenAndWhoseItIs)
{
    const auto shown = card();
    ASSERT_TRUE(shown);
    EXPECT_EQ(plain(shown->headline), "Payment success: 23.1_% fail");
    EXPECT_EQ(plain(shown->owner), "Owner: Payments.");
    EXPECT_EQ(plain(shown->elapsed), "29_min");
    EXPECT_EQ(plain(shown->sentence),
              "231 of 1,000 attempts failed in the last minute; the limit is 5_%.");
}

TEST_F(IncidentCardTest, TellsWhoCompletedAllTheSame)
{
    m_incident.cost.met = 600;
    m_incident.cost.completed = 96;
    m_incident.cost.lost = 404;
    m_incident.cost.atRisk = 100;
    m_incident.cost.lostSums = {{ingest::wire::CurrencyCode{{'E', 'U', 'R'}}, 3'240'000, 2}};
    const auto shown = card();
    ASSERT_TRUE(shown);
    EXPECT_TRUE(
        plain(shown->sentence)
            .ends_with("96 completed all the same, 404 did not. 100 have had no time to yet."));
    ASSERT_EQ(shown->figures.size(), 3u);
    EXPECT_EQ(plain(shown->figures[0].value), "E32.4_k");
    EXPECT_EQ(plain(shown->figures[0].label), "lost so far");
    EXPECT_EQ(plain(shown->figures[1].value), "612");
    EXPECT_EQ(plain(shown->figures[2].value), "19.2_%") << "of those that have had their time";
}

TEST_F(IncidentCardTest, SaysNothingOfTheOutcomeUntilAJourneyHasHadItsTime)
{
    m_incident.cost.met = 37;
    m_incident.cost.atRisk = 37;
    const auto shown = card();
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->sentence, shown->counted);
    EXPECT_EQ(shown->figures.size(), 2u);
    m_incident.cost.lost = 1;
    EXPECT_EQ(card()->figures.size(), 3u);
    EXPECT_TRUE(card()->sentence.startsWith(shown->counted + QLatin1Char(' ')));
}

TEST_F(IncidentCardTest, ASourceThatIsGoneHasNoFiguresOfItsOwn)
{
    m_incident.kind = ingest::IncidentKind::source;
    m_incident.title = "/shop/payments";
    const auto shown = card();
    ASSERT_TRUE(shown);
    EXPECT_EQ(plain(shown->headline), "/shop/payments has gone");
    EXPECT_TRUE(shown->figures.empty());
}

TEST_F(IncidentCardTest, NamesNoSourceWhereSeveralAreGone)
{
    m_incident.kind = ingest::IncidentKind::source;
    m_shown.snapshot.incidents = {m_incident, m_incident};
    m_shown.snapshot.freshness.sourcesUp = 1;
    EXPECT_EQ(plain(models::incidentCard(m_shown.snapshot)->headline), "2 sources have gone");
    m_shown.snapshot.freshness.sourcesUp = 0;
    EXPECT_EQ(plain(models::incidentCard(m_shown.snapshot)->headline), "All 2 sources have gone");
    EXPECT_TRUE(models::incidentCard(m_shown.snapshot)->sentence.contains(QStringLiteral("them")));
}

} // namespace
