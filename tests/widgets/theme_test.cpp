// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "ingest/snapshot_signals.h"

#include <gtest/gtest.h>

namespace {

using widgets::contrast;
using widgets::Theme;

class ThemeTest : public testing::TestWithParam<bool>
{
protected:
    const Theme m_theme = GetParam() ? widgets::darkTheme() : widgets::lightTheme();
};

TEST_P(ThemeTest, TextIsReadableOnEverySurface)
{
    for (const QColor &surface : {m_theme.panel, m_theme.bar, m_theme.raised, m_theme.sel})
        for (const QColor &ink : {m_theme.text, m_theme.text2, m_theme.muted, m_theme.accent,
                                  m_theme.ok, m_theme.warn, m_theme.crit, m_theme.stale})
            EXPECT_GE(contrast(ink, surface), 4.5)
                << ink.name().toStdString() << " on " << surface.name().toStdString();
}

TEST_P(ThemeTest, KeyLettersAreReadableOnEverySwatch)
{
    for (const QColor &fill : m_theme.categories)
        EXPECT_GE(contrast(widgets::inkOn(fill), fill), 4.5) << fill.name().toStdString();
    EXPECT_GE(contrast(widgets::inkOn(m_theme.other), m_theme.other), 4.5);
}

TEST_P(ThemeTest, CategoriesBeyondSevenShareTheOtherColour)
{
    EXPECT_EQ(m_theme.category(0), m_theme.categories[0]);
    EXPECT_EQ(m_theme.category(6), m_theme.categories[6]);
    EXPECT_EQ(m_theme.category(7), m_theme.other);
    // Those of history only, from the other end.
    EXPECT_EQ(m_theme.category(ingest::kUnmetCategories), m_theme.categories[6]);
    EXPECT_EQ(m_theme.category(ingest::kUnmetCategories + 6), m_theme.categories[0]);
    EXPECT_EQ(m_theme.category(ingest::kUnmetCategories + 7), m_theme.other);
}

TEST_P(ThemeTest, TextScaleEnlargesFonts)
{
    Theme large = m_theme;
    large.textScale = 1.5;
    EXPECT_EQ(m_theme.font(12).pixelSize(), 12);
    EXPECT_EQ(large.font(12).pixelSize(), 18);
}

INSTANTIATE_TEST_SUITE_P(DarkAndLight, ThemeTest, testing::Bool());

TEST(ContrastTest, BlackOnWhiteIsTwentyOne)
{
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 1e-9);
}

} // namespace
