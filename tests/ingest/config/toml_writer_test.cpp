// SPDX-License-Identifier: GPL-3.0-or-later
// What is written reads back equal, for random configurations; and the shipped sample is valid.
#include "ingest/config/configuration_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

namespace {

using namespace ingest::config;
using namespace std::chrono_literals;

class RandomConfiguration
{
public:
    explicit RandomConfiguration(unsigned seed) : m_random(seed) {}

    Configuration make()
    {
        Configuration out;
        for (std::size_t i = 0, n = below(3); i < n; ++i)
            out.sources.push_back(source());
        out.fields.type = pointers();
        out.fields.time = pointers();
        out.fields.source = pointers();
        out.fields.id = pointers();
        out.fields.sequence = pointers();
        out.fields.epoch = pointers();
        out.fields.journey = pointers();
        out.fields.category = pointers();
        out.fields.message = pointers();
        out.fields.amount = pointers();
        out.fields.currency = pointers();
        for (std::size_t i = 0, n = below(8); i < n; ++i)
            out.signals.push_back(signal("signal " + std::to_string(i), out));
        for (std::size_t i = 0, n = below(4); i < n; ++i)
            out.markers.push_back({filters(1), static_cast<MarkerKind>(below(5)),
                                   below(2) == 0 ? "" : "{" + text() + "} " + text()});
        for (std::size_t i = 0, n = below(4); i < n; ++i)
            out.owners.push_back(
                {text(),
                 below(2) == 0 ? "" : text(),
                 below(2) == 0 ? "" : text(),
                 {text()},
                 {},
                 below(2) == 0 ? std::vector<std::string>{} : std::vector{text(), text()}});
        out.limits.memoryBytes = (64u << 20) + below(1u << 30);
        out.limits.keptBytes = below(1u << 30);
        out.limits.types = 1 + below(1000);
        out.limits.journeys = 1 + below(1'000'000);
        out.limits.uniques = 1 + below(100'000);
        out.stale.heartbeat = std::chrono::milliseconds(1'000 + below(100'000));
        out.stale.recovery = std::chrono::milliseconds(1'000 + below(100'000));
        out.incident.opensAfter = std::chrono::seconds(1 + below(1'000));
        out.incident.closesAfter = std::chrono::seconds(1 + below(1'000));
        assignRoles(out);
        return out;
    }

private:
    std::size_t below(std::size_t end)
    {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random);
    }

    std::string text()
    {
        static constexpr std::array<std::string_view, 9> kPieces{
            "a", "Z.", "\"", "\\", "\n", "\t", "\u00e9\u4e2d", "'''", "# ="};
        std::string out = "x";
        for (std::size_t i = 0, n = below(6); i < n; ++i)
            out += kPieces[below(kPieces.size())];
        return out;
    }

    std::vector<std::string> texts(std::size_t least)
    {
        std::vector<std::string> out;
        for (std::size_t i = 0, n = least + below(3); i < n; ++i)
            out.push_back(text());
        return out;
    }

    std::vector<std::string> pointers()
    {
        std::vector<std::string> out;
        for (std::size_t i = 0, n = below(3); i < n; ++i)
            out.push_back("/" + text());
        return out;
    }

    SourceConfiguration source()
    {
        SourceConfiguration out;
        out.pattern = below(2) == 0 ? Pattern::sub : Pattern::pull;
        out.connect = {"tcp://127.0.0.1:" + std::to_string(1 + below(60'000))};
        if (below(2) == 0)
            out.bind = {"ipc:///tmp/" + std::to_string(below(100))};
        if (below(2) == 0)
            out.topics = texts(1);
        out.allowUnauthenticated = below(2) == 0;
        out.sequenceScope = below(2) == 0 ? SequenceScope::source : SequenceScope::type;
        return out;
    }

    std::vector<EventFilter> filters(std::size_t least)
    {
        std::vector<EventFilter> out;
        for (std::size_t i = 0, n = least + below(3); i < n; ++i) {
            EventFilter filter{text(), {}};
            if (below(2) == 0)
                filter.where = {{"a" + text(), text()}, {"b" + text(), text()}};
            out.push_back(std::move(filter));
        }
        return out;
    }

    SignalConfiguration signal(std::string name, Configuration &all)
    {
        SignalConfiguration out;
        out.name = std::move(name);
        out.title = below(2) == 0 ? text() : "";
        out.kind = static_cast<SignalKind>(below(6));
        out.by = texts(0);
        if (below(2) == 0)
            out.limit = static_cast<double>(below(1000)) / 1000.0;
        if (out.kind == SignalKind::funnel) {
            out.steps = filters(2);
            out.within = std::chrono::seconds(1 + below(14 * 86'400));
            out.order = static_cast<StepOrder>(below(3));
        } else if (out.kind == SignalKind::ratio) {
            out.good = filters(1);
            out.bad = filters(1);
        } else {
            out.events = filters(0);
        }
        if (out.kind == SignalKind::latency) {
            out.thresholdsMs = {static_cast<double>(1 + below(100)) / 8, 2500.5};
            if (below(2) == 0)
                out.apdexMs = 0.1 + static_cast<double>(below(1000));
        }
        if (out.kind == SignalKind::latency || out.kind == SignalKind::sum) {
            out.field = (below(2) == 0 ? "/" : "") + text();
            auto &extra = all.fields.extra;
            if (out.field.starts_with('/') && std::ranges::find(extra, out.field) == extra.end())
                extra.push_back(out.field);
        }
        return out;
    }

    static void assignRoles(Configuration &out)
    {
        for (const SignalConfiguration &each : out.signals) {
            if (each.kind == SignalKind::funnel)
                out.experience.conversion = each.name;
            if (each.kind == SignalKind::latency)
                out.experience.latency = each.name;
            if (each.kind == SignalKind::rate)
                out.experience.failures = each.name;
        }
    }

    std::mt19937 m_random;
};

TEST(TomlWriter, EveryConfigurationReadsBackEqual)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const Configuration given = RandomConfiguration(seed).make();
        const std::string toml = toToml(given);
        const LoadResult result = parseConfiguration(toml, "random.toml");
        if (const auto *problems = std::get_if<std::vector<Problem>>(&result))
            FAIL() << "seed " << seed << ": " << problems->front().text() << "\n" << toml;
        ASSERT_EQ(std::get<Configuration>(result), given) << "seed " << seed << "\n" << toml;
    }
}

TEST(TomlWriter, TheShippedSampleIsValid)
{
    const LoadResult result = loadConfiguration(std::filesystem::path(BELLWETHER_TESTS_DIR) / ".." /
                                                "resources" / "bellwether.toml");
    if (const auto *problems = std::get_if<std::vector<Problem>>(&result))
        FAIL() << problems->front().text();
    const Configuration &sample = std::get<Configuration>(result);
    EXPECT_EQ(sample.limits, Limits{});
    EXPECT_EQ(sample.stale, Staleness{});
    EXPECT_EQ(sample.incident, IncidentTimes{});
    EXPECT_EQ(sample.experience.conversion, "checkout");
}

} // namespace
