// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exhibit_export.h"

#include "models/panel_tables.h"
#include "tests/support/sample_snapshot.h"
#include "widgets/exhibit_picture.h"
#include "widgets/kpi_row.h"
#include "widgets/table_view.h"
#include "widgets/time_lanes.h"

#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace {

using samples::Sample;
using widgets::ExhibitExport;

class ExhibitExportTest : public testing::Test
{
protected:
    ExhibitExportTest() : m_export(&m_window), m_said(&m_export, &ExhibitExport::said)
    {
        m_figures.resize(1280, 112);
        m_lanes.resize(1200, 700);
        const auto snapshot = samples::sampleSnapshot(Sample::incident);
        m_figures.show(models::tilesOf(*snapshot), QStringLiteral("1h"));
        m_lanes.show(snapshot);
        m_export.setTime(QStringLiteral("1 h"), 1763645528000.0);
        m_export.setAskName([this](const QString &suggested, const QString &) {
            m_suggested = suggested;
            return m_name;
        });
    }
    QByteArray saved(const char *name, widgets::Exhibit &exhibit)
    {
        m_name = m_folder.filePath(QLatin1String(name));
        m_export.save(exhibit);
        QFile file(m_name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // What was said last, and whether it was good.
    std::pair<QString, bool> said() const
    {
        return m_said.isEmpty() ? std::pair(QString(), true)
                                : std::pair(m_said.back()[0].toString(), m_said.back()[1].toBool());
    }

    QTemporaryDir m_folder;
    QString m_name;
    QString m_suggested;
    QWidget m_window;
    widgets::KpiRow m_figures;
    widgets::TimeLanes m_lanes;
    ExhibitExport m_export;
    QSignalSpy m_said;
};

TEST_F(ExhibitExportTest, CopiesAreTheModelsFiguresBetweenTabs)
{
    m_export.copyFigures(m_figures);
    EXPECT_EQ(QApplication::clipboard()->text(),
              models::toTsv(models::tilesTable(m_figures.tiles(), QStringLiteral("1h"))));
}

TEST_F(ExhibitExportTest, EveryKindIsWrittenAndSaidWithItsName)
{
    EXPECT_TRUE(saved("a.csv", m_figures).contains("\r\n"));
    EXPECT_EQ(saved("a.tsv", m_figures), models::toTsv(m_figures.figures()).toUtf8());
    const QImage png = QImage::fromData(saved("a.png", m_lanes));
    EXPECT_GT(png.width(), 2 * m_lanes.width() - 2);
    EXPECT_TRUE(said().second);
    EXPECT_TRUE(said().first.contains(QStringLiteral("a.png")));
    EXPECT_TRUE(m_suggested.contains(QStringLiteral("conversion-20251120T133208Z")))
        << m_suggested.toStdString();
}

// As lines, not as an embedded screenshot of the chart, and looking like the chart.
TEST_F(ExhibitExportTest, ADrawingIsMadeOfLinesAndLooksLikeThePicture)
{
    for (int lane = 0; lane < 4; ++lane) {
        const QByteArray svg = saved("a.svg", m_lanes);
        QSvgRenderer renderer(svg);
        ASSERT_TRUE(renderer.isValid());
        EXPECT_GT(svg.count("<path") + svg.count("<polyline"), 5) << lane;
        const QImage picture =
            widgets::pictureOf(m_lanes, QStringLiteral("caption"), widgets::darkTheme());
        QImage drawn(picture.size(), QImage::Format_RGB32);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        int different = 0;
        for (int y = 0; y < drawn.height(); y += 3)
            for (int x = 0; x < drawn.width(); x += 3)
                different += std::abs(qGray(drawn.pixel(x, y)) - qGray(picture.pixel(x, y))) > 60;
        EXPECT_LT(different, drawn.width() * drawn.height() / 9 / 50) << lane;
        m_lanes.choosePart({600, 100 + lane * 190});
    }
}

TEST_F(ExhibitExportTest, ADrawingKeepsTheHatchOfWhatCannotBeTrusted)
{
    const auto lines = [](const QByteArray &svg) {
        return svg.count("<line") + svg.count("<polyline") + svg.count("<path");
    };
    const auto trusted = lines(saved("a.svg", m_figures));
    m_figures.show(models::tilesOf(*samples::sampleSnapshot(Sample::stale)), QStringLiteral("1h"));
    EXPECT_GT(lines(saved("a.svg", m_figures)), trusted + 100);
}

TEST_F(ExhibitExportTest, TheChartPointedAtIsTheOneThatIsSaved)
{
    m_lanes.choosePart({600, 10});
    EXPECT_EQ(m_lanes.explained(), QStringLiteral("conversion"));
    m_lanes.choosePart({600, 640});
    EXPECT_EQ(m_lanes.explained(), QStringLiteral("revenue"));
    EXPECT_EQ(m_lanes.figures().name, QStringLiteral("revenue"));
}

TEST_F(ExhibitExportTest, AFolderThatCannotBeWrittenIsSaid)
{
    m_name = QStringLiteral("/dev/null/chart.png");
    m_export.save(m_lanes);
    EXPECT_FALSE(said().second);
    EXPECT_TRUE(said().first.contains(m_name)) << said().first.toStdString();
}

TEST_F(ExhibitExportTest, AFullDiskIsSaidAndLeavesWhatWasThere)
{
    const QByteArray before = saved("full.png", m_lanes);
    ASSERT_FALSE(before.isEmpty());
    std::signal(SIGXFSZ, SIG_IGN); // so that writing fails instead
    rlimit old{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tiny{100, old.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    m_lanes.choosePart({600, 640});
    m_export.save(m_lanes);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &old), 0);
    EXPECT_FALSE(said().second) << said().first.toStdString();
    QFile file(m_name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), before);
}

TEST_F(ExhibitExportTest, AnUnknownEndingIsSaidInsteadOfGuessed)
{
    EXPECT_TRUE(saved("a.jpg", m_lanes).isEmpty());
    EXPECT_FALSE(said().second);
}

TEST_F(ExhibitExportTest, NothingHappensWhereTheQuestionForANameIsClosed)
{
    m_name.clear();
    m_export.save(m_lanes);
    EXPECT_TRUE(m_said.isEmpty());
}

} // namespace
