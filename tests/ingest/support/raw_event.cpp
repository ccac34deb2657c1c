// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/raw_event.h"

#include <charconv>
#include <cmath>

namespace test {

using ingest::wire::ValueKind;

const ingest::wire::Event &EventView::of(const RawEvent &raw)
{
    m_event.kind = raw.kind;
    m_event.type = raw.type;
    m_event.source = raw.source;
    m_event.epoch = raw.epoch;
    m_event.id = raw.id;
    m_event.journey = raw.journey;
    m_event.time = raw.time;
    m_event.arrival = raw.arrival;
    m_event.sequence = raw.sequence;
    m_event.failure.reset();
    if (raw.failed)
        m_event.failure = {raw.category, raw.message};
    m_event.money = raw.money;
    m_event.attributes.clear();
    for (const auto &[name, text] : raw.attributes)
        m_event.attributes.push_back({name, text, 0, ValueKind::string});
    m_event.numbers.clear();
    m_texts.resize(std::max(m_texts.size(), raw.numbers.size()));
    for (std::size_t i = 0; i < raw.numbers.size(); ++i) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, raw.numbers[i].second).ptr;
        m_texts[i].assign(digits, end);
        m_event.numbers.push_back(
            {raw.numbers[i].first, m_texts[i], raw.numbers[i].second, ValueKind::number});
    }
    return m_event;
}

ingest::Timestamp at(double seconds)
{
    constexpr std::chrono::sys_days kDay =
        std::chrono::year(2026) / std::chrono::November / std::chrono::day(23);
    return kDay + std::chrono::hours{12} + ingest::Nanoseconds{std::llround(seconds * 1e6) * 1000};
}

} // namespace test
