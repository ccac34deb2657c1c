// SPDX-License-Identifier: GPL-3.0-or-later
// Behind every figure of the Experience page lies a list as long as the figure says.
#include "models/asked_figure.h"

#include "tests/models/support/random_shop.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;

using AskedFigureTest = random_shop::RandomShop;

TEST_F(AskedFigureTest, EveryTileLeadsToAsManyAsItCounts)
{
    for (const char *key : {"conversion", "success", "revenue", "failures", "latency", "active"})
        expectList(models::askedTile(*m_snapshot, QLatin1String(key)));
}

TEST_F(AskedFigureTest, EveryStepOfTheFunnelLeadsToItsJourneys)
{
    for (std::size_t row = 0; row < 3; ++row)
        expectList(models::askedStep(*m_snapshot, row));
    EXPECT_FALSE(models::askedStep(*m_snapshot, 3).has_value());
}

TEST_F(AskedFigureTest, EveryCategoryLeadsToItsFailures)
{
    ASSERT_EQ(m_snapshot->metrics->categories.size(), 2u);
    for (const CategorySnapshot &category : m_snapshot->metrics->categories)
        expectList(models::askedCategory(*m_snapshot, category.ordinal));
    EXPECT_FALSE(models::askedCategory(*m_snapshot, 4'000).has_value());
}

TEST_F(AskedFigureTest, AnIncidentLeadsToWhatFailedInIt)
{
    Incident incident;
    incident.kind = IncidentKind::ratio;
    incident.subject = "success";
    expectList(models::askedIncident(*m_snapshot, incident));
    incident.kind = IncidentKind::category;
    incident.subject = "declined";
    expectList(models::askedIncident(*m_snapshot, incident));
    incident.kind = IncidentKind::source;
    incident.subject = "/shop";
    EXPECT_FALSE(models::askedIncident(*m_snapshot, incident).has_value());
}

TEST_F(AskedFigureTest, WhatIsNoTileIsNoFigure)
{
    EXPECT_FALSE(models::askedTile(*m_snapshot, QStringLiteral("nothing")).has_value());
}

} // namespace
