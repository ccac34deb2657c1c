// SPDX-License-Identifier: GPL-3.0-or-later
// The figure somebody asks the events of: a tile, a step of the funnel, a category. Plain values
// and functions; any thread.
#pragma once

#include "ingest/evidence/figure.h"
#include "ingest/snapshot.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace models {

struct AskedFigure
{
    QString title;           // "Payment success"
    std::uint64_t count = 0; // events, or journeys where the figure counts those
    ingest::evidence::Figure figure;
};

// `key` as in Tile::key. Of a ratio all its attempts, of the conversion the journeys that had time
// enough to convert. Empty where the tile has no figure.
[[nodiscard]] std::optional<AskedFigure> askedTile(const ingest::Snapshot &snapshot,
                                                   const QString &key);
// `row` of the funnel shown, from 0.
[[nodiscard]] std::optional<AskedFigure> askedStep(const ingest::Snapshot &snapshot,
                                                   std::size_t row);
[[nodiscard]] std::optional<AskedFigure> askedCategory(const ingest::Snapshot &snapshot,
                                                       std::uint32_t ordinal);

} // namespace models
