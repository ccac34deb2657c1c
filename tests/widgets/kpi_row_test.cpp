// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kpi_row.h"

#include "tests/support/sample_snapshot.h"

#include <QImage>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using samples::Sample;

struct KpiRowTest : testing::Test
{
    KpiRowTest() { m_row.resize(1920, 112); }
    QImage pictureOf(Sample sample)
    {
        m_row.show(models::tilesOf(*samples::sampleSnapshot(sample)), QStringLiteral("1h"));
        return picture();
    }
    QImage picture()
    {
        QImage image(m_row.size(), QImage::Format_RGB32);
        m_row.render(&image);
        return image;
    }
    widgets::KpiRow m_row;
};

// The share of a picture's large figures that is drawn in the colour of trusted values.
int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 30; y < 75; ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    return count;
}

TEST_F(KpiRowTest, TheAccessibleNameTellsEveryFigureWithItsWindow)
{
    pictureOf(Sample::healthy);
    ASSERT_EQ(m_row.tiles().size(), 6u);
    for (const models::Tile &tile : m_row.tiles())
        EXPECT_TRUE(m_row.accessibleDescription().contains(tile.sentence(QStringLiteral("1h"))))
            << tile.key.toStdString();
}

TEST_F(KpiRowTest, StaleFiguresAreNotFilledWithTheColourOfTrust)
{
    const QColor text = m_row.theme().text;
    const int trusted = pixelsOf(pictureOf(Sample::healthy), text);
    const int stale = pixelsOf(pictureOf(Sample::stale), text);
    EXPECT_GT(trusted, 500);
    EXPECT_LT(stale, trusted / 20);
    for (const models::Tile &tile : m_row.tiles())
        EXPECT_TRUE(tile.note.contains(QStringLiteral("nothing since"))) << tile.key.toStdString();
}

TEST_F(KpiRowTest, ArrowsMoveTheFocusRingAndStopAtTheEnds)
{
    pictureOf(Sample::healthy);
    m_row.QWidget::show();
    m_row.setFocus();
    m_row.activateWindow();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_row.hasFocus(); }, 5000));
    const QImage first = picture();
    QTest::keyClick(&m_row, Qt::Key_Left);
    EXPECT_EQ(picture(), first);
    QTest::keyClick(&m_row, Qt::Key_Right);
    EXPECT_NE(picture(), first);
    const QRgb ring = m_row.theme().accent.rgb();
    EXPECT_EQ(picture().pixel(320 + 1, 56), ring);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(&m_row, Qt::Key_Right);
    EXPECT_EQ(picture().pixel(1600 + 1, 56), ring);
}

TEST_F(KpiRowTest, AClickOrEnterAsksForTheEventsBehindATile)
{
    pictureOf(Sample::healthy);
    QStringList asked;
    QObject::connect(&m_row, &widgets::KpiRow::chosen,
                     [&asked](const QString &key) { asked += key; });
    QTest::mouseClick(&m_row, Qt::LeftButton, {}, QPoint(330, 60));
    QTest::keyClick(&m_row, Qt::Key_Right);
    QTest::keyClick(&m_row, Qt::Key_Return);
    EXPECT_EQ(asked, QStringList({QStringLiteral("success"), QStringLiteral("revenue")}));
}

TEST_F(KpiRowTest, ItsFiguresAreOneRowATile)
{
    pictureOf(Sample::incident);
    EXPECT_EQ(m_row.figures().rows.size(), 6u);
}

TEST_F(KpiRowTest, TheMarkInATilesCornerAsksWhatItIs)
{
    pictureOf(Sample::incident);
    QStringList asked;
    QStringList chosen;
    QObject::connect(&m_row, &widgets::KpiRow::explanationWanted, &m_row,
                     [&](const QString &key) { asked.append(key); });
    QObject::connect(&m_row, &widgets::KpiRow::chosen, &m_row,
                     [&](const QString &key) { chosen.append(key); });
    QTest::mouseClick(&m_row, Qt::LeftButton, {}, m_row.questionMark(1).center());
    EXPECT_EQ(asked, QStringList(QStringLiteral("success")));
    EXPECT_EQ(m_row.explained(), QStringLiteral("success"));
    EXPECT_TRUE(chosen.isEmpty());
    EXPECT_GE(m_row.questionMark(1).width(), 24); // large enough to hit
}

} // namespace
