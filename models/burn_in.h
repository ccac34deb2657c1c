// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a picture that stands for weeks from burning into the panel: it wanders, changes sides and
// alternates its filled band. Plain functions; any thread. Time is an argument.
#pragma once

#include <QPoint>

#include <cstdint>

namespace models {

struct BurnInShift
{
    QPoint offset;             // scene pixels, at most 4 either way
    bool sidesSwapped = false; // clock left, status right
};

// One step a minute on a path of eight points around the middle; sides change every 30 minutes.
[[nodiscard]] BurnInShift burnInShift(std::int64_t sinceStartSeconds);

// A band older than 30 minutes is an outline in every second 10 minutes.
[[nodiscard]] bool bandOutlined(std::int64_t ageSeconds);

} // namespace models
