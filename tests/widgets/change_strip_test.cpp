// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/change_strip.h"

#include "widgets/change_flags.h"

#include <QImage>

#include <gtest/gtest.h>

namespace {

constexpr int kChangesHigh = 300;
constexpr int kChangesAxis = 24;

models::ChangeMark change(double ms, const QString &title = QStringLiteral("web 4.3.0"))
{
    return {ms, QLatin1Char('D'), QStringLiteral("Deploy"), title};
}

struct ChangeStripTest : testing::Test
{
    ChangeStripTest()
    {
        m_axis.fromMs = 0;
        m_axis.toMs = 400'000;
        m_strip.resize(600, kChangesHigh);
        m_strip.setFrame(m_axis, 100, 500, kChangesAxis);
    }
    QImage picture()
    {
        QImage image(m_strip.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        m_strip.render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    }
    // Columns of the charts in which anything is painted.
    std::vector<int> lines()
    {
        const QImage image = picture();
        std::vector<int> columns;
        for (int x = 0; x < image.width(); ++x)
            for (int y = m_strip.rowHeight() + 1; y < kChangesHigh; ++y)
                if (qAlpha(image.pixel(x, y)) != 0) {
                    columns.push_back(x);
                    EXPECT_LE(y, kChangesHigh - kChangesAxis) << "the axis is left alone";
                    break;
                }
        return columns;
    }
    models::TimeAxis m_axis;
    widgets::ChangeStrip m_strip;
};

TEST_F(ChangeStripTest, TakesNoRoomWithoutMarkers)
{
    EXPECT_EQ(m_strip.rowHeight(), 0);
    m_strip.setMarks({change(100'000)});
    EXPECT_GT(m_strip.rowHeight(), 0);
}

TEST_F(ChangeStripTest, ADashedLineThroughTheChartsStandsAtEach)
{
    m_strip.setMarks({change(100'000), change(300'000)});
    EXPECT_EQ(lines(), (std::vector<int>{200, 400}));
    const QImage image = picture();
    int painted = 0;
    for (int y = 100; y < 160; ++y)
        painted += qAlpha(image.pixel(200, y)) != 0 ? 1 : 0;
    EXPECT_EQ(painted, 30);
}

TEST_F(ChangeStripTest, ChartsThatAreSeenCloserHaveTheirOwn)
{
    m_strip.setMarks({change(100'000), change(300'000)});
    m_axis.fromMs = 200'000;
    m_strip.setFrame(m_axis, 100, 500, kChangesAxis);
    EXPECT_EQ(lines(), std::vector<int>{300});
}

struct ChangeFlagsTest : testing::Test
{
    static constexpr double kLetter = 17;
    std::vector<widgets::ChangeFlag> flags(std::vector<double> xs)
    {
        return widgets::changeFlags(std::vector<models::ChangeMark>(xs.size(), change(0)), xs, 1000,
                                    kLetter, widgets::Theme{}.font(11));
    }
};

TEST_F(ChangeFlagsTest, WithRoomTheTitleIsWhole)
{
    for (const widgets::ChangeFlag &flag : flags({100, 400}))
        EXPECT_EQ(flag.text, QStringLiteral("web 4.3.0"));
}

TEST_F(ChangeFlagsTest, OnCollisionTheTitleIsCutThenTheLetterIsLeftThenTheLineAlone)
{
    const double whole = flags({100})[0].box.width();
    const auto cut = flags({100, 100 + whole - 4});
    EXPECT_TRUE(cut[0].text.endsWith(QChar(0x2026))) << cut[0].text.toStdString();
    const auto letter = flags({100, 100 + kLetter + 6});
    EXPECT_EQ(letter[0].text, QString());
    EXPECT_EQ(letter[0].box.width(), kLetter);
    EXPECT_EQ(letter[1].text, QStringLiteral("web 4.3.0"));
    const auto none = flags({100, 104});
    EXPECT_EQ(none[0].box.width(), kLetter);
    EXPECT_TRUE(none[1].box.isEmpty());
}

TEST_F(ChangeFlagsTest, NoFlagMeetsAnotherOrLeavesTheRow)
{
    std::vector<double> xs;
    for (double x = 3; x < 1000; x += 3 + std::fmod(x * 7, 90))
        xs.push_back(x);
    double free = 0;
    for (const widgets::ChangeFlag &flag : flags(xs)) {
        if (flag.box.isEmpty())
            continue;
        EXPECT_GE(flag.box.left(), free);
        EXPECT_LE(flag.box.right(), 1000);
        free = flag.box.right();
    }
}

} // namespace
