// SPDX-License-Identifier: GPL-3.0-or-later
// One wall: turns snapshots into what it shows, keeping what outlives them: the held word, the
// rotation and the age of the data. GUI thread. All times are arguments.
#pragma once

#include "models/data_age.h"
#include "models/held_range.h"
#include "models/wall_picture.h"

#include <QDateTime>

#include <memory>

namespace models {

struct WallInstant
{
    std::int64_t monotonicMs = 0; // since the wall started
    std::int64_t silentMs = 0;    // for how long no new snapshot has come
    QDateTime clock;              // what people see on their watches
};

class Wall
{
public:
    explicit Wall(std::vector<TimedScene> scenes = defaultScenes());

    // `snapshot` is null before the first one. Once a second.
    const WallPicture &update(const std::shared_ptr<const ingest::Snapshot> &snapshot,
                              const WallInstant &instant);
    [[nodiscard]] const WallPicture &picture() const { return m_picture; }
    [[nodiscard]] WallRotation &rotation() { return m_rotation; }

private:
    void judge(const ingest::Snapshot &snapshot, bool ownSilence);
    void explain(const ingest::Snapshot &snapshot);
    void putBand(const ingest::Snapshot *snapshot, bool ownSilence, const WallInstant &instant);
    void putClock(const WallInstant &instant, std::optional<double> ageSeconds);
    void putFreshness(const ingest::Snapshot &snapshot, std::optional<double> ageSeconds);
    void putChart(const ingest::Snapshot &snapshot);
    void rotate(const ingest::Snapshot *snapshot, const WallInstant &instant);

    WallFigures m_figures;
    WallStatus m_status;
    WallRotation m_rotation;
    DataAge m_age;
    HeldRange m_range;
    QString m_ranged;                          // the title of the chart that m_range is of
    std::optional<std::int64_t> m_bandSinceMs; // monotonic, while there is a band of one kind
    WallBand::Kind m_bandKind = WallBand::Kind::incident;
    WallPicture m_picture;
};

} // namespace models
