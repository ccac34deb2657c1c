// SPDX-License-Identifier: GPL-3.0-or-later
// The exact greatest value of every stretch of event time that a window or a chart point covers,
// whatever the order of arrival. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/window_edges.h"

#include <optional>
#include <vector>

namespace ingest::metrics {

class MaxRing
{
public:
    MaxRing();

    // `value` is not negative; `bucket` lies less than 300 s after asOf.
    void add(Second bucket, double value);
    // The first call only sets asOf.
    void advanceTo(Second asOf);

    [[nodiscard]] std::optional<double> max(Window window) const;
    // Over (from, to], `to` at most the second after asOf; beyond the last 61 minutes `from` is a
    // whole minute.
    [[nodiscard]] std::optional<double> max(Second from, Second to) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[started, asOf, seconds, minutes, all] = *this;
        state(started, asOf, all);
        state.fixed(seconds);
        state.fixed(minutes);
    }

private:
    static constexpr Seconds kSecondsKept{3660};
    static constexpr Seconds kMinutesKept{25 * 3600};
    static constexpr std::size_t kSecondSlots = 4096;
    static constexpr std::size_t kMinuteSlots = 2048;

    static std::size_t secondSlot(Second bucket);
    static std::size_t minuteSlot(Second end);
    void close(Second at);
    [[nodiscard]] double maxOfSeconds(Second from, Second to) const;

    bool m_started = false;
    Second m_asOf{};
    std::vector<double> m_seconds; // negative: nothing
    std::vector<double> m_minutes;
    double m_all;
};

} // namespace ingest::metrics
