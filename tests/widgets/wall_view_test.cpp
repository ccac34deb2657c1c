// SPDX-License-Identifier: GPL-3.0-or-later
// Renders walls into build/.../renders, to be looked at, and checks what they drew.
#include "widgets/wall_view.h"

#include "models/wall.h"
#include "tests/support/sample_snapshot.h"

#include <QDir>
#include <QImage>

#include <gtest/gtest.h>

#include <set>

namespace {

using samples::Sample;

models::WallPicture pictureOf(Sample sample, std::int64_t monotonicMs = 1000)
{
    const auto snapshot = samples::sampleSnapshot(sample, ingest::Window::oneHour);
    auto changed = std::make_shared<ingest::Snapshot>(*snapshot);
    if (sample == Sample::incident) {
        ingest::Incident incident;
        incident.title = "Payment success";
        incident.since = snapshot->asOf - std::chrono::minutes(29);
        incident.failures = 231;
        incident.trials = 1000;
        incident.owner = {"Payments", "#payments-oncall", ""};
        incident.cost.lostSums = {{ingest::wire::CurrencyCode{{'E', 'U', 'R'}}, 3'240'000, 2}};
        changed->incidents = {incident};
    }
    models::Wall wall;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(
        snapshot->engineTime.time_since_epoch());
    return wall.update(changed, {monotonicMs, 0, QDateTime::fromMSecsSinceEpoch(ms.count())});
}

QImage render(widgets::WallView &view)
{
    QImage image(view.size(), QImage::Format_RGB32);
    image.fill(Qt::magenta); // whatever stays unpainted shows
    view.render(&image);
    return image;
}

std::set<QRgb> coloursOf(const QImage &image)
{
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    return colours;
}

struct Row
{
    const char *name;
    Sample sample;
    QSize size;
    bool dark;
    std::int64_t monotonicMs;
};

class WallViewTest : public testing::TestWithParam<Row>
{
};

TEST_P(WallViewTest, PaintsEverythingItCovers)
{
    const Row &row = GetParam();
    widgets::WallView view;
    view.setTheme(row.dark ? widgets::darkTheme() : widgets::lightTheme());
    view.resize(row.size);
    view.show(pictureOf(row.sample, row.monotonicMs));
    const QImage image = render(view);
    QDir().mkpath(QStringLiteral("renders"));
    image.save(QStringLiteral("renders/wall-%1.png").arg(QString::fromLatin1(row.name)));
    const std::set<QRgb> colours = coloursOf(image);
    EXPECT_FALSE(colours.contains(QColor(Qt::magenta).rgb()));
    EXPECT_GT(colours.size(), 20u);
}

constexpr QSize kHd(1920, 1080);

INSTANTIATE_TEST_SUITE_P(
    Pictures, WallViewTest,
    testing::Values(Row{"incident", Sample::incident, kHd, true, 1000},
                    Row{"healthy", Sample::healthy, kHd, true, 1000},
                    Row{"healthy_light", Sample::healthy, kHd, false, 1000},
                    Row{"stale", Sample::stale, kHd, true, 1000},
                    Row{"stale_light", Sample::stale, kHd, false, 1000},
                    Row{"few", Sample::fewData, kHd, true, 1000},
                    Row{"gap", Sample::gap, kHd, true, 1000},
                    Row{"filling", Sample::filling, kHd, true, 1000},
                    Row{"empty", Sample::empty, kHd, true, 1000},
                    Row{"swapped", Sample::incident, kHd, true, 1'860'000},
                    Row{"portrait", Sample::incident, QSize(1080, 1920), true, 1000},
                    Row{"portrait_stale", Sample::stale, QSize(1080, 1920), true, 1000},
                    Row{"small", Sample::incident, QSize(1280, 720), true, 1000},
                    Row{"square", Sample::healthy, QSize(900, 900), true, 1000}),
    [](const auto &row) { return std::string(row.param.name); });

TEST(WallViewPaintingTest, ScalesTheSceneToWhatFits)
{
    widgets::WallView view;
    view.resize(1280, 720);
    EXPECT_DOUBLE_EQ(view.scale(), 1280.0 / 1920);
    view.resize(3840, 1080);
    EXPECT_DOUBLE_EQ(view.scale(), 1);
    view.resize(1080, 1920);
    EXPECT_DOUBLE_EQ(view.scale(), 1);
}

TEST(WallViewPaintingTest, TheBandIsFilledInTheColourOfItsStatus)
{
    widgets::WallView view;
    view.resize(kHd);
    view.show(pictureOf(Sample::incident));
    EXPECT_EQ(render(view).pixelColor(1100, 300), widgets::darkTheme().crit);
    view.show(pictureOf(Sample::stale));
    EXPECT_EQ(render(view).pixelColor(1100, 300), widgets::darkTheme().text);
}

TEST(WallViewPaintingTest, NeverUsesPureWhite)
{
    widgets::WallView view;
    view.resize(kHd);
    for (const Sample sample : {Sample::incident, Sample::healthy, Sample::stale}) {
        view.show(pictureOf(sample));
        EXPECT_FALSE(coloursOf(render(view)).contains(qRgb(255, 255, 255)));
    }
}

TEST(WallViewPaintingTest, ItsNameIsWhatItSays)
{
    widgets::WallView view;
    view.show(pictureOf(Sample::stale));
    EXPECT_TRUE(view.accessibleName().startsWith(QStringLiteral("DATA STALE.")));
}

} // namespace
