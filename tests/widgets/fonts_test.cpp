// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fonts.h"
#include "widgets/theme.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <gtest/gtest.h>

namespace {

TEST(FontsTest, EveryDigitAdvancesAlike)
{
    for (const QFont::Weight weight :
         {QFont::Normal, QFont::Medium, QFont::DemiBold, QFont::Bold}) {
        const QFontMetricsF metrics(widgets::darkTheme().font(13, weight));
        const double zero = metrics.horizontalAdvance(QStringLiteral("0000"));
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            EXPECT_DOUBLE_EQ(metrics.horizontalAdvance(QString(4, QChar(digit))), zero)
                << "weight " << weight << " digit " << char(digit);
    }
}

TEST(FontsTest, ShippedFamiliesAreUsedRatherThanASubstitute)
{
    const widgets::Theme theme = widgets::lightTheme();
    EXPECT_EQ(QFontInfo(theme.font(13)).family(), QStringLiteral("Bellwether Sans"));
    EXPECT_EQ(QFontInfo(theme.font(13, QFont::DemiBold)).weight(), QFont::DemiBold);
    EXPECT_EQ(QFontInfo(theme.monoFont(13)).family(), QStringLiteral("JetBrains Mono"));
}

TEST(FontsTest, SignsOfTheInterfaceHaveGlyphs)
{
    const QFontMetrics metrics(widgets::darkTheme().font(13));
    const QString signs =
        QStringLiteral("\u202f\u2212\u2013\u20ac\u00d7\u25b2\u25bc\u2264\u00f7\u00b7");
    for (const QChar sign : signs) {
        EXPECT_TRUE(metrics.inFont(sign)) << std::hex << int(sign.unicode());
    }
}

} // namespace
