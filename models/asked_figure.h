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
    // Of money instead: its events in this currency, whose number nobody has counted.
    std::optional<ingest::SumValue> amount;
    ingest::evidence::Figure figure;
    bool isSpan = false; // brushed on a chart: what changed is asked of its time alone
};

// Whether the figure counts trials of a ratio.
[[nodiscard]] bool isOfRatio(const ingest::config::Configuration &configuration,
                             const AskedFigure &asked);

// `key` as in Tile::key. Of a ratio all its attempts, of the conversion the journeys that had time
// enough to convert. Empty where the tile has no figure.
[[nodiscard]] std::optional<AskedFigure> askedTile(const ingest::Snapshot &snapshot,
                                                   const QString &key);
// `row` of the funnel shown, from 0.
[[nodiscard]] std::optional<AskedFigure> askedStep(const ingest::Snapshot &snapshot,
                                                   std::size_t row);
// What failed in an incident, over the whole window; empty where that is a source.
[[nodiscard]] std::optional<AskedFigure> askedIncident(const ingest::Snapshot &snapshot,
                                                       const ingest::Incident &incident);
[[nodiscard]] std::optional<AskedFigure> askedCategory(const ingest::Snapshot &snapshot,
                                                       std::uint32_t ordinal);

} // namespace models
