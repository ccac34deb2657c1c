// SPDX-License-Identifier: GPL-3.0-or-later
// What has been painted is not painted again: the picture must equal one painted afresh.
#include "tests/support/live_hour.h"
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

QString difference(const QImage &a, const QImage &b)
{
    int count = 0;
    QRect box;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) {
                ++count;
                box |= QRect(x, y, 1, 1);
            }
    return QStringLiteral("%1 pixels in %2..%3 x %4..%5")
        .arg(count)
        .arg(box.left())
        .arg(box.right())
        .arg(box.top())
        .arg(box.bottom());
}

struct ScrolledLanesTest : testing::TestWithParam<samples::Sample>
{
};

TEST_P(ScrolledLanesTest, ThePictureEqualsOnePaintedAfresh)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    const auto chance = [&](int of) { return random() % unsigned(of) == 0; };
    samples::LiveHour hour(seed, GetParam());
    widgets::TimeLanes lanes;
    QSize size(1200, 864);
    widgets::Theme theme = widgets::darkTheme();
    for (int step = 0; step < 25; ++step) {
        hour.advance(std::chrono::seconds(chance(10) ? 900 : random() % 12));
        for (unsigned i = random() % 4; i > 0; --i)
            hour.revise();
        if (chance(8))
            size = QSize(700 + int(random() % 600), 500 + int(random() % 500));
        if (chance(8))
            theme = theme.dark ? widgets::lightTheme() : widgets::darkTheme();
        lanes.resize(size);
        lanes.setTheme(theme);
        const auto snapshot = hour.snapshot();
        lanes.show(snapshot);
        const QImage kept = pictureOf(lanes);
        lanes.forgetPicture();
        const QImage fresh = pictureOf(lanes);
        ASSERT_EQ(kept, fresh) << "step " << step << ": " << difference(kept, fresh).toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, ScrolledLanesTest,
                         testing::Values(samples::Sample::incident, samples::Sample::gap,
                                         samples::Sample::filling, samples::Sample::stale));

} // namespace
