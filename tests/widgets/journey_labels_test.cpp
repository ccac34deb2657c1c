// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_labels.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using widgets::LabelledDot;
using widgets::placeLabels;

constexpr double kLine = 14;
const QRectF kBounds(0, 0, 800, 160);

double widthOf(const QString &text)
{
    return 7.0 * double(text.size());
}

auto place(const std::vector<LabelledDot> &dots, std::vector<QRectF> taken = {})
{
    return placeLabels(dots, kBounds, std::move(taken), kLine, widthOf);
}

TEST(JourneyLabels, closeFailuresOfDifferentNamesAreBothNamed)
{
    const auto labels = place({{{100, 60}, QStringLiteral("payment.failed"), true},
                               {{112, 60}, QStringLiteral("checkout.failed"), true}});
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_FALSE(labels[0].box.intersects(labels[1].box));
}

TEST(JourneyLabels, closeFailuresOfOneNameShareItWithTheirNumber)
{
    const auto labels = place({{{100, 60}, QStringLiteral("payment.failed"), true},
                               {{112, 60}, QStringLiteral("payment.failed"), true},
                               {{500, 60}, QStringLiteral("payment.failed"), true}});
    ASSERT_EQ(labels.size(), 2u);
    EXPECT_EQ(labels[0].text, QStringLiteral("payment.failed ×2"));
    EXPECT_EQ(labels[1].text, QStringLiteral("payment.failed"));
}

TEST(JourneyLabels, aFailureGoesBeforeWhatCameBeforeIt)
{
    std::vector<LabelledDot> dots;
    for (int i = 0; i < 6; ++i)
        dots.push_back({{100.0 + 3 * i, 60}, QStringLiteral("page.loaded"), false});
    dots.push_back({{120, 60}, QStringLiteral("payment.failed"), true});
    const auto labels = place(dots);
    ASSERT_FALSE(labels.empty());
    EXPECT_TRUE(labels.front().failing);
}

TEST(JourneyLabels, neverOverlapNorLeaveThePlotWhateverTheDots)
{
    const unsigned seed = 20260124;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    std::size_t placed = 0;
    for (int round = 0; round < 300; ++round) {
        const QRectF box(upTo(700), 20, 100, 18);
        std::vector<LabelledDot> dots;
        double x = 0;
        for (int i = upTo(20); i >= 0; --i)
            dots.push_back({{std::min(800.0, x += upTo(60)), 20.0 + 40 * upTo(3)},
                            QString(3 + upTo(14), QLatin1Char('x')),
                            upTo(3) == 0});
        const auto labels = place(dots, {box});
        placed += labels.size();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE(kBounds.contains(labels[i].box));
            EXPECT_FALSE(labels[i].box.intersects(box));
            for (std::size_t other = 0; other < i; ++other)
                EXPECT_FALSE(labels[i].box.intersects(labels[other].box));
        }
    }
    EXPECT_GT(placed, 1000u);
}

} // namespace
