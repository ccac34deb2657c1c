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

struct Tile
{
    QString key; // "conversion"; stable, for the report
    QString title;
    QString shortTitle; // for narrow windows
    QString value;      // "3.53", or "–"
    QString unit;       // "%", may be empty
    Status status = Status::unknown;
    QString word = QStringLiteral("No data");
    QString note;       // interval, or what is missing; always names what it needs to be trusted
    bool few = false;   // drawn grey
    bool stale = false; // drawn hollow on a hatch
    std::optional<ingest::Interval> interval; // of a ratio, 0 to 1
    std::optional<double> ratio;
    std::vector<double> course; // sparkline, oldest first; NaN where nothing is known

    [[nodiscard]] QString text() const; // value and unit with the narrow space between
    [[nodiscard]] QString sentence(const QString &window) const; // accessible name
};

[[nodiscard]] std::vector<Tile> tilesOf(const ingest::Snapshot &snapshot);

} // namespace models
