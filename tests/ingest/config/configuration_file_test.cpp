// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/configuration_file.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest::config;
using namespace std::chrono_literals;

constexpr std::string_view kExample = R"([[source]]
pattern = "sub"
connect = ["tcp://127.0.0.1:5556"]
topics = [""]

[fields]
type = "/event_type"
journey = "/user_session"

[[signal]]
name = "checkout"
kind = "funnel"
steps = ["cart.item_added", "checkout.started", "payment.approved", "order.completed"]
within = "30m"

[[signal]]
name = "from_cart_page"
kind = "funnel"
steps = [{ event = "page.viewed", where = { page = "/cart" } }, "order.completed"]
within = "1h"
order = "strict"

[[signal]]
name = "payment_success"
kind = "ratio"
good = ["payment.approved"]
bad = ["payment.failed"]
by = ["country", "provider"]

[[signal]]
name = "page_lcp"
kind = "latency"
events = ["page.loaded"]
field = "lcp_ms"
thresholds_ms = [2500, 4000]
apdex_ms = 2500

[[signal]]
name = "revenue"
kind = "sum"
events = ["order.completed"]
field = "/data/amount"

[[signal]]
name = "orders"
kind = "rate"
events = ["order.*"]
limit = 1.5

[[signal]]
name = "active_journeys"
kind = "uniques"

[[marker]]
events = ["deployment.finished", { event = "deploy", where = { stage = "prod" } }]
kind = "deploy"
title = "{service} {version}"

[[marker]]
events = "campaign.started"

[experience]
conversion = "checkout"
success = "payment_success"
revenue = "revenue"
latency = "page_lcp"
active = "active_journeys"

[limits]
memory = "256MiB"
journeys = 5000

[stale]
heartbeat = "5s"
)";

Configuration parsed(std::string_view toml)
{
    LoadResult result = parseConfiguration(toml, "bellwether.toml");
    if (const auto *problems = std::get_if<std::vector<Problem>>(&result)) {
        for (const Problem &problem : *problems)
            ADD_FAILURE() << problem.text();
        return {};
    }
    return std::get<Configuration>(std::move(result));
}

TEST(ConfigurationFile, ReadsEveryKindOfSignal)
{
    const Configuration got = parsed(kExample);
    ASSERT_EQ(got.signals.size(), 7u);
    EXPECT_EQ(got.signals[0].within, 30min);
    EXPECT_EQ(got.signals[1].order, StepOrder::strict);
    EXPECT_EQ(got.signals[1].steps[0].where.at(0),
              std::pair(std::string("page"), std::string("/cart")));
    EXPECT_EQ(got.signals[2].by, (std::vector<std::string>{"country", "provider"}));
    EXPECT_EQ(got.signals[3].thresholdsMs, (std::vector<double>{2500, 4000}));
    EXPECT_EQ(got.signals[5].limit, 1.5);
    ASSERT_EQ(got.markers.size(), 2u);
    EXPECT_EQ(got.markers[0].events.size(), 2u);
    EXPECT_EQ(got.markers[0].kind, MarkerKind::deploy);
    EXPECT_EQ(got.markers[0].title, "{service} {version}");
    EXPECT_EQ(got.markers[1].kind, MarkerKind::note);
    EXPECT_EQ(got.fields.journey, std::vector<std::string>{"/user_session"});
    EXPECT_EQ(got.fields.extra, std::vector<std::string>{"/data/amount"});
    EXPECT_EQ(got.limits.memoryBytes, 256u << 20);
    EXPECT_EQ(got.limits.journeys, 5000u);
    EXPECT_EQ(got.stale.heartbeat, 5s);
    EXPECT_EQ(got.experience.conversion, "checkout");
}

TEST(ConfigurationFile, WritesWhatItReads)
{
    const Configuration once = parsed(kExample);
    EXPECT_EQ(parsed(toToml(once)), once);
    EXPECT_EQ(parsed(""), Configuration{});
    EXPECT_EQ(parsed(toToml(Configuration{})), Configuration{});
}

TEST(ConfigurationFile, WritesTextThatNeedsEscaping)
{
    Configuration configuration = parsed(kExample);
    configuration.signals[0].title = "a \"quoted\" \\ title\nwith \x01 bytes and \u00e9";
    EXPECT_EQ(parsed(toToml(configuration)), configuration);
}

struct Wrong
{
    const char *name;
    std::string_view toml;
    const char *text; // of the first problem
};

class ConfigurationFileRefuses : public testing::TestWithParam<Wrong>
{
};

TEST_P(ConfigurationFileRefuses, WithPlaceFoundAndExpected)
{
    const LoadResult result = parseConfiguration(GetParam().toml, "f.toml");
    const auto *problems = std::get_if<std::vector<Problem>>(&result);
    ASSERT_NE(problems, nullptr);
    ASSERT_FALSE(problems->empty());
    EXPECT_EQ(problems->front().text().substr(0, std::string_view(GetParam().text).size()),
              GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ConfigurationFileRefuses,
    testing::Values(
        Wrong{"unknownTable", "[limit]\n", "f.toml:1:2: found key 'limit', expected 'limits'?"},
        Wrong{"unknownKey",
              "[[signal]]\nname = \"a\"\nkind = \"funnel\"\nstpes = [\"a\", \"b\"]\nsteps = "
              "[\"a\", \"b\"]\n",
              "f.toml:4:1: found key 'stpes', expected 'steps'?"},
        Wrong{
            "keyOfAnotherKind", "[[signal]]\nname = \"a\"\nkind = \"rate\"\nwithin = \"1h\"\n",
            "f.toml:4:1: found key 'within', expected one of name, title, by, limit, kind, events"},
        Wrong{"noName", "[[signal]]\nkind = \"rate\"\n",
              "f.toml:1:1: found [[signal]] without 'name'"},
        Wrong{"noKind", "[[signal]]\nname = \"a\"\n",
              "f.toml:1:1: found [[signal]] 'a' without 'kind'"},
        Wrong{"wrongKind", "[[signal]]\nname = \"a\"\nkind = \"funel\"\n",
              "f.toml:3:8: found kind = the string \"funel\", expected one of rate, ratio, funnel"},
        Wrong{"oneStep", "[[signal]]\nname = \"a\"\nkind = \"funnel\"\nsteps = [\"x\"]\n",
              "f.toml:1:1: found [[signal]] 'a' without 'steps'"},
        Wrong{"withinTooLong",
              "[[signal]]\nname = \"a\"\nkind = \"funnel\"\nsteps = [\"x\", \"y\"]\nwithin = "
              "\"15d\"\n",
              "f.toml:5:10: found within = the string \"15d\", expected a duration from 1s to 14d"},
        Wrong{"sumWithoutField", "[[signal]]\nname = \"a\"\nkind = \"sum\"\n",
              "f.toml:1:1: found [[signal]] 'a' without 'field'"},
        Wrong{"ratioWithoutBad", "[[signal]]\nname = \"a\"\nkind = \"ratio\"\ngood = [\"x\"]\n",
              "f.toml:1:1: found [[signal]] 'a' without 'bad'"},
        Wrong{"twoOfOneName",
              "[[signal]]\nname = \"a\"\nkind = \"rate\"\n[[signal]]\nname = \"a\"\nkind = "
              "\"rate\"\n",
              "f.toml:4:1: found a second signal named 'a'"},
        Wrong{"roleWithoutSignal", "[experience]\nconversion = \"x\"\n",
              "f.toml:2:14: found conversion = \"x\", expected the name of one of the signals"},
        Wrong{"roleOfAnotherKind",
              "[[signal]]\nname = \"a\"\nkind = \"rate\"\n[experience]\nconversion = \"a\"\n",
              "f.toml:5:14: found conversion = \"a\" of another kind"},
        Wrong{"sourceWithoutEndpoint", "[[source]]\n",
              "f.toml:1:1: found [[source]] without 'connect'"},
        Wrong{"noEndpoints", "[[source]]\nconnect = []\nbind = []\n",
              "f.toml:1:1: found [[source]] without 'connect'"},
        Wrong{"pattern", "[[source]]\nconnect = \"tcp://a:1\"\npattern = \"req\"\n",
              "f.toml:3:11: found pattern = the string \"req\", expected one of sub, pull"},
        Wrong{"endpointWithoutPort", "[[source]]\nconnect = \"tcp://shop\"\n",
              "f.toml:2:11: found connect = \"tcp://shop\", expected tcp://HOST:PORT"},
        Wrong{"endpointOfAnotherTransport", "[[source]]\nbind = [\"http://shop:80\"]\n",
              "f.toml:2:8: found bind = \"http://shop:80\", expected tcp://HOST:PORT"},
        Wrong{"noTopics", "[[source]]\nconnect = \"tcp://a:1\"\ntopics = []\n",
              "f.toml:3:10: found no topics, expected prefixes of event types"},
        Wrong{"thresholdsOutOfOrder",
              "[[signal]]\nname = \"a\"\nkind = \"latency\"\nfield = \"x_ms\"\n"
              "thresholds_ms = [4000, 2500]\n",
              "f.toml:5:17: found thresholds_ms out of order, expected the least first"},
        Wrong{"textForANumber", "[[signal]]\nname = \"a\"\nkind = \"rate\"\nlimit = \"x\"\n",
              "f.toml:4:9: found limit = the string \"x\", expected a number"},
        Wrong{"numberForText", "[[signal]]\nname = 1\nkind = \"rate\"\n",
              "f.toml:1:1: found [[signal]] without 'name'"},
        Wrong{"emptyPattern", "[[signal]]\nname = \"a\"\nkind = \"rate\"\nevents = [\"\"]\n",
              "f.toml:4:11: found the string \"\" in events, expected an event type"},
        Wrong{"tableForATable", "limits = 3\n", "f.toml:1:10: found the number 3 for limits"},
        Wrong{"staleness", "[stale]\nheartbeat = \"3 seconds\"\n",
              "f.toml:2:13: found heartbeat = the string \"3 seconds\", expected a duration"},
        Wrong{"historyTooShort", "[history]\nhours = \"1h\"\n",
              "f.toml:2:9: found hours = the string \"1h\", expected a duration from 1d"},
        Wrong{"historyByValueLonger", "[history]\n\nminutes = \"1d\"\nminutes_by_value = \"3d\"\n",
              "f.toml:4:20: found minutes_by_value = \"3d\", expected at most the \"1d\""},
        Wrong{"historyBytes", "[history]\nhours_bytes = \"1KiB\"\n",
              "f.toml:2:15: found hours_bytes = the string \"1KiB\", expected a size"},
        Wrong{"historyKey", "[history]\nminute = \"35d\"\n",
              "f.toml:2:1: found key 'minute', expected 'minutes'?"},
        Wrong{"pointer", "[fields]\ntype = \"event\"\n",
              "f.toml:2:8: found type = \"event\", expected a JSON Pointer"},
        Wrong{"memory", "[limits]\nmemory = \"lots\"\n",
              "f.toml:2:10: found memory = the string \"lots\", expected a size"},
        Wrong{"negative", "[limits]\njourneys = -1\n",
              "f.toml:2:12: found journeys = the number -1, expected a whole number"},
        Wrong{"markerOfNoEvent", "[[marker]]\nkind = \"deploy\"\n",
              "f.toml:1:1: found [[marker]] without 'events'"},
        Wrong{"markerKind", "[[marker]]\nevents = \"x\"\nkind = \"deployment\"\n",
              "f.toml:3:8: found kind = the string \"deployment\", expected one of deploy, "
              "campaign, chaos, launch, note"},
        Wrong{"markerTitleOpen", "[[marker]]\nevents = \"x\"\ntitle = \"{service\"\n",
              "f.toml:3:9: found title = \"{service\", expected names of attributes in braces"},
        Wrong{"markerTitleClosed", "[[marker]]\nevents = \"x\"\ntitle = \"a} {b}\"\n",
              "f.toml:3:9: found title = \"a} {b}\", expected names of attributes in braces"},
        Wrong{"markerTitleNameless", "[[marker]]\nevents = \"x\"\ntitle = \"{}\"\n",
              "f.toml:3:9: found title = \"{}\", expected names of attributes in braces"},
        Wrong{"notToml", "[[signal\n", "f.toml:1:"}),
    [](const auto &param) { return std::string(param.param.name); });

TEST(ConfigurationFile, SaysEverythingThatIsWrong)
{
    const LoadResult result =
        parseConfiguration("[limits]\nx = 1\ny = 2\n[stale]\nz = 3\n", "f.toml");
    EXPECT_EQ(std::get<std::vector<Problem>>(result).size(), 3u);
}

TEST(ConfigurationFile, SaysThatThereIsNone)
{
    const LoadResult result = loadConfiguration("/nonexistent/bellwether.toml");
    EXPECT_NE(std::get<std::vector<Problem>>(result).at(0).text().find("no readable file"),
              std::string::npos);
}

} // namespace
