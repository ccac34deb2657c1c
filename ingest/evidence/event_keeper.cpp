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
    return std::clamp(budget / kChunks, kLeastChunk, kMostChunk) / sizeof(KeptRecord) *
           sizeof(KeptRecord);
}

} // namespace

EventKeeper::EventKeeper(std::size_t budgetBytes)
    : m_mostChunks(budgetBytes / chunkBytes(budgetBytes)),
      // A quarter of a chunk, so that none is left half empty by one large event.
      m_mostBytes(chunkBytes(budgetBytes) / 4),
      m_pool(std::make_shared<BufferPool>(chunkBytes(budgetBytes)))
{
    if (m_mostChunks < 4)
        m_mostBytes = 0;
}

void EventKeeper::keep(const wire::Event &event, Timestamp time,
                       std::optional<std::uint64_t> journey, std::uint32_t category)
{
    put(event, {++m_offered, time, journey.value_or(0), category}, false);
}

void EventKeeper::keepEarlier(const wire::Event &event, Timestamp time,
                              std::optional<std::uint64_t> journey, std::uint32_t category)
{
    put(event, {++m_earlier, time, journey.value_or(0), category}, true);
}

void EventKeeper::put(const wire::Event &event, const KeptAs &as, bool earlier)
{
    if (event.text.empty() || event.text.size() > m_mostBytes)
        return;
    Ring &ring = as.category == kNoCategory ? m_others : m_failures;
    KeptChunk *open = ring.open(earlier);
    if (open == nullptr || !open->append(event, as))
        putInNew(ring, event, as, earlier);
}

void EventKeeper::putInNew(Ring &ring, const wire::Event &event, const KeptAs &as, bool earlier)
{
    if (!makeRoom(ring, earlier)) {
        m_gone = std::max(m_gone, as.time);
        return;
    }
    const auto place = earlier ? static_cast<std::ptrdiff_t>(ring.earlier)
                               : static_cast<std::ptrdiff_t>(ring.chunks.size());
    auto chunk = std::make_shared<KeptChunk>(m_pool);
    chunk->append(event, as);
    ring.earlier += earlier ? 1 : 0;
    ring.chunks.insert(ring.chunks.begin() + place, std::move(chunk));
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
