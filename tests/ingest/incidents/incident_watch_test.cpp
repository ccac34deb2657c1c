// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents as an engine notices them in the simulated shop.
#include "ingest/incidents/incident_watch.h"

#include "tests/ingest/support/planted_shop.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

const Incident *find(const Snapshot &snapshot, IncidentKind kind)
{
    for (const Incident &incident : snapshot.incidents)
        if (incident.kind == kind)
            return &incident;
    return nullptr;
}

test::Planting outage()
{
    return {app::shop::Scenario::paymentOutage, {}, 0, 600, 400};
}

TEST(IncidentWatch, nothingIsAnIncidentInANormalShop)
{
    test::PlantedShop shop({app::shop::Scenario::normal, {}, 0, 0, 400}, 3);
    shop.runUntil(test::kSanitized ? 700 : 3600);
    EXPECT_TRUE(shop.snapshot()->incidents.empty());
}

TEST(IncidentWatch, aPaymentOutageIsNoticedTwoMinutesAfterItShows)
{
    test::PlantedShop shop(outage(), 1);
    shop.runUntil(700);
    EXPECT_EQ(find(*shop.snapshot(), IncidentKind::ratio), nullptr);
    shop.runUntil(900);
    const auto snapshot = shop.snapshot();
    const Incident *incident = find(*snapshot, IncidentKind::ratio);
    ASSERT_NE(incident, nullptr);
    EXPECT_EQ(incident->subject, "payment_success");
    EXPECT_GE(incident->since, shop.plantedAt());
    EXPECT_LE(incident->since, shop.plantedAt() + 60s);
    EXPECT_GT(incident->wilson95.lower, incident->limit);
    EXPECT_DOUBLE_EQ(incident->limit, 0.05);
    EXPECT_GT(incident->failures, 0u);
    EXPECT_GT(incident->journeys, 0u);
    EXPECT_EQ(incident->cost.met,
              incident->cost.completed + incident->cost.lost + incident->cost.atRisk);
    EXPECT_FALSE(incident->cost.atRiskSums.empty());
}

TEST(IncidentWatch, howLongARatioMustBeOverItsLimitCanBeSet)
{
    test::Planting quick = outage();
    quick.incident.opensAfter = 40s; // an unlucky run of a normal shop is shorter
    test::PlantedShop shop(quick, 1);
    shop.runUntil(600);
    EXPECT_EQ(find(*shop.snapshot(), IncidentKind::ratio), nullptr);
    shop.runUntil(700); // where it is none yet by the usual two minutes
    EXPECT_NE(find(*shop.snapshot(), IncidentKind::ratio), nullptr);
}

TEST(IncidentWatch, aNewAndFrequentCategoryIsAnIncidentAtOnce)
{
    test::Planting planting{app::shop::Scenario::normal, {{"provider", "acme-pay"}}, 0.9, 600, 400};
    test::PlantedShop shop(planting, 1);
    shop.runUntil(660);
    const auto snapshot = shop.snapshot();
    const Incident *incident = find(*snapshot, IncidentKind::category);
    ASSERT_NE(incident, nullptr);
    EXPECT_EQ(incident->subject, "planted");
    EXPECT_GE(incident->since, shop.plantedAt());
    for (const CategorySnapshot &category : snapshot->metrics->categories)
        EXPECT_EQ(category.state == CategoryState::fresh, category.category == "planted")
            << category.category;
}

TEST(IncidentWatch, itMakesNoDifferenceHowOftenTheEngineIsToldTheTime)
{
    test::PlantedShop often(outage(), 2);
    test::PlantedShop once(outage(), 2);
    often.runUntil(1000);
    once.runUntil(1000);
    for (int i = 0; i < 900; ++i)
        often.advanceTo(1000 + i);
    often.advanceTo(1900);
    once.advanceTo(1900);
    const auto a = often.snapshot();
    const auto b = once.snapshot();
    ASSERT_EQ(a->incidents.size(), b->incidents.size());
    ASSERT_FALSE(a->incidents.empty());
    for (std::size_t i = 0; i < a->incidents.size(); ++i) {
        EXPECT_EQ(a->incidents[i].subject, b->incidents[i].subject);
        EXPECT_EQ(a->incidents[i].since, b->incidents[i].since);
        EXPECT_EQ(a->incidents[i].until, b->incidents[i].until);
    }
    const Incident *ratio = find(*a, IncidentKind::ratio);
    ASSERT_NE(ratio, nullptr);
    EXPECT_TRUE(ratio->until.has_value());
}

TEST(IncidentWatch, saysWhoAcknowledgedIt)
{
    test::PlantedShop shop(outage(), 1);
    shop.runUntil(900);
    shop.acknowledge("payment_success", "Ada");
    EXPECT_EQ(find(*shop.snapshot(), IncidentKind::ratio)->acknowledgedBy, "Ada");
    shop.acknowledge("payment_success", "");
    EXPECT_EQ(find(*shop.snapshot(), IncidentKind::ratio)->acknowledgedBy, "");
}

} // namespace
