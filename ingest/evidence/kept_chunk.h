// SPDX-License-Identifier: GPL-3.0-or-later
// A block of kept events: what they count as, and their texts as received. Written at its end by
// the engine's thread; what lies before a count that was handed over never changes again, so that
// any thread may read it.
#pragma once

#include "ingest/metrics/large_pages.h"
#include "ingest/time.h"
#include "ingest/wire/event.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace ingest::evidence {

inline constexpr std::uint32_t kNoCategory = 0xffffffffu;

// What is known of an event besides its text.
struct KeptAs
{
    std::uint64_t number = 0; // of the accepted events: 1, 2, 3 ...
    Timestamp time{};         // the time it counts at
    std::uint64_t journey = 0;
    std::uint32_t category = kNoCategory;
};

// A line of the cache.
struct KeptRecord
{
    std::uint64_t number = 0;
    Timestamp time{};
    Timestamp arrival{};                  // Timestamp::min() where it arrived at its own time
    std::uint64_t journey = 0;            // hash of the journey key; 0 where it belongs to none
    std::uint32_t category = kNoCategory; // ordinal, of failing events
    // Where its text is, and its type and source, which mostly are within it.
    std::uint32_t textAt = 0;
    std::uint32_t textBytes = 0;
    std::uint32_t typeAt = 0;
    std::uint32_t typeBytes = 0;
    std::uint32_t sourceAt = 0;
    std::uint32_t sourceBytes = 0;
};
static_assert(sizeof(KeptRecord) == 64);

// The memory of chunks nobody needs any more, to be used again: fresh pages cost more than all else
// about keeping an event. Any thread.
class BufferPool
{
public:
    struct Release
    {
        std::size_t bytes = 0;
        void operator()(std::byte *memory) const
        {
            metrics::LargePages<std::byte>().deallocate(memory, bytes);
        }
    };
    using Buffer = std::unique_ptr<std::byte[], Release>;

    explicit BufferPool(std::size_t bytes) : m_bytes(bytes) {}
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    [[nodiscard]] Buffer take();
    void giveBack(Buffer buffer);

private:
    const std::size_t m_bytes;
    std::mutex m_mutex;
    std::vector<Buffer> m_free;
};

class KeptChunk
{
public:
    explicit KeptChunk(std::shared_ptr<BufferPool> pool);
    ~KeptChunk();
    KeptChunk(const KeptChunk &) = delete;
    KeptChunk &operator=(const KeptChunk &) = delete;

    // The writer's. False where there is no room.
    bool append(const wire::Event &event, const KeptAs &as);
    // The writer's, before any is handed over: all numbers are so much higher.
    void raiseNumbers(std::uint64_t by);
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] Timestamp latest() const { return m_latest; } // of the records' times

    // The readers', for records before a count that was handed over.
    [[nodiscard]] KeptRecord record(std::size_t i) const
    {
        KeptRecord record;
        std::memcpy(&record, m_bytes.get() + placeOf(i), sizeof record);
        return record;
    }
    [[nodiscard]] std::string_view type(const KeptRecord &record) const
    {
        return text(record.typeAt, record.typeBytes);
    }
    [[nodiscard]] std::string_view source(const KeptRecord &record) const
    {
        return text(record.sourceAt, record.sourceBytes);
    }
    [[nodiscard]] std::string_view text(const KeptRecord &record) const
    {
        return text(record.textAt, record.textBytes);
    }

private:
    void askForNext(std::size_t bytes) const;
    [[nodiscard]] std::size_t placeOf(std::size_t i) const // records grow from the end
    {
        return m_capacity - (i + 1) * sizeof(KeptRecord);
    }
    // Whether so many bytes fit beside the records and one more.
    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const
    {
        return m_used + bytes + (m_size + 1) * sizeof(KeptRecord) <= m_capacity;
    }
    std::uint32_t write(std::string_view text);
    [[nodiscard]] std::string_view text(std::size_t offset, std::size_t bytes) const
    {
        return {reinterpret_cast<const char *>(m_bytes.get() + offset), bytes};
    }

    std::shared_ptr<BufferPool> m_pool;
    BufferPool::Buffer m_bytes;
    const std::size_t m_capacity;
    std::size_t m_used = 0; // bytes of text
    std::size_t m_size = 0; // records
    Timestamp m_latest = Timestamp::min();
};

} // namespace ingest::evidence
