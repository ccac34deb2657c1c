// SPDX-License-Identifier: GPL-3.0-or-later
// Joins what an engine has counted with what history kept of other runs: every row belongs to one
// run, so that both add up without a bucket twice or a seam. Owned by the ingest thread.
#pragma once

#include "ingest/history/past_window.h"
#include "ingest/snapshot.h"

#include <functional>
#include <memory>

namespace ingest::history {

// As Engine's rollups(), and its rollupsOf() funnels.
struct EngineRows
{
    std::function<std::vector<Rollup>(Second from, Seconds resolution)> all;
    std::function<std::vector<Rollup>(Second from, Seconds resolution)> funnels;
};

class JoinedWindow
{
public:
    // `past`: rows of other runs than the engine's.
    explicit JoinedWindow(std::shared_ptr<const PastWindow> past);

    // `snapshot` is the engine's own, of a window it keeps, at least an hour long. The window then
    // begins at the whole row at or before its start.
    void complete(Snapshot &snapshot, const EngineRows &engine);

private:
    [[nodiscard]] const Sums &pastSince(Second start, Second to);
    void putObserved(Snapshot &snapshot, Second start) const;
    [[nodiscard]] std::shared_ptr<const Metrics> join(const Snapshot &snapshot, Second start,
                                                      const EngineRows &engine);
    void addPoints(const Snapshot &snapshot, const config::SignalConfiguration &signal,
                   const SignalValue &live, const EngineRows &engine, SignalValue &value) const;
    void addFailures(Metrics &metrics, const Sums &sums) const;

    std::shared_ptr<const PastWindow> m_past;
    Second m_sumsStart{};
    Sums m_sums;
    std::shared_ptr<const Metrics> m_madeOf;
    std::shared_ptr<const Metrics> m_made;
};

} // namespace ingest::history
