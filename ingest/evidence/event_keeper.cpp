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
    put(category == kNoCategory ? m_others : m_failures, false, event,
        {++m_offered, time, event.arrival.value_or(Timestamp::min()), journey.value_or(0), 0, 0, 0,
         0, category});
}

void EventKeeper::keepEarlier(const wire::Event &event, Timestamp time,
                              std::optional<std::uint64_t> journey, std::uint32_t category)
{
    put(category == kNoCategory ? m_others : m_failures, true, event,
        {++m_earlier, time, event.arrival.value_or(Timestamp::min()), journey.value_or(0), 0, 0, 0,
         0, category});
}

void EventKeeper::put(Ring &ring, bool earlier, const wire::Event &event, const KeptRecord &record)
{
    // A quarter of a chunk, so that no chunk is left half empty by one large event.
    if (m_mostChunks == 0 || event.text.empty() || event.text.size() > m_pool->bytes() / 4)
        return;
    const std::size_t begin = earlier ? 0 : ring.earlier;
    const std::size_t end = earlier ? ring.earlier : ring.chunks.size();
    if (begin < end && ring.chunks[end - 1]->append(record, event.type, event.source, event.text))
        return;
    if (!makeRoom(ring, earlier)) {
        m_gone = std::max(m_gone, record.time);
        return;
    }
    const auto place = earlier ? static_cast<std::ptrdiff_t>(ring.earlier)
                               : static_cast<std::ptrdiff_t>(ring.chunks.size());
    ring.earlier += earlier ? 1 : 0;
    (*ring.chunks.insert(ring.chunks.begin() + place, std::make_shared<KeptChunk>(m_pool)))
        ->append(record, event.type, event.source, event.text);
}

// The others go first, down to a quarter: some of what went well is needed to compare with. False
// where a chunk of `ring` would cost a later one of its own kind.
bool EventKeeper::makeRoom(const Ring &ring, bool earlier)
{
    if (m_failures.chunks.size() + m_others.chunks.size() < m_mostChunks)
        return true;
    Ring &from = m_others.chunks.size() > m_mostChunks / 4 ? m_others : m_failures;
    if (earlier && &from == &ring && ring.earlier == 0)
        return false;
    m_gone = std::max(m_gone, from.chunks.front()->latest());
    from.chunks.pop_front();
    from.earlier -= from.earlier > 0 ? 1 : 0;
    return true;
}

void EventKeeper::endEarlier()
{
    // A copy of an event from before all of them is not known as one: then they are too many.
    const std::uint64_t first = m_before - std::min(m_before, m_earlier);
    for (Ring *ring : {&m_failures, &m_others}) {
        for (std::size_t i = 0; i < ring->earlier; ++i)
            ring->chunks[i]->raiseNumbers(first);
        ring->earlier = 0;
    }
    m_before = first;
    m_earlier = 0;
}

std::shared_ptr<const KeptEvents> EventKeeper::view() const
{
    std::vector<KeptEvents::Part> parts;
    parts.reserve(m_failures.chunks.size() + m_others.chunks.size());
    for (const Ring *ring : {&m_failures, &m_others})
        for (std::size_t i = ring->earlier; i < ring->chunks.size(); ++i)
            parts.push_back({ring->chunks[i], ring->chunks[i]->size(), ring->chunks[i]->latest()});
    return std::make_shared<const KeptEvents>(std::move(parts), m_offered, m_gone);
}

} // namespace ingest::evidence
