// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/announcements.h"

#include "models/tile_deltas.h"

#include <QStringList>

namespace models {

QString statusSentence(const ingest::Snapshot &snapshot, const QString &state)
{
    QStringList parts{state};
    for (const Tile &tile : comparedTiles(snapshot))
        if (tile.status == Status::look || tile.status == Status::bad)
            parts.append(QStringLiteral("%1: %2").arg(tile.title, tile.word));
    return parts.join(QStringLiteral(". "));
}

std::optional<QString> Announcements::update(const QString &status, std::int64_t nowMs)
{
    if (!m_said) {
        m_said = status;
        return std::nullopt;
    }
    if (status == *m_said || (m_saidMs && nowMs - *m_saidMs < kApartMs))
        return std::nullopt;
    m_said = status;
    m_saidMs = nowMs;
    return status;
}

} // namespace models
