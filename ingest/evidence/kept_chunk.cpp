// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/kept_chunk.h"

#include "ingest/ask_for.h"
#include "ingest/text_place.h"

#include <algorithm>
#include <new>

namespace ingest::evidence {

namespace {

// One to be filled next for each of two rings; more come back only while chunks are let go of.
constexpr std::size_t kMostFree = 2;
constexpr std::size_t kMostNameBytes = 4096;

} // namespace

BufferPool::Buffer BufferPool::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            Buffer buffer = std::move(m_free.back());
            m_free.pop_back();
            return buffer;
        }
    }
    // Large pages are given at once; usual ones one by one as they are first written, every ten
    // events.
    return Buffer(metrics::LargePages<std::byte>().allocate(m_bytes), Release{m_bytes});
}

void BufferPool::giveBack(Buffer buffer)
{
    const std::lock_guard lock(m_mutex);
    if (m_free.size() < kMostFree)
        m_free.push_back(std::move(buffer));
}

KeptChunk::KeptChunk(std::shared_ptr<BufferPool> pool)
    : m_pool(std::move(pool)), m_bytes(m_pool->take()), m_capacity(m_pool->bytes())
{
}

KeptChunk::~KeptChunk()
{
    m_pool->giveBack(std::move(m_bytes));
}

bool KeptChunk::append(const wire::Event &event, const KeptAs &as)
{
    const std::string_view text = event.text;
    const std::string_view type = event.type.substr(0, kMostNameBytes);
    const std::string_view source = event.source.substr(0, kMostNameBytes);
    const auto typeIn = placeIn(text, type);
    const auto sourceIn = placeIn(text, source);
    const std::size_t bytes =
        text.size() + (typeIn ? 0 : type.size()) + (sourceIn ? 0 : source.size());
    if (!hasRoomFor(bytes))
        return false;
    // In place: read as a whole what was just written in parts waits for the memory.
    auto *record = new (m_bytes.get() + placeOf(m_size)) KeptRecord;
    record->number = as.number;
    record->time = as.time;
    record->arrival = event.arrival ? *event.arrival : Timestamp::min();
    record->journey = as.journey;
    record->category = as.category;
    const std::uint32_t at = write(text);
    const auto placeOfName = [&](std::string_view name, std::optional<std::size_t> inText) {
        return inText ? at + static_cast<std::uint32_t>(*inText) : write(name);
    };
    record->textAt = at;
    record->textBytes = static_cast<std::uint32_t>(text.size());
    record->typeAt = placeOfName(type, typeIn);
    record->typeBytes = static_cast<std::uint32_t>(type.size());
    record->sourceAt = placeOfName(source, sourceIn);
    record->sourceBytes = static_cast<std::uint32_t>(source.size());
    ++m_size;
    m_latest = std::max(m_latest, as.time);
    askForNext(bytes);
    return true;
}

// Where it begins.
std::uint32_t KeptChunk::write(std::string_view text)
{
    if (!text.empty()) // an empty one may be nowhere
        std::memcpy(m_bytes.get() + m_used, text.data(), text.size());
    m_used += text.size();
    return static_cast<std::uint32_t>(m_used - text.size());
}

void KeptChunk::raiseNumbers(std::uint64_t by)
{
    for (std::size_t i = 0; i < m_size; ++i) {
        KeptRecord raised = record(i);
        raised.number += by;
        std::memcpy(m_bytes.get() + placeOf(i), &raised, sizeof raised);
    }
}

// The memory that the next event will be written to, which is in no cache. It will be about as
// long.
void KeptChunk::askForNext(std::size_t bytes) const
{
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kMost = 1024; // of a long one the processor itself sees what comes next
    if (!hasRoomFor(kMost))
        return;
    askFor(m_bytes.get() + placeOf(m_size));
    for (std::size_t at = 0; at < std::min(bytes, kMost); at += kLine)
        askFor(m_bytes.get() + m_used + at);
}

} // namespace ingest::evidence
