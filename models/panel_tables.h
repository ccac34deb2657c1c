// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the panels that are no chart and no item model, as tables. Plain functions; any
// thread.
#pragma once

#include "ingest/evidence/what_changed.h"
#include "models/facets.h"
#include "models/figure_table.h"
#include "models/journey_line.h"
#include "models/ledger_flow.h"
#include "models/tiles.h"

namespace models {

// `window` as on the selector: "1h".
[[nodiscard]] FigureTable tilesTable(const std::vector<Tile> &tiles, const QString &window);
[[nodiscard]] FigureTable flowTable(const std::vector<FlowStage> &flow);
// The course of the engine's own costs, one row for each step; its end is the snapshot's.
[[nodiscard]] FigureTable loadTable(const ingest::Snapshot &snapshot);
[[nodiscard]] FigureTable facetTable(const std::vector<Facet> &facets);
[[nodiscard]] FigureTable changedTable(const ingest::evidence::WhatChanged &changed);
[[nodiscard]] FigureTable journeyTable(const JourneyLine &line);

} // namespace models
