// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/trait_table.h"

#include "ingest/metrics/bounded_name.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <tuple>

namespace ingest::evidence {

namespace {

constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kMostValues = 1000; // of one attribute; beyond, it names single cases
constexpr std::size_t kFewValues = 24;    // so many are no ids, however few attempts there are
constexpr std::uint64_t kLeastPerValue = 4;

} // namespace

TraitTable::Column &TraitTable::columnOf(std::string_view name)
{
    const auto found = m_places.find(name);
    if (found != m_places.end())
        return m_columns[found->second];
    m_places.emplace(std::string(name), m_columns.size());
    return m_columns.emplace_back(Column{std::string(name), {}, {}, {}, true, false});
}

void TraitTable::put(std::string_view name, std::string_view value)
{
    if (m_columns.size() >= kMostColumns && !m_places.contains(name))
        return;
    Column &column = columnOf(name);
    if (column.tooMany)
        return;
    value = metrics::wholeCharacters(value, metrics::kNameBytes);
    auto found = column.numbers.find(value);
    if (found == column.numbers.end()) {
        column.tooMany = column.values.size() >= kMostValues;
        if (column.tooMany)
            return;
        column.values.emplace_back(value);
        found = column.numbers
                    .emplace(std::string(value), static_cast<std::uint32_t>(column.values.size()))
                    .first;
    }
    column.cells.resize(m_rows.size(), kNone);
    column.cells.back() = found->second;
}

void TraitTable::add(const std::vector<Attempt> &attempts, bool now)
{
    for (const Attempt &attempt : attempts) {
        m_rows.push_back({now, attempt.fails});
        const wire::Event &event = m_reader.read(attempt.event);
        put("source", event.source);
        for (const wire::Attribute &attribute : event.attributes)
            if (attribute.kind != wire::ValueKind::null)
                put(attribute.name, attribute.text);
    }
}

// Present on most of the failing, but on less than half as many of the others.
bool TraitTable::isTellTale(const Column &column) const
{
    std::uint64_t present[2] = {0, 0};
    std::uint64_t all[2] = {0, 0};
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        ++all[m_rows[row].fails];
        present[m_rows[row].fails] += row < column.cells.size() && column.cells[row] != kNone;
    }
    const auto share = [&](int fails) {
        return all[fails] == 0
                   ? 0
                   : static_cast<double>(present[fails]) / static_cast<double>(all[fails]);
    };
    return share(0) < share(1) / 2;
}

void TraitTable::leaveOutTellTales()
{
    for (Column &column : m_columns) {
        const auto present = static_cast<std::uint64_t>(
            std::ranges::count_if(column.cells, [](std::uint32_t cell) { return cell != kNone; }));
        const std::size_t different = column.values.size();
        const bool ids =
            column.tooMany || (different > kFewValues && different * kLeastPerValue > present);
        column.usable = !ids && different > 1 && !isTellTale(column);
    }
}

std::vector<Trait> TraitTable::traits(std::uint64_t least) const
{
    std::vector<Trait> traits;
    for (std::uint32_t place = 0; place < m_columns.size(); ++place) {
        const Column &column = m_columns[place];
        if (!column.usable)
            continue;
        std::vector<std::uint64_t> counts(column.values.size() + 1);
        for (std::size_t row = 0; row < column.cells.size(); ++row)
            counts[column.cells[row]] += m_rows[row].now ? 1 : 0;
        for (std::uint32_t value = 1; value < counts.size(); ++value)
            if (counts[value] >= least)
                traits.push_back({place, value});
    }
    std::ranges::sort(traits, {}, [this](const Trait &trait) {
        return std::tie(attribute(trait), value(trait));
    });
    return traits;
}

const std::string &TraitTable::attribute(const Trait &trait) const
{
    return m_columns[trait.attribute].name;
}

const std::string &TraitTable::value(const Trait &trait) const
{
    return m_columns[trait.attribute].values[trait.value - 1];
}

Table TraitTable::count(bool now, const Trait &trait, const std::vector<Trait> &within) const
{
    Table table;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].now != now ||
            !std::ranges::all_of(within, [&](const Trait &other) { return bears(row, other); }))
            continue;
        const bool marked = bears(row, trait);
        ++table.trials;
        table.failing += m_rows[row].fails;
        table.marked += marked;
        table.both += marked && m_rows[row].fails;
    }
    return table;
}

} // namespace ingest::evidence
