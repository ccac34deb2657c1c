// SPDX-License-Identifier: GPL-3.0-or-later
// The report against a literal: names, order and nulls are a promise to scripts.
#include "ingest/report/report.h"

#include "ingest/snapshot.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using config::SignalKind;
using Json = nlohmann::ordered_json;

constexpr Second kAsOf{1'795'421'403s}; // 2026-11-23T08:10:03Z

SignalSnapshot signalOf(std::string name, SignalKind kind, SignalValue value)
{
    SignalSnapshot signal;
    signal.name = std::move(name);
    signal.kind = kind;
    signal.value = std::move(value);
    return signal;
}

FunnelSnapshot funnel()
{
    FunnelSnapshot out;
    out.steps = {{"cart.item_added", 8, std::nullopt}, {"order.completed", 2, 1.5}};
    out.conversion = 0.25;
    out.wilson95 = {0.125, 0.5};
    out.settled = 4;
    out.settledConversion = 0.5;
    out.inFlight = 2;
    out.lower = 0.25;
    out.upper = 0.5;
    return out;
}

SignalSnapshot ratio()
{
    RatioSnapshot value;
    value.value = {3, 1, 0.75, {0.25, 0.875}, {0.5, 1.0}};
    value.series = {kAsOf - 2s, 1s, true, {{2, 0}, {1, 1}}};
    SignalSnapshot out = signalOf("payment_success", SignalKind::ratio, value);
    RatioSnapshot row;
    row.value = {3, 1, 0.75, {0.25, 0.875}, {0.5, 1.0}};
    out.by = {{"country", {{"DE", row}, {"(other)", RatioSnapshot{}}}}};
    return out;
}

std::shared_ptr<const Metrics> metrics()
{
    auto out = std::make_shared<Metrics>();
    out->signals = {
        signalOf("checkout", SignalKind::funnel, funnel()),
        ratio(),
        signalOf("page_lcp", SignalKind::latency, LatencySnapshot{}),
        signalOf(
            "revenue", SignalKind::sum,
            SumSnapshot{2, {{{{'E', 'U', 'R'}}, 1999, 2}, {{{'J', 'P', 'Y'}}, 500, 0}}, {}, {}}),
        signalOf("orders", SignalKind::rate, RateSnapshot{2, 0.5, {}}),
        signalOf("active", SignalKind::uniques, UniquesSnapshot{7, false, {}})};
    CategorySnapshot category;
    category.category = "declined";
    category.fingerprint = "card <num> was declined";
    category.type = "payment.failed";
    category.count = 1;
    category.journeys = 1;
    category.firstSeen = kAsOf - 2s;
    category.lastSeen = kAsOf - 250ms;
    out->categories = {category};
    out->windowLedger.received = 5;
    return out;
}

Snapshot snapshot()
{
    Snapshot out;
    out.asOf = kAsOf;
    out.window = Window::fiveMinutes;
    out.ledger.received = 6;
    out.ledger.accepted = 5;
    out.ledger.inWindows = 5;
    out.ledger.malformed[1] = 1;
    out.ledger.lossKnown = false;
    out.metrics = metrics();
    SourceSnapshot source;
    source.source = "/shop/payments";
    source.epoch = "7f3a";
    source.received = 6;
    source.lastSeen = kAsOf;
    out.sources = {source};
    return out;
}

constexpr std::string_view kSignals = R"json({
  "checkout":{"kind":"funnel","steps":[{"name":"cart.item_added","journeys":8},
              {"name":"order.completed","journeys":2,"medianSeconds":1.5}],
              "conversion":0.25,"wilson95":[0.125,0.5],"settled":4,"settledConversion":0.5,
              "matured":0,"maturedConversion":null,"inFlight":2,"lower":0.25,"upper":0.5,
              "nowcast":null,"bounded":false},
  "payment_success":{"kind":"ratio","good":3,"bad":1,"value":0.75,"wilson95":[0.25,0.875],
              "completeness":[0.5,1.0],
              "by":{"country":{"DE":{"good":3,"bad":1,"value":0.75,"wilson95":[0.25,0.875],
                                     "completeness":[0.5,1.0]},
                               "(other)":{"good":0,"bad":0,"value":null,"wilson95":[0.0,1.0],
                                          "completeness":[0.0,1.0]}}}},
  "page_lcp":{"kind":"latency","count":0,"p50Ms":null,"p75Ms":null,"p90Ms":null,"p95Ms":null,
              "p99Ms":null,"maxMs":null},
  "revenue":{"kind":"sum","count":2,"minor":{"EUR":1999,"JPY":500}},
  "orders":{"kind":"rate","count":2,"perSecond":0.5},
  "active":{"kind":"uniques","count":7,"exact":false}})json";

constexpr std::string_view kLedger = R"({
  "received":6,"accepted":5,"inWindows":5,"tooLate":0,
  "malformed":{"not-utf8":0,"not-json":1,"not-object":0,"no-type":0,"no-time":0,"bad-time":0,
               "too-large":0,"too-deep":0,"bad-frames":0},
  "duplicate":0,"late":0,"revised":0,"retimed":0,"lost":null,"lossKnown":false,"overflow":0,
  "evictedJourneys":0,"funnelBounded":0})";

constexpr std::string_view kRest = R"({
  "categories":[{"category":"declined","fingerprint":"card <num> was declined",
                 "type":"payment.failed","count":1,"journeys":1,"journeysExact":true,
                 "firstSeen":"2026-11-23T08:10:01Z","lastSeen":"2026-11-23T08:10:02.750000000Z"}],
  "sources":[{"source":"/shop/payments","epoch":"7f3a","state":"up","received":6,"lost":null,
              "duplicate":0,"malformed":0,"late":0,"tailUnknown":false,"sequenceReused":false,
              "restarts":0,"skewMs":0.0,"lagP99Ms":0.0,"lastSeen":"2026-11-23T08:10:03Z"}]})";

// As text, so that the order of keys counts.
std::string reordered(std::string_view literal)
{
    return Json::parse(literal).dump(2);
}

TEST(Report, HasTheKeysOfTheContractInTheirOrder)
{
    const Json json = Json::parse(report::toJson(snapshot()));
    std::vector<std::string> keys;
    for (const auto &[key, value] : json.items())
        keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"asOf", "window", "ledger", "windowLedger", "signals",
                                              "categories", "sources"}));
    EXPECT_EQ(json["asOf"], "2026-11-23T08:10:03Z");
    EXPECT_EQ(json["window"], "5m");
    EXPECT_EQ(json["signals"].dump(2), reordered(kSignals));
    EXPECT_EQ(json["ledger"].dump(2), reordered(kLedger));
    EXPECT_EQ(json["windowLedger"]["received"], 5);
    const Json rest = Json::parse(kRest);
    EXPECT_EQ(json["categories"].dump(2), rest["categories"].dump(2));
    EXPECT_EQ(json["sources"].dump(2), rest["sources"].dump(2));
}

TEST(Report, EndsWithALineFeed)
{
    EXPECT_TRUE(report::toJson(snapshot()).ends_with("}\n"));
}

TEST(Report, BucketsAreAddedOnDemand)
{
    const Json without = Json::parse(report::toJson(snapshot()));
    EXPECT_FALSE(without["signals"]["payment_success"].contains("buckets"));
    const Json with = Json::parse(report::toJson(snapshot(), true));
    EXPECT_EQ(with["signals"]["payment_success"]["buckets"].dump(),
              R"({"start":"2026-11-23T08:10:01Z","stepSeconds":1,"partial":true,)"
              R"("points":[{"good":2,"bad":0},{"good":1,"bad":1}]})");
    EXPECT_TRUE(with["categories"][0].contains("buckets"));
}

TEST(Report, SaysThatItsSignalsWereSuggested)
{
    Snapshot suggested = snapshot();
    config::Configuration configuration;
    configuration.suggested = true;
    suggested.configuration = std::make_shared<const config::Configuration>(configuration);
    EXPECT_EQ(Json::parse(report::toJson(suggested))["suggested"], true);
    EXPECT_FALSE(Json::parse(report::toJson(snapshot())).contains("suggested"));
}

TEST(Report, NamesCutWithinACharacterAreStillJson)
{
    Snapshot cut = snapshot();
    cut.sources[0].source = "/shop/\xc3";
    EXPECT_TRUE(Json::accept(report::toJson(cut)));
}

TEST(Report, ASnapshotWithoutMetricsIsStillAReport)
{
    const Json json = Json::parse(report::toJson(Snapshot{}));
    EXPECT_TRUE(json["signals"].empty());
    EXPECT_TRUE(json["categories"].is_array());
}

} // namespace
