// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_strip.h"

#include "widgets/fitted_text.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

struct DataStripTest : testing::Test
{
    DataStripTest()
    {
        m_strip.resize(1920, 28);
        m_honesty.headline = QStringLiteral("Data nearly complete");
        m_honesty.detail = QStringLiteral("one source is late");
        m_honesty.facts = {{QStringLiteral("Events"), QStringLiteral("12,480/s"), false},
                           {QStringLiteral("Clock skew"), QStringLiteral("38 ms"), true}};
        m_strip.show(m_honesty);
    }
    QImage picture()
    {
        QImage image(m_strip.size(), QImage::Format_RGB32);
        m_strip.render(&image);
        return image;
    }
    widgets::DataStrip m_strip;
    models::Honesty m_honesty;
};

TEST_F(DataStripTest, ItsNameIsTheSentenceWithAllFacts)
{
    EXPECT_EQ(m_strip.accessibleName(),
              QStringLiteral(
                  "Data nearly complete, one source is late, Events 12,480/s, Clock skew 38 ms"));
}

TEST_F(DataStripTest, AClickAndEnterActivateOtherKeysDoNot)
{
    const QSignalSpy activated(&m_strip, &widgets::DataStrip::activated);
    QTest::keyClick(&m_strip, Qt::Key_A);
    EXPECT_EQ(activated.count(), 0);
    QTest::keyClick(&m_strip, Qt::Key_Return);
    QTest::mouseClick(&m_strip, Qt::LeftButton);
    EXPECT_EQ(activated.count(), 2);
}

TEST_F(DataStripTest, OptionalFactsGoWhereRoomIsShort)
{
    const QImage wide = picture();
    m_strip.resize(1280, 28);
    const QImage narrow = picture();
    m_honesty.facts.pop_back();
    m_strip.show(m_honesty);
    EXPECT_EQ(picture(), narrow);
    m_strip.resize(1920, 28);
    EXPECT_NE(picture(), wide);
}

TEST_F(DataStripTest, ANumberIsShownWholeOrNotAtAll)
{
    const QString text = QStringLiteral("everything is as it was known at 21:15:02");
    const QFontMetrics metrics(m_strip.font());
    const int all = metrics.horizontalAdvance(text);
    EXPECT_EQ(widgets::elidedByWords(text, metrics, all + 2), text);
    EXPECT_EQ(widgets::elidedByWords(text, metrics, all - 8),
              QStringLiteral("everything is as it was known at …"));
    EXPECT_EQ(widgets::elidedByWords(text, metrics, 4), QString());
    const QString silent = QStringLiteral("nothing came for 3 seconds");
    EXPECT_EQ(widgets::elidedByWords(silent, metrics, metrics.horizontalAdvance(silent) - 8),
              QStringLiteral("nothing came for …"));
}

} // namespace
