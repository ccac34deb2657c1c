// SPDX-License-Identifier: GPL-3.0-or-later
// The six figures on top of the Experience page, as text: value, unit, status word, uncertainty.
// The one definition of each, for the window, the report and the accessible name. Any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QString>

#include <optional>
#include <vector>

namespace models {

// How far a figure is from what it was; see tile_deltas.h.
struct TileDelta
{
    QString text; // "0.18 pp" with an arrow, "−0.18 pp" without; "no history yet", "no history"
    QString name; // "last Thu"
    QString then; // "3.71 %"
    QString sentence;            // for the accessible name
    int arrow = 0;               // -1 down, 1 up; 0: as usual
    std::optional<bool> outside; // the usual; empty: that cannot be told
    bool known = false;
    std::optional<double> figure; // what it was, in the unit of tileFigure()
    std::vector<double> course;   // of then
};

struct Tile
{
    QString key; // "conversion"; stable, for the report
    QString title;
    QString shortTitle; // for narrow windows
    QString value;      // "3.53", or "–"
    QString unit;       // "%", may be empty
    Status status = Status::unknown;
    QString word = QStringLiteral("No data"); // empty: nothing to judge it by
    QString note;       // interval, or what is missing; always names what it needs to be trusted
    bool few = false;   // drawn grey
    bool stale = false; // drawn hollow on a hatch
    bool gaps = false;  // as usual as far as is known, but part of it never came
    std::optional<ingest::Interval> interval; // of a ratio, 0 to 1
    std::optional<double> ratio;
    std::optional<double> exact; // the figure with every digit, in `exactUnit`
    QString exactUnit;           // "%", "EUR/min", "ms"
    std::vector<double> course;  // sparkline, oldest first; NaN where nothing is known
    std::optional<TileDelta> delta;

    [[nodiscard]] QString text() const; // value and unit with the narrow space between
    [[nodiscard]] QString sentence(const QString &window) const; // accessible name
};

[[nodiscard]] std::vector<Tile> tilesOf(const ingest::Snapshot &snapshot);

} // namespace models
