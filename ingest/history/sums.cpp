// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/sums.h"

namespace ingest::history {

// Names are copied where they are new alone: tens of thousands of rows are added up for a chart.
Rollup &Sums::at(const KeyView &key)
{
    const auto found = m_rows.lower_bound(key);
    if (found != m_rows.end() && found->first == key)
        return found->second;
    const auto &[signal, slot, attrs] = key;
    return m_rows.emplace_hint(found, Key{signal, slot, attrs}, Rollup{})->second;
}

void Sums::add(const Rollup &row)
{
    addTo(at({row.signal, row.slot, row.attrs}), row);
}

void Sums::add(const Sums &other)
{
    for (const auto &[key, sum] : other.m_rows)
        addTo(at(key), sum);
}

const Rollup *Sums::find(std::string_view signal, std::string_view slot) const
{
    const auto found = m_rows.find(KeyView{signal, slot, {}});
    return found == m_rows.end() ? nullptr : &found->second;
}

double Sums::observedSeconds() const
{
    const Rollup *observed = find(kObservedName);
    return observed == nullptr ? 0 : static_cast<double>(observed->n);
}

} // namespace ingest::history
