// SPDX-License-Identifier: GPL-3.0-or-later
// Renders widgets into build/.../renders, to be looked at, and checks that they drew something.
#include "tests/support/sample_snapshot.h"
#include "widgets/time_lanes.h"

#include <QDir>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include <set>

namespace {

using samples::Sample;

struct Rendering
{
    const char *name;
    Sample sample;
    ingest::Window window;
    QSize size; // logical pixels
    double scale;
    bool dark;
};

std::ostream &operator<<(std::ostream &out, const Rendering &rendering)
{
    return out << rendering.name;
}

QImage render(QWidget &widget, double scale)
{
    QImage image(widget.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::magenta); // whatever stays unpainted shows
    widget.render(&image);
    return image;
}

class RenderTest : public testing::TestWithParam<Rendering>
{
};

TEST_P(RenderTest, TimeLanesPaintEverythingTheyCover)
{
    const Rendering &r = GetParam();
    widgets::TimeLanes lanes;
    lanes.setTheme(r.dark ? widgets::darkTheme() : widgets::lightTheme());
    lanes.resize(r.size);
    lanes.show(samples::sampleSnapshot(r.sample, r.window));
    if (std::string_view(r.name) == "crosshair")
        lanes.setCrosshair(1763645528000.0 - 26 * 60'000);
    const QImage image = render(lanes, r.scale);
    QDir().mkpath(QStringLiteral("renders"));
    image.save(QStringLiteral("renders/lanes-%1.png").arg(QString::fromLatin1(r.name)));
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    EXPECT_FALSE(colours.contains(QColor(Qt::magenta).rgb()));
    EXPECT_GT(colours.size(), 20u);
}

constexpr auto k1h = ingest::Window::oneHour;

INSTANTIATE_TEST_SUITE_P(
    Pictures, RenderTest,
    testing::Values(
        Rendering{"dark-1920", Sample::incident, k1h, {1200, 864}, 1, true},
        Rendering{"light-1920", Sample::incident, k1h, {1200, 864}, 1, false},
        Rendering{"dark-1280", Sample::incident, k1h, {768, 532}, 1, true},
        Rendering{"light-1280", Sample::incident, k1h, {768, 532}, 1, false},
        Rendering{"dark-3840", Sample::incident, k1h, {1200, 864}, 2, true},
        Rendering{"light-3840", Sample::incident, k1h, {1200, 864}, 2, false},
        Rendering{"crosshair", Sample::incident, k1h, {1200, 864}, 1, true},
        Rendering{"few", Sample::fewData, k1h, {1200, 864}, 1, true},
        Rendering{"stale", Sample::stale, k1h, {1200, 864}, 1, true},
        Rendering{"stale-light", Sample::stale, k1h, {1200, 864}, 1, false},
        Rendering{"gap", Sample::gap, k1h, {1200, 864}, 1, true},
        Rendering{"filling", Sample::filling, k1h, {1200, 864}, 1, true},
        Rendering{"healthy", Sample::healthy, k1h, {1200, 864}, 1, true},
        Rendering{"healthy-1m", Sample::healthy, ingest::Window::oneMinute, {1200, 864}, 1, true},
        Rendering{"incident-24h", Sample::incident, ingest::Window::oneDay, {1200, 864}, 1, true},
        Rendering{"empty", Sample::empty, k1h, {1200, 864}, 1, true}),
    [](const auto &row) {
        std::string name = row.param.name;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

} // namespace
