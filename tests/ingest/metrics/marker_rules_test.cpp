// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/marker_rules.h"

#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using config::MarkerKind;

std::optional<Marker> markerOfEvent(const test::RawEvent &raw,
                                    const std::vector<config::MarkerConfiguration> &rules)
{
    test::EventView view;
    auto operations = metrics::compile(rules, raw.type);
    return metrics::markerOf(view.of(raw), Second{Seconds{7}}, operations, rules);
}

std::string titleGiven(const std::string &pattern,
                       std::vector<std::pair<std::string, std::string>> attributes)
{
    test::RawEvent raw;
    raw.type = "deployment.finished";
    raw.source = "/deployer";
    raw.attributes = std::move(attributes);
    return markerOfEvent(raw, {{{{"deployment.*", {}}}, MarkerKind::deploy, pattern}})->title;
}

TEST(MarkerRulesTest, TheTitleIsFilledWithWhatTheEventSays)
{
    const std::string pattern = "{service} {version}";
    EXPECT_EQ(titleGiven(pattern, {{"service", "web"}, {"version", "4.3.0"}}), "web 4.3.0");
    EXPECT_EQ(titleGiven(pattern, {{"version", "4.3.0"}}), "/deployer 4.3.0");
    EXPECT_EQ(titleGiven(pattern, {{"service", "web"}}), "web");
    EXPECT_EQ(titleGiven("{name} {version}", {{"version", "4.3.0"}}), "4.3.0");
    EXPECT_EQ(titleGiven("{name} {version}", {}), "deployment.finished");
    EXPECT_EQ(titleGiven("", {}), "deployment.finished");
    EXPECT_EQ(titleGiven("new: {source} by {type}", {}), "new: /deployer by deployment.finished");
    EXPECT_EQ(titleGiven("{type}", {{"type", "canary"}}), "canary");
    EXPECT_EQ(titleGiven("{service}", {{"service", "{version}"}}), "{version}"); // once
}

TEST(MarkerRulesTest, TheTitleIsOneLineAndShort)
{
    EXPECT_EQ(titleGiven("{name}", {{"name", " a\n\tb\x01 c "}}), "a b c");
    EXPECT_EQ(titleGiven("{name}", {{"name", std::string(96, 'x')}}), std::string(96, 'x'));
    EXPECT_EQ(titleGiven("{name}", {{"name", std::string(97, 'x')}}),
              std::string(93, 'x') + "\u2026");
    std::string wide; // of two bytes a character: none is cut within
    for (int i = 0; i < 60; ++i)
        wide += "\u00e9";
    EXPECT_EQ(titleGiven("{name}", {{"name", wide}}), wide.substr(0, 92) + "\u2026");
}

TEST(MarkerRulesTest, TheFirstRuleThatMatchesCounts)
{
    const std::vector<config::MarkerConfiguration> rules{
        {{{"deploy", {{"stage", "prod"}}}}, MarkerKind::deploy, "to customers"},
        {{{"deploy", {}}, {"campaign.*", {}}}, MarkerKind::campaign, "else"}};
    test::RawEvent raw;
    raw.type = "deploy";
    raw.attributes = {{"stage", "prod"}};
    EXPECT_EQ(markerOfEvent(raw, rules),
              (Marker{Second{Seconds{7}}, MarkerKind::deploy, "to customers"}));
    raw.attributes = {{"stage", "test"}};
    EXPECT_EQ(markerOfEvent(raw, rules)->title, "else");
    raw.type = "campaign.started";
    EXPECT_EQ(markerOfEvent(raw, rules)->kind, MarkerKind::campaign);
    raw.type = "page.viewed";
    EXPECT_EQ(markerOfEvent(raw, rules), std::nullopt);
}

} // namespace
