// SPDX-License-Identifier: GPL-3.0-or-later
// 'What is this?' for every figure and panel: its definition, window, sample, completeness and what
// is left out. The one definition of a figure, wherever it appears. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

#include <vector>

namespace models {

struct Explanation
{
    struct Line
    {
        QString name; // "Definition"
        QString text;
    };

    QString title;
    std::vector<Line> lines;

    [[nodiscard]] QString text() const; // for the clipboard and screen readers
};

// Of a tile's key ("conversion"; see Tile::key) or a panel's ("funnel", "categories", "changed",
// "journey", "events", "facets", "ledger", "sources", "engine"). Without lines for any other.
[[nodiscard]] Explanation explanationOf(const ingest::Snapshot &snapshot, const QString &key);

} // namespace models
