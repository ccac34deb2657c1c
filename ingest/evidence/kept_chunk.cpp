// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/kept_chunk.h"

#include <algorithm>

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
    : m_pool(std::move(pool)), m_bytes(m_pool->take())
{
}

KeptChunk::~KeptChunk()
{
    m_pool->giveBack(std::move(m_bytes));
}

bool KeptChunk::append(KeptRecord record, std::string_view type, std::string_view source,
                       std::string_view text)
{
    type = type.substr(0, kMostNameBytes);
    source = source.substr(0, kMostNameBytes);
    const std::size_t bytes = type.size() + source.size() + text.size();
    const std::size_t records = (m_size + 1) * sizeof(KeptRecord);
    if (m_used + bytes + records > m_pool->bytes())
        return false;
    record.offset = static_cast<std::uint32_t>(m_used);
    record.typeBytes = static_cast<std::uint16_t>(type.size());
    record.sourceBytes = static_cast<std::uint16_t>(source.size());
    record.textBytes = static_cast<std::uint32_t>(text.size());
    std::byte *to = m_bytes.get() + m_used;
    for (const std::string_view part : {type, source, text}) {
        if (!part.empty()) // an empty one may be nowhere
            std::memcpy(to, part.data(), part.size());
        to += part.size();
    }
    std::memcpy(m_bytes.get() + placeOf(m_size), &record, sizeof record);
    m_used += bytes;
    ++m_size;
    m_latest = std::max(m_latest, record.time);
    askForNext(bytes);
    return true;
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
    if (m_used + kMost + (m_size + 1) * sizeof(KeptRecord) > m_pool->bytes())
        return;
    __builtin_prefetch(m_bytes.get() + placeOf(m_size), 1);
    for (std::size_t at = 0; at < std::min(bytes, kMost); at += kLine)
        __builtin_prefetch(m_bytes.get() + m_used + at, 1);
}

} // namespace ingest::evidence
