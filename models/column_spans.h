// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a chart have to be painted again: a small set of spans. Plain values; any
// thread.
#pragma once

#include <cstdint>
#include <vector>

namespace models {

struct ColumnSpan
{
    std::int64_t from = 0;
    std::int64_t to = 0; // exclusive
    bool operator==(const ColumnSpan &) const = default;
};

class ColumnSpans
{
public:
    void add(double from, double to);
    void addAll() { m_all = true; }
    [[nodiscard]] bool touch(double from, double to) const;
    // In order, clipped to [from, to), a few pixels wider than what was added, for the width of
    // pens. Close ones are one, and many are one: each costs a pass over all lines.
    [[nodiscard]] std::vector<ColumnSpan> within(std::int64_t from, std::int64_t to) const;

private:
    std::vector<ColumnSpan> m_spans;
    bool m_all = false;
};

} // namespace models
