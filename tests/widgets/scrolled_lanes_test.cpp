// SPDX-License-Identifier: GPL-3.0-or-later
// What has been painted is not painted again: the picture must equal one painted afresh.
#include "tests/support/live_window.h"
#include "widgets/time_lanes.h"

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace {

QImage pictureOf(widgets::TimeLanes &lanes)
{
    lanes.drawWaiting();
    QImage image(lanes.size(), QImage::Format_RGB32);
    lanes.render(&image);
    return image;
}

// How many pixels differ by more than the smoothing of an edge that was cut there.
int differing(const QImage &a, const QImage &b)
{
    constexpr int kSmoothing = 8; // of 255
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            if (one != other && (std::abs(qRed(one) - qRed(other)) > kSmoothing ||
                                 std::abs(qGreen(one) - qGreen(other)) > kSmoothing ||
                                 std::abs(qBlue(one) - qBlue(other)) > kSmoothing))
                ++count;
        }
    return count;
}

constexpr int kMayDiffer = 12; // pixels, of a million: the tips of spikes at a cut

struct Case
{
    samples::Sample sample;
    ingest::Window window;
};

// Many points a pixel in the hour, many pixels a point in the minute.
struct ScrolledLanesTest : testing::TestWithParam<Case>
{
};

TEST_P(ScrolledLanesTest, ThePictureEqualsOnePaintedAfresh)
{
    const QByteArray again = qgetenv("BELLWETHER_SEED");
    const unsigned seed = again.isEmpty() ? std::random_device{}() : again.toUInt();
    SCOPED_TRACE("seed " + std::to_string(seed));
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    const auto chance = [&](int of) { return random() % unsigned(of) == 0; };
    samples::LiveWindow live(seed, GetParam().sample, GetParam().window);
    widgets::TimeLanes lanes;
    QSize size(1200, 864);
    widgets::Theme theme = widgets::darkTheme();
    for (int step = 0; step < 25; ++step) {
        live.advance(std::chrono::seconds(chance(10) ? 900 : random() % 12));
        for (unsigned i = random() % 4; i > 0; --i)
            live.revise();
        if (chance(8))
            size = QSize(700 + int(random() % 600), 500 + int(random() % 500));
        if (chance(8)) { // which paints everything anew
            theme = theme.dark ? widgets::lightTheme() : widgets::darkTheme();
            lanes.setTheme(theme);
        }
        lanes.resize(size);
        const auto snapshot = live.snapshot();
        lanes.show(snapshot);
        const QImage kept = pictureOf(lanes);
        lanes.forgetPicture();
        const QImage fresh = pictureOf(lanes);
        ASSERT_EQ(kept.size(), fresh.size());
        EXPECT_LE(differing(kept, fresh), kMayDiffer) << "step " << step;
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, ScrolledLanesTest,
                         testing::Values(Case{samples::Sample::incident, ingest::Window::oneHour},
                                         Case{samples::Sample::incident, ingest::Window::oneMinute},
                                         Case{samples::Sample::gap, ingest::Window::oneMinute},
                                         Case{samples::Sample::filling, ingest::Window::oneHour},
                                         Case{samples::Sample::stale, ingest::Window::oneHour}));

} // namespace
