// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrubber.h"

#include "widgets/transport_bar.h"

#include <QPushButton>

#include <gtest/gtest.h>

namespace {

TEST(ScrubberWidgetTest, ACapsuleHoldsTheWindowInViewWithinTheRecording)
{
    widgets::Scrubber scrubber;
    models::ScrubberView view;
    view.timeline = std::make_shared<const ingest::replay::Timeline>();
    view.fromMs = 1.8e12;
    view.toMs = view.fromMs + 600'000;
    view.atMs = view.fromMs + 300'000;
    view.spanMs = 60'000;
    scrubber.show(view);
    EXPECT_EQ(scrubber.span(), std::pair(view.atMs - 60'000, view.atMs));
    view.spanMs = 3'600'000;
    scrubber.show(view);
    EXPECT_EQ(scrubber.span(), std::pair(view.fromMs, view.atMs));
}

TEST(ScrubberWidgetTest, IsMarkedAsThePast)
{
    widgets::Scrubber scrubber;
    scrubber.resize(1280, 172);
    EXPECT_EQ(scrubber.grab().toImage().pixelColor(640, 0), scrubber.theme().warn);
}

} // namespace
