// SPDX-License-Identifier: GPL-3.0-or-later
// The attribute values of a set of attempts as dense numbers, to be counted quickly. Attributes
// that name the single case (ids, amounts) or tell a failure only once it has happened (reasons)
// are left out. One per question; any thread.
#pragma once

#include "ingest/evidence/attempts.h"
#include "ingest/evidence/event_reader.h"
#include "ingest/evidence/significance.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ingest::evidence {

struct Trait
{
    std::uint32_t attribute = 0;
    std::uint32_t value = 0;
    bool operator==(const Trait &) const = default;
};

class TraitTable
{
public:
    explicit TraitTable(const wire::FieldPlaces &places) : m_reader(places) {}

    // First the attempts of the span in question, then those of the time before.
    void add(const std::vector<Attempt> &attempts, bool now);
    // Once after all were added.
    void leaveOutTellTales();

    // Pairs to be looked at: seen on at least so many attempts of the span, by name.
    [[nodiscard]] std::vector<Trait> traits(std::uint64_t least) const;
    [[nodiscard]] const std::string &attribute(const Trait &trait) const;
    [[nodiscard]] const std::string &value(const Trait &trait) const;

    // Counted over those that bear all of `within`: marked are those that bear `trait` as well.
    [[nodiscard]] Table count(bool now, const Trait &trait, const std::vector<Trait> &within) const;

private:
    static constexpr std::uint32_t kNone = 0;

    struct Column
    {
        std::string name;
        std::map<std::string, std::uint32_t, std::less<>> numbers; // from 1
        std::vector<std::string> values;                           // by number - 1
        std::vector<std::uint32_t> cells;                          // by row; shorter: kNone
        bool usable = true;
        bool tooMany = false; // different values: no longer told apart
    };
    struct Row
    {
        bool now = false;
        bool fails = false;
    };

    Column &columnOf(std::string_view name);
    void put(std::string_view name, std::string_view value);
    [[nodiscard]] bool isTellTale(const Column &column) const;
    [[nodiscard]] bool bears(std::size_t row, const Trait &trait) const
    {
        const Column &column = m_columns[trait.attribute];
        return row < column.cells.size() && column.cells[row] == trait.value;
    }

    EventReader m_reader;
    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
    std::map<std::string, std::size_t, std::less<>> m_places;
};

} // namespace ingest::evidence
