// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of history add up to, by signal, slot and attributes. Plain values; any thread.
#pragma once

#include "ingest/rollup.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace ingest::history {

class Sums
{
public:
    void add(const Rollup &row);
    void add(const Sums &other);

    // Null where there is none.
    [[nodiscard]] const Rollup *find(std::string_view signal, std::string_view slot = {}) const;
    // Calls visit(slot, sum) for the signal as a whole, in the order of its slots.
    template <class Visit>
    void forEachSlot(std::string_view signal, Visit visit) const
    {
        for (const auto &[key, sum] : m_rows)
            if (std::get<0>(key) == signal && std::get<2>(key).empty())
                visit(std::get<1>(key), sum);
    }
    // Calls visit(attrs, sum) for what is broken down.
    template <class Visit>
    void forEachValue(std::string_view signal, Visit visit) const
    {
        for (const auto &[key, sum] : m_rows)
            if (std::get<0>(key) == signal && !std::get<2>(key).empty())
                visit(std::get<2>(key), sum);
    }
    [[nodiscard]] double observedSeconds() const;
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

private:
    using Key = std::tuple<std::string, std::string, std::string>;
    using KeyView = std::tuple<std::string_view, std::string_view, std::string_view>;
    [[nodiscard]] Rollup &at(const KeyView &key);

    std::map<Key, Rollup, std::less<>> m_rows;
};

} // namespace ingest::history
