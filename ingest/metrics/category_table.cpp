// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/category_table.h"

#include "ingest/metrics/bounded_name.h"
#include "ingest/metrics/fingerprint.h"

#include <algorithm>
#include <utility>

namespace ingest::metrics {

namespace {

constexpr std::size_t kReadBytes = 1024; // of a message: its fingerprint is of no more

std::string_view nameOf(const wire::Event &event, std::string_view fingerprint)
{
    const std::string_view name = !event.failure->category.empty() ? event.failure->category
                                  : !fingerprint.empty()           ? fingerprint
                                                                   : event.type;
    return wholeCharacters(name, kFingerprintBytes);
}

} // namespace

CategoryTable::CategoryTable(std::size_t cap, std::uint64_t seed) : m_cap(cap), m_names(cap, seed)
{
}

CategoryTable::Category &CategoryTable::categoryOf(std::string_view name, std::uint32_t &id)
{
    id = m_names.intern(name);
    if (id == Interner::kOther) {
        // The one after the last: there is room for it only once all others are taken.
        id = static_cast<std::uint32_t>(m_cap);
        name = kOtherCategory;
    }
    if (id == m_categories.size()) {
        Category &category = m_categories.emplace_back();
        category.name = name;
        category.firstSeen = Timestamp::max();
        category.lastSeen = Timestamp::min();
    }
    return m_categories[id];
}

std::uint32_t CategoryTable::observe(const wire::Event &event, Timestamp time)
{
    const wire::Failure &failure = *event.failure;
    if (failure.message != m_message) {
        m_message.assign(failure.message.substr(0, kReadBytes));
        fingerprint(m_message, m_fingerprint);
    }
    std::uint32_t id = 0;
    learn(categoryOf(nameOf(event, m_fingerprint), id), event, time);
    return id;
}

std::string categoryNameOf(const wire::Event &event)
{
    std::string shortened;
    fingerprint(event.failure->message.substr(0, kReadBytes), shortened);
    return std::string(nameOf(event, shortened));
}

void CategoryTable::learn(Category &category, const wire::Event &event, Timestamp time)
{
    const std::string_view type = boundedName(event.type, m_shortened);
    ++category.count;
    category.firstSeen = std::min(category.firstSeen, time);
    const bool newest =
        time > category.lastSeen ||
        (time == category.lastSeen &&
         std::pair<std::string_view, std::string_view>(m_fingerprint, type) <
             std::pair<std::string_view, std::string_view>(category.fingerprint, category.type));
    if (!newest)
        return;
    if (category.count > 1 && time - category.lastSeen > kAwayFor)
        category.returned = time;
    category.lastSeen = time;
    category.fingerprint = m_fingerprint;
    category.type = type;
    category.source = boundedName(event.source, m_shortSource);
}

} // namespace ingest::metrics
