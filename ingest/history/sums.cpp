// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/sums.h"

namespace ingest::history {

void Sums::add(const Rollup &row)
{
    addTo(m_rows[{row.signal, row.slot, row.attrs}], row);
}

void Sums::add(const Sums &other)
{
    for (const auto &[key, sum] : other.m_rows)
        addTo(m_rows[key], sum);
}

const Rollup *Sums::find(std::string_view signal, std::string_view slot) const
{
    const auto found = m_rows.find({std::string(signal), std::string(slot), {}});
    return found == m_rows.end() ? nullptr : &found->second;
}

double Sums::observedSeconds() const
{
    const Rollup *observed = find(kObservedName);
    return observed == nullptr ? 0 : static_cast<double>(observed->n);
}

} // namespace ingest::history
