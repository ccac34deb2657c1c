// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/category_table.h"

#include "ingest/metrics/bounded_name.h"
#include "ingest/metrics/fingerprint.h"

#include <tuple>

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
    if (id == m_categories.size())
        m_categories.emplace_back().name = name;
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
    ++category.count;
    const Timestamp last = category.seen.last();
    category.seen.add(time);
    if (time < last)
        return;
    using Texts = std::tuple<std::string_view, std::string_view, std::string_view>;
    const std::string_view type = boundedName(event.type, m_shortened);
    const std::string_view source = boundedName(event.source, m_shortSource);
    if (time == last && Texts(category.fingerprint, category.type, category.source) <=
                            Texts(m_fingerprint, type, source))
        return;
    category.fingerprint = m_fingerprint;
    category.type = type;
    category.source = source;
}

} // namespace ingest::metrics
