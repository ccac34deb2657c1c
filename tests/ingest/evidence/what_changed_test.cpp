// SPDX-License-Identifier: GPL-3.0-or-later
// Causes planted in the simulated shop's traffic must rank first soon after their start; where
// nothing is planted, nobody may be blamed.
#include "ingest/evidence/what_changed.h"

#include "tests/ingest/support/planted_shop.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <iostream>

namespace {

using namespace ingest;
using app::shop::Scenario;
using evidence::WhatChanged;

struct Case
{
    const char *name;
    Scenario scenario;
    test::Traits planted;
    const char *category;
    std::size_t ratio; // 0 payments, 1 checkouts
};

std::ostream &operator<<(std::ostream &out, const Case &given)
{
    return out << given.name;
}

evidence::Figure lastHour(const Snapshot &snapshot)
{
    return evidence::figureIn(Window::oneHour, snapshot.asOf);
}

std::string textOf(const WhatChanged &changed)
{
    std::string text = std::to_string(changed.now.failing) + " of " +
                       std::to_string(changed.now.attempts) + " failed; before " +
                       std::to_string(changed.before.failing) + " of " +
                       std::to_string(changed.before.attempts) + "\n";
    for (const evidence::Difference &difference : changed.differences) {
        text += difference.named ? "* " : "  ";
        for (const auto &[attribute, value] : difference.traits)
            text.append(attribute).append("=").append(value).append(" ");
        text += std::to_string(difference.now.failing) + "/" +
                std::to_string(difference.now.attempts) + " before " +
                std::to_string(difference.before.failing) + "/" +
                std::to_string(difference.before.attempts) + " x" +
                std::to_string(difference.factor) + "\n";
    }
    return text;
}

class PlantedCause : public testing::TestWithParam<Case>
{
protected:
    static void expectFirst(const WhatChanged &changed, const test::Traits &traits)
    {
        ASSERT_FALSE(changed.differences.empty()) << textOf(changed);
        EXPECT_EQ(changed.differences.front().traits, traits) << textOf(changed);
        EXPECT_TRUE(changed.differences.front().named) << textOf(changed);
    }
};

TEST_P(PlantedCause, ranksFirstWithinTenSecondsOrThirtyFailures)
{
    for (std::uint64_t seed = 1; seed <= (test::kSanitized ? 1 : 4); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        test::PlantedShop shop({GetParam().scenario, GetParam().scenario == Scenario::normal
                                                         ? GetParam().planted
                                                         : test::Traits{}},
                               seed);
        shop.runUntilItShows();
        const auto snapshot = shop.snapshot();
        const auto category = shop.category(GetParam().category);
        ASSERT_TRUE(category.has_value());
        const auto about = [&](const evidence::Question &question) {
            return evidence::whatChangedLately(*snapshot->kept, *snapshot->configuration, question);
        };
        expectFirst(about(evidence::questionAbout(*snapshot->configuration, *category,
                                                  GetParam().ratio == 0 ? "payment.failed"
                                                                        : "checkout.failed",
                                                  lastHour(*snapshot))),
                    GetParam().planted);
        expectFirst(about(evidence::questionAbout(*snapshot->configuration, GetParam().ratio,
                                                  lastHour(*snapshot))),
                    GetParam().planted);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Shop, PlantedCause,
    testing::Values(
        Case{"payment_outage",
             Scenario::paymentOutage,
             {{"provider", "acme-pay"}},
             "3ds_timeout",
             0},
        Case{"bad_deploy", Scenario::badDeploy, {{"app_version", "4.3.0"}}, "render_crash", 1},
        Case{"provider", Scenario::normal, {{"provider", "cardlink"}}, "planted", 0},
        Case{"version", Scenario::normal, {{"app_version", "4.1.3"}}, "planted", 0},
        Case{"country", Scenario::normal, {{"country", "FR"}}, "planted", 0},
        Case{"conjunction",
             Scenario::normal,
             {{"platform", "ios"}, {"provider", "paynow"}},
             "planted",
             0},
        Case{"conjunction_of_country",
             Scenario::normal,
             {{"country", "DE"}, {"provider", "acme-pay"}},
             "planted",
             0}),
    [](const auto &given) { return std::string(given.param.name); });

// Of the few that failed in the seconds before, most happened to bear the trait as well.
TEST(LongCause, isStillNamedAfterHardlyAnyTimeBefore)
{
    test::PlantedShop shop({Scenario::paymentOutage, {}, 0.9, 3.3, 1500}, 8);
    shop.runUntil(44.3);
    const auto snapshot = shop.snapshot();
    const WhatChanged changed = evidence::whatChangedLately(
        *snapshot->kept, *snapshot->configuration,
        evidence::questionAbout(*snapshot->configuration, 0, lastHour(*snapshot)));
    ASSERT_GE(changed.before.failing, 10U) << textOf(changed);
    ASSERT_FALSE(changed.differences.empty()) << textOf(changed);
    EXPECT_EQ(changed.differences.front().traits, (test::Traits{{"provider", "acme-pay"}}));
    EXPECT_TRUE(changed.differences.front().named) << textOf(changed);
}

// Failing events are kept longest: of a time of which nothing else is left, all seem to have
// failed.
TEST(CauseAmongFewKeptEvents, isNamedFromTheTimeOfWhichAllAreKept)
{
    test::Planting planting{Scenario::paymentOutage, {}, 0.9, 900, 400};
    planting.keptBytes = 4u << 20;
    test::PlantedShop shop(planting, 3);
    shop.runUntil(960);
    const auto snapshot = shop.snapshot();
    ASSERT_GT(snapshot->kept->wholeSince(), shop.plantedAt() - std::chrono::minutes(14));
    const WhatChanged changed = evidence::whatChangedLately(
        *snapshot->kept, *snapshot->configuration,
        evidence::questionAbout(*snapshot->configuration, 0, lastHour(*snapshot)));
    ASSERT_FALSE(changed.differences.empty()) << textOf(changed);
    EXPECT_EQ(changed.differences.front().traits, (test::Traits{{"provider", "acme-pay"}}))
        << textOf(changed);
    EXPECT_TRUE(changed.differences.front().named) << textOf(changed);
    EXPECT_GE(changed.from, bucketOf(snapshot->kept->wholeSince()));
}

TEST(NoCause, atMostOneWindowInTwentyNamesACulprit)
{
    int windows = 0;
    int named = 0;
    const std::uint64_t last = test::kSanitized ? 101 : 104;
    constexpr int kEnd = test::kSanitized ? 2400 : 6000; // seconds
    for (std::uint64_t seed = 101; seed <= last; ++seed) {
        test::PlantedShop shop({Scenario::normal, {}, 0, 0, 200}, seed);
        for (int until = 600; until <= kEnd; until += 600) {
            shop.runUntil(until);
            const auto snapshot = shop.snapshot();
            const auto check = [&](const evidence::Question &question) {
                const WhatChanged changed = evidence::whatChangedLately(
                    *snapshot->kept, *snapshot->configuration, question);
                if (changed.failures < WhatChanged::kLeastFailures)
                    return;
                ++windows;
                if (changed.differences.empty() || !changed.differences.front().named)
                    return;
                ++named;
                std::cout << "seed " << seed << " at " << until << ": " << textOf(changed);
            };
            const config::Configuration &configuration = *snapshot->configuration;
            const evidence::Figure when = lastHour(*snapshot);
            check(evidence::questionAbout(configuration, 0, when));
            check(evidence::questionAbout(configuration, 1, when));
            for (const CategorySnapshot &category : snapshot->metrics->categories)
                check(
                    evidence::questionAbout(configuration, category.ordinal, category.type, when));
        }
    }
    std::cout << named << " of " << windows << " windows\n";
    EXPECT_GT(windows, 37 * kEnd / 6000 * static_cast<int>(last - 100));
    EXPECT_LE(named * 20, windows);
}

} // namespace
