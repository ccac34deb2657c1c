// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/event_keeper.h"

#include <algorithm>

namespace ingest::evidence {

namespace {

constexpr std::size_t kLeastChunk = std::size_t{64} << 10;
constexpr std::size_t kMostChunk = std::size_t{4} << 20;
constexpr std::size_t kChunks = 64; // that many, or larger ones no smaller than the least

std::size_t chunkBytes(std::size_t budget)
{
    return std::clamp(budget / kChunks, kLeastChunk, kMostChunk);
}

} // namespace

EventKeeper::EventKeeper(std::size_t budgetBytes)
    : m_mostChunks(budgetBytes / chunkBytes(budgetBytes)),
      m_pool(std::make_shared<BufferPool>(chunkBytes(budgetBytes)))
{
    if (m_mostChunks < 4)
        m_mostChunks = 0;
}

void EventKeeper::keep(const wire::Event &event, Timestamp time,
                       std::optional<std::uint64_t> journey, std::uint32_t category)
{
    ++m_offered;
    // A quarter of a chunk, so that no chunk is left half empty by one large event.
    if (m_mostChunks == 0 || event.text.empty() || event.text.size() > m_pool->bytes() / 4)
        return;
    KeptRecord record;
    record.number = m_offered;
    record.time = time;
    record.arrival = event.arrival.value_or(Timestamp::min());
    record.journey = journey.value_or(0);
    record.category = category;
    Ring &ring = category == kNoCategory ? m_others : m_failures;
    if (!ring.empty() && ring.back()->append(record, event.type, event.source, event.text))
        return;
    open(ring).append(record, event.type, event.source, event.text);
}

KeptChunk &EventKeeper::open(Ring &ring)
{
    makeRoom();
    return *ring.emplace_back(std::make_shared<KeptChunk>(m_pool));
}

// The others go first, down to a quarter: some of what went well is needed to compare with.
void EventKeeper::makeRoom()
{
    if (m_failures.size() + m_others.size() < m_mostChunks)
        return;
    Ring &ring = m_others.size() > m_mostChunks / 4 ? m_others : m_failures;
    m_gone = std::max(m_gone, ring.front()->latest());
    ring.pop_front();
}

std::shared_ptr<const KeptEvents> EventKeeper::view() const
{
    std::vector<KeptEvents::Part> parts;
    parts.reserve(m_failures.size() + m_others.size());
    for (const Ring *ring : {&m_failures, &m_others})
        for (const std::shared_ptr<KeptChunk> &chunk : *ring)
            parts.push_back({chunk, chunk->size(), chunk->latest()});
    return std::make_shared<const KeptEvents>(std::move(parts), m_offered, m_gone);
}

} // namespace ingest::evidence
