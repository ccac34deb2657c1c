// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_card.h"

#include "ingest/evidence/incident_cause.h"
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
    EXPECT_EQ(plain(shown->sentences.front()),
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
        plain(shown->sentences.front())
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
    ASSERT_EQ(shown->sentences.size(), 1u);
    EXPECT_TRUE(plain(shown->sentences.front()).ends_with("the limit is 5_%."));
    EXPECT_EQ(shown->figures.size(), 2u);
    m_incident.cost.lost = 1;
    ASSERT_EQ(card()->figures.size(), 3u);
    EXPECT_EQ(plain(card()->figures[2].value), "0");
    EXPECT_EQ(plain(card()->figures[2].label), "completed so far");
    m_incident.cost.completed = 60;
    EXPECT_EQ(plain(card()->figures[2].value), "60") << "of 61 decided, but these decide first";
    m_incident.cost.lost = 61;
    EXPECT_EQ(plain(card()->figures[2].value), "49.6_%");
    m_incident.cost.lost = 1;
    m_incident.cost.completed = 0;
    EXPECT_TRUE(card()->sentences.front().startsWith(shown->sentences.front() + QLatin1Char(' ')));
}

TEST_F(IncidentCardTest, SaysWhoMeetsItAndWhichChangeCameBefore)
{
    ingest::evidence::IncidentCause cause{m_incident.subject, m_incident.since, {}, {}, {200, 900}};
    cause.difference.emplace();
    cause.difference->traits = {{"country", "DE"}, {"provider", "acme-pay"}};
    cause.difference->now = {196, 225};
    cause.difference->factor = 3.92;
    m_shown.snapshot.cause = std::make_shared<const ingest::evidence::IncidentCause>(cause);
    m_shown.snapshot.markers = {
        {m_incident.since - std::chrono::hours(1), ingest::config::MarkerKind::deploy, "web 5.1"},
        {m_incident.since - std::chrono::minutes(5), ingest::config::MarkerKind::deploy,
         "payments-gw 2.31.0"},
        {m_incident.since + std::chrono::minutes(1), ingest::config::MarkerKind::note, "seen"}};
    const auto shown = card();
    ASSERT_TRUE(shown);
    const std::string who =
        "98.0_% of the failing have country DE and provider acme-pay, 25.0_% of all: 3.9× "
        "over-represented. It began 5_min after deploy payments-gw 2.31.0.";
    EXPECT_TRUE(plain(shown->sentences.front()).ends_with(who)) << plain(shown->sentences.front());
    EXPECT_EQ(plain(shown->sentences.at(1)), who);
    m_shown.snapshot.markers.clear();
    m_incident.since += std::chrono::seconds(1); // another incident: not known of it
    EXPECT_EQ(card()->sentences.size(), 1u);
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
    EXPECT_TRUE(
        models::incidentCard(m_shown.snapshot)->sentences.front().contains(QStringLiteral("them")));
}

} // namespace
