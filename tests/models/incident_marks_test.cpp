// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_marks.h"

#include "models/incident_name.h"
#include "models/incident_rank.h"
#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using ingest::IncidentKind;
using small::plain;

struct IncidentMarksTest : testing::Test
{
    IncidentMarksTest() : m_shown(ingest::Window::fiveMinutes)
    {
        m_shown.snapshot.engineTime = m_shown.snapshot.asOf;
    }
    void add(const char *title, IncidentKind kind, std::chrono::seconds ago,
             std::optional<std::chrono::seconds> endedAgo = {})
    {
        ingest::Incident incident;
        incident.title = title;
        incident.subject = title;
        incident.kind = kind;
        incident.since = m_shown.snapshot.asOf - ago;
        if (endedAgo)
            incident.until = m_shown.snapshot.asOf - *endedAgo;
        m_shown.snapshot.incidents.push_back(incident);
    }
    std::vector<models::IncidentMark> marks()
    {
        return models::incidentMarks(m_shown.snapshot, models::timeAxisOf(m_shown.snapshot));
    }
    small::SmallSnapshot m_shown;
};

TEST_F(IncidentMarksTest, AnOpenOneReachesUpToNow)
{
    add("Payment success", IncidentKind::ratio, 180s);
    const auto all = marks();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].toMs - all[0].fromMs, 180'000);
    EXPECT_TRUE(all[0].begins);
    EXPECT_EQ(plain(all[0].note), "open, 3_min");
}

TEST_F(IncidentMarksTest, WhatBeganBeforeTheWindowBeginsWithItAndSaysHowLongItLasts)
{
    add("Payment success", IncidentKind::ratio, 29min);
    const auto all = marks();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_FALSE(all[0].begins);
    EXPECT_EQ(all[0].toMs - all[0].fromMs, 300'000);
    EXPECT_EQ(plain(all[0].note), "open, 29_min");
}

TEST_F(IncidentMarksTest, WhatEndedBeforeTheWindowIsNotShown)
{
    add("gone", IncidentKind::ratio, 29min, 10min);
    EXPECT_TRUE(marks().empty());
}

TEST_F(IncidentMarksTest, TheWorstComesFirst)
{
    add("over", IncidentKind::ratio, 240s, 60s);
    add("/shop/cart", IncidentKind::source, 60s);
    add("3ds_timeout", IncidentKind::category, 120s);
    add("Payment success", IncidentKind::ratio, 120s);
    std::vector<std::string> titles;
    for (const models::IncidentMark &mark : marks())
        titles.push_back(mark.title.toStdString());
    EXPECT_EQ(titles,
              (std::vector<std::string>{"Payment success", "3ds timeout", "/shop/cart", "over"}));
}

TEST_F(IncidentMarksTest, TheWorstOpenIncidentIsTheOneMarkedFirst)
{
    EXPECT_EQ(models::worstIncident(m_shown.snapshot), nullptr);
    add("over", IncidentKind::ratio, 240s, 60s);
    EXPECT_EQ(models::worstIncident(m_shown.snapshot), nullptr) << "none is open";
    struct Added
    {
        const char *title;
        IncidentKind kind;
        std::chrono::seconds ago;
        const char *worst;
    };
    for (const Added &one : {Added{"/shop/cart", IncidentKind::source, 60s, "/shop/cart"},
                             Added{"3ds_timeout", IncidentKind::category, 120s, "3ds_timeout"},
                             Added{"/shop/web", IncidentKind::source, 10s, "3ds_timeout"},
                             Added{"Payments", IncidentKind::ratio, 120s, "Payments"},
                             Added{"Logins", IncidentKind::ratio, 60s, "Logins"},
                             Added{"Searches", IncidentKind::ratio, 90s, "Logins"}}) {
        add(one.title, one.kind, one.ago);
        const ingest::Incident *worst = models::worstIncident(m_shown.snapshot);
        ASSERT_NE(worst, nullptr);
        EXPECT_EQ(worst->title, one.worst);
        EXPECT_EQ(marks().front().title, models::nameOfIncident(*worst));
    }
}

TEST_F(IncidentMarksTest, SourcesThatAreGoneTogetherShareAMark)
{
    add("/shop/orders", IncidentKind::source, 40s);
    add("/shop/web", IncidentKind::source, 60s);
    add("/shop/search", IncidentKind::source, 200s, 100s); // back long ago
    const auto shared = marks();
    ASSERT_EQ(shared.size(), 2u);
    EXPECT_EQ(plain(shared[0].title), "2 sources");
    EXPECT_EQ(shared[0].fromMs, small::kAsOfMs - 60'000) << "since the first went";
    EXPECT_EQ(plain(shared[1].title), "/shop/search");
}

} // namespace
