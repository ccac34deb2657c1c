// SPDX-License-Identifier: GPL-3.0-or-later
// Behind every figure of the Experience page lies a list as long as the figure says.
#include "models/asked_figure.h"

#include "ingest/engine.h"
#include "ingest/wire/frame.h"
#include "models/triage_findings.h"

#include <gtest/gtest.h>

#include <iostream>
#include <random>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

constexpr Timestamp kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

config::SignalConfiguration signalOf(const char *name, config::SignalKind kind)
{
    config::SignalConfiguration signal;
    signal.name = name;
    signal.kind = kind;
    return signal;
}

std::shared_ptr<const config::Configuration> shopConfiguration()
{
    using config::SignalKind;
    auto funnel = signalOf("checkout", SignalKind::funnel);
    for (const char *step : {"session.started", "payment.approved", "order.completed"})
        funnel.steps.push_back({step, {}});
    funnel.within = 60s;
    auto ratio = signalOf("success", SignalKind::ratio);
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}};
    auto latency = signalOf("lcp", SignalKind::latency);
    latency.events = {{"page.loaded", {}}};
    latency.field = "lcp_ms";
    auto sum = signalOf("revenue", SignalKind::sum);
    sum.events = {{"order.completed", {}}};
    sum.field = "amount";
    config::Configuration configuration;
    configuration.signals = {funnel, ratio, latency, sum, signalOf("active", SignalKind::uniques)};
    configuration.experience = {"checkout", "success", "revenue", "lcp", "active", ""};
    return std::make_shared<const config::Configuration>(std::move(configuration));
}

class AskedFigureTest : public testing::Test
{
protected:
    AskedFigureTest() : m_engine(shopConfiguration())
    {
        const auto seed = std::random_device{}();
        std::cout << "seed " << seed << "\n";
        std::mt19937 chance(seed);
        for (int journey = 0; journey < 500; ++journey)
            visit(journey, kStart + 700ms * journey, chance);
        m_snapshot = m_engine.snapshot(Window::fifteenMinutes);
    }

    void visit(int journey, Timestamp at, std::mt19937 &chance)
    {
        publish("session.started", journey, at, "");
        publish("page.loaded", journey, at, R"(,"lcp_ms":)" + std::to_string(chance() % 5'000));
        const auto fate = chance() % 10;
        if (fate < 2)
            return publish("payment.failed", journey, at + 1s,
                           fate == 0 ? R"(,"error":{"category":"declined"})"
                                     : R"(,"error":{"category":"timeout"})");
        publish("payment.approved", journey, at + 1s, "");
        if (fate < 9)
            publish("order.completed", journey, at + 2s, R"(,"amount":9.9,"currency":"EUR")");
    }

    void publish(const std::string &type, int journey, Timestamp at, const std::string &more)
    {
        const std::string json = R"({"type":")" + type + R"(","source":"/shop","session":"s)" +
                                 std::to_string(journey) + R"(","time":)" +
                                 std::to_string(at.time_since_epoch().count()) + more + "}";
        wire::Frame frame;
        frame.payload = json;
        frame.arrival = at;
        m_engine.ingest(frame);
    }

    void expectList(const std::optional<models::AskedFigure> &asked) const
    {
        ASSERT_TRUE(asked.has_value());
        models::TriageQuestion question;
        question.snapshot = m_snapshot;
        question.asked = asked;
        const models::TriageFindings findings = models::findingsOf(question);
        EXPECT_EQ(findings.matching, asked->count) << asked->title.toStdString();
        EXPECT_EQ(findings.figure, asked->count);
        EXPECT_GT(asked->count, 0u) << asked->title.toStdString();
    }

    Engine m_engine;
    std::shared_ptr<const Snapshot> m_snapshot;
};

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

TEST_F(AskedFigureTest, WhatIsNoTileIsNoFigure)
{
    EXPECT_FALSE(models::askedTile(*m_snapshot, QStringLiteral("nothing")).has_value());
}

} // namespace
