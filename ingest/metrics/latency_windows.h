// SPDX-License-Identifier: GPL-3.0-or-later
// The running histogram of every window: what a TallyRing of histogram slots keeps. Maxima are kept
// elsewhere. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/latency_histogram.h"
#include "ingest/metrics/tally_table.h"
#include "ingest/metrics/window_edges.h"

#include <array>

namespace ingest::metrics {

class LatencyWindows
{
public:
    using Quantity = Count;
    using OpenTallies = TallyTable<Count>;

    void enter(Window window, const Tally<Count> &tally)
    {
        m_histograms[indexOf(window)].enter(static_cast<std::uint16_t>(tally.key),
                                            tally.quantity.n);
    }
    void leave(Window window, const Tally<Count> &tally)
    {
        m_histograms[indexOf(window)].leave(static_cast<std::uint16_t>(tally.key),
                                            tally.quantity.n);
    }
    [[nodiscard]] LatencyHistogram &of(Window window) { return m_histograms[indexOf(window)]; }

    // Keys are below this.
    [[nodiscard]] static std::uint32_t keys() { return LatencyHistogram::kZeroSlot + 1; }

    // What no slice tells: the totals since the start, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[histograms] = *this;
        state(histograms[indexOf(Window::all)]);
    }

private:
    std::array<LatencyHistogram, kWindowCount> m_histograms;
};

} // namespace ingest::metrics
