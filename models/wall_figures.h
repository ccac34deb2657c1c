// SPDX-License-Identifier: GPL-3.0-or-later
// The four giant numbers of the wall, from the tiles of the Experience page: the same figures, with
// a status that does not flap. Owned by one wall; time comes with the snapshot.
#pragma once

#include "models/held_status.h"
#include "models/tiles.h"
#include "models/wall_rotation.h"

#include <QString>

#include <array>
#include <vector>

namespace models {

struct WallFigure
{
    WallScene scene = WallScene::conversion;
    QString label;
    QString value; // "3.30", or "–"
    QString unit;  // "%", may be empty
    Status status = Status::unknown;
    QString word;        // empty: nothing to judge it by
    QString note;        // "3.46–3.60", "good ≤ 2.5 s", "as of 14:27", "0.41 pp"; may be empty
    int arrow = 0;       // before the note: outside usual, -1 down, 1 up
    QString against;     // then: "0.41 pp below last Thu, which was 3.71 %"
    bool known = false;  // there is such a signal
    bool judged = false; // known, trusted and with enough events
    bool few = false;    // drawn grey
    bool stale = false;  // drawn hollow on a hatch
    bool gaps = false;   // normal as far as is known, but part of it never came
    std::vector<double> course;
    std::vector<double> courseThen; // what it is compared with; may be empty
};

class WallFigures
{
public:
    const std::array<WallFigure, 4> &update(const ingest::Snapshot &snapshot);
    // Nothing of what was last given can be trusted any more, whatever it says of itself.
    const std::array<WallFigure, 4> &distrustAll(const ingest::Snapshot &snapshot);

    // The worst of those that are judged, the first such; null where none is.
    [[nodiscard]] const WallFigure *worst() const;
    [[nodiscard]] bool anyStale() const;
    // Whether anything can be said of how customers fare: conversion or success is judged, or where
    // there is neither, one of the others.
    [[nodiscard]] bool enough() const;

private:
    struct Held
    {
        HeldStatus status;
        std::array<QString, 3> words; // the last one that went with normal, look and bad
    };

    std::array<WallFigure, 4> m_figures;
    std::array<Held, 4> m_held;
};

} // namespace models
