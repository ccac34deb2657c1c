// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour and font of the product, as one value. The window owns the current theme and passes
// it down through setTheme(); nobody looks it up, so two windows may differ. GUI thread.
#pragma once

#include "models/status.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>
#include <cstdint>

namespace widgets {

struct Theme
{
    bool dark = true;
    double textScale = 1; // 1 to 1.5

    QColor bar, panel, raised, inset, sel; // surfaces
    QColor rule, rule2, grid;              // decoration, never meaning alone
    QColor text, text2, muted;             // values, labels, units and ticks
    QColor accent;                         // focus, selection, links
    QColor data, ci, base;                 // current series, its 95 % band, baseline
    QColor ok, warn, crit, stale;          // status only
    QColor p50, p75, p95, p99;             // percentiles, one hue
    std::array<QColor, 7> categories;      // A to G
    QColor other;                          // categories beyond G, and "(other)"
    std::array<QColor, 10> heat;           // few to many
    double stackOpacity = 0.5;             // stacked categories below the top one

    // Inter with tabular figures at `px` logical pixels before text scale.
    [[nodiscard]] QFont font(int px, QFont::Weight weight = QFont::Normal) const;
    // For ids, queries, payloads and commands.
    [[nodiscard]] QFont monoFont(int px) const;
    // `px` logical pixels before text scale.
    [[nodiscard]] int scaled(int px) const;
    [[nodiscard]] QColor category(std::uint32_t ordinal) const;
    [[nodiscard]] QColor status(models::Status status) const;
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] Theme darkTheme();
[[nodiscard]] Theme lightTheme();

// Near-black or white, whichever contrasts more with `fill`.
[[nodiscard]] QColor inkOn(const QColor &fill);

// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace widgets
