// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_spans.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr double kPenReach = 4;
constexpr std::int64_t kNear = 48;
constexpr std::size_t kMost = 4;

} // namespace

void ColumnSpans::add(double from, double to)
{
    m_spans.push_back({static_cast<std::int64_t>(std::floor(from - kPenReach)),
                       static_cast<std::int64_t>(std::ceil(to + kPenReach)) + 1});
}

bool ColumnSpans::touch(double from, double to) const
{
    return m_all || std::any_of(m_spans.begin(), m_spans.end(), [&](const ColumnSpan &span) {
               return double(span.to) + double(kNear) >= from &&
                      double(span.from) <= to + kPenReach;
           });
}

std::vector<ColumnSpan> ColumnSpans::within(std::int64_t from, std::int64_t to) const
{
    if (m_all)
        return {{from, to}};
    std::vector<ColumnSpan> sorted;
    for (const ColumnSpan &span : m_spans)
        if (span.to > from && span.from < to)
            sorted.push_back({std::max(span.from, from), std::min(span.to, to)});
    std::sort(sorted.begin(), sorted.end(),
              [](const ColumnSpan &a, const ColumnSpan &b) { return a.from < b.from; });
    std::vector<ColumnSpan> out;
    for (const ColumnSpan &span : sorted) {
        if (!out.empty() && (span.from <= out.back().to + kNear || out.size() == kMost))
            out.back().to = std::max(out.back().to, span.to);
        else
            out.push_back(span);
    }
    return out;
}

} // namespace models
