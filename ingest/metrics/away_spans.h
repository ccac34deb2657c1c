// SPDX-License-Identifier: GPL-3.0-or-later
// When Bellwether was not there: what was published then is neither received nor lost, it was not
// observed. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/time.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace ingest::metrics {

class AwaySpans
{
public:
    struct Span // (from, to]
    {
        Timestamp from{};
        Timestamp to{};
    };
    // Of more, the oldest are forgotten, but for their length.
    static constexpr std::size_t kMost = 256;

    // Not before the end of the one before; an empty one is none.
    void add(Timestamp from, Timestamp to)
    {
        if (from >= to)
            return;
        if (m_spans.size() == kMost)
            m_spans.erase(m_spans.begin());
        m_spans.push_back({from, to});
        m_total += to - from;
    }

    // How much of (from, to] was not observed.
    [[nodiscard]] Nanoseconds within(Timestamp from, Timestamp to) const
    {
        Nanoseconds sum{0};
        for (const Span &span : m_spans)
            sum += std::max(Nanoseconds{0}, std::min(to, span.to) - std::max(from, span.from));
        return sum;
    }
    [[nodiscard]] Nanoseconds total() const { return m_total; }
    [[nodiscard]] bool hold(Timestamp at) const
    {
        return std::ranges::any_of(
            m_spans, [at](const Span &span) { return at > span.from && at <= span.to; });
    }
    // The end of the last one.
    [[nodiscard]] std::optional<Timestamp> returnedAt() const
    {
        return m_spans.empty() ? std::nullopt : std::optional(m_spans.back().to);
    }
    [[nodiscard]] const std::vector<Span> &spans() const { return m_spans; } // ascending

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[spans, total] = *this;
        state(spans, total);
        if constexpr (Archive::kReading)
            state.require(spans.size() <= kMost && std::ranges::all_of(spans, &isOne) &&
                              total >= Nanoseconds{0} && total <= Nanoseconds::max() / 2,
                          "a time away that never was");
    }

private:
    // No difference of such instants overflows.
    static bool isOne(const Span &span)
    {
        return span.from < span.to && span.from >= Timestamp{} &&
               span.to.time_since_epoch() <= Nanoseconds::max() / 2;
    }

    std::vector<Span> m_spans;
    Nanoseconds m_total{0};
};

} // namespace ingest::metrics
