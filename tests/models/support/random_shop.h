// SPDX-License-Identifier: GPL-3.0-or-later
// An engine fed with random journeys of a small shop, and the list behind a figure of it. For
// tests; prints its seed.
#pragma once

#include "ingest/engine.h"
#include "ingest/wire/frame.h"
#include "models/asked_figure.h"
#include "models/triage_findings.h"

#include <gtest/gtest.h>

#include <iostream>
#include <memory>
#include <random>
#include <string>

namespace random_shop {

using namespace ingest;
using namespace std::chrono_literals;

inline constexpr Timestamp kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

inline config::SignalConfiguration signalOf(const char *name, config::SignalKind kind)
{
    config::SignalConfiguration signal;
    signal.name = name;
    signal.kind = kind;
    return signal;
}

inline std::shared_ptr<const config::Configuration> shopConfiguration()
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

class RandomShop : public testing::Test
{
protected:
    RandomShop() : m_engine(shopConfiguration())
    {
        const auto seed = std::random_device{}();
        std::cout << "seed " << seed << "\n";
        std::mt19937 chance(seed);
        Timestamp at = kStart;
        for (int journey = 0; journey < 500; ++journey)
            visit(journey, at += std::chrono::milliseconds(chance() % 1'400), chance);
        look(Window::fifteenMinutes);
    }

    void look(Window window) { m_snapshot = m_engine.snapshot(window); }

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
            publish("order.completed", journey, at + 2s,
                    R"(,"amount":)" + std::to_string(1 + chance() % 99) + R"(,"currency":")" +
                        (chance() % 5 == 0 ? "USD" : "EUR") + R"(")");
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

    [[nodiscard]] models::TriageFindings listOf(const models::AskedFigure &asked) const
    {
        models::TriageQuestion question;
        question.snapshot = m_snapshot;
        question.asked = asked;
        return models::findingsOf(question);
    }

    // As long as the figure says; of money: worth as much.
    void expectEqual(const models::AskedFigure &asked) const
    {
        const models::TriageFindings findings = listOf(asked);
        if (asked.amount) {
            EXPECT_EQ(findings.minor, asked.amount->minor) << asked.title.toStdString();
            return;
        }
        EXPECT_EQ(findings.matching, asked.count) << asked.title.toStdString();
        EXPECT_EQ(findings.figure, asked.count);
    }

    void expectList(const std::optional<models::AskedFigure> &asked) const
    {
        ASSERT_TRUE(asked.has_value());
        expectEqual(*asked);
        EXPECT_GT(asked->count, 0u) << asked->title.toStdString();
    }

    Engine m_engine;
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace random_shop
