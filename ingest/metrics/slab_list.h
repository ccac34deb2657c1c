// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for ever more items that never move: slabs of equal size, from the heap while they are
// few, then many at once from large pages. Not thread-safe.
#pragma once

#include "ingest/metrics/large_pages.h"

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace ingest::metrics {

// Whoever takes an item sets it before reading it.
template <class T, std::size_t kItems>
class SlabList
{
public:
    [[nodiscard]] std::size_t size() const { return m_slabs.size(); }
    [[nodiscard]] T *operator[](std::size_t slab) const { return m_slabs[slab]; }

    void add()
    {
        if (m_left == 0) {
            m_left = m_slabs.size() < kFew ? 1 : kMany;
            const std::size_t items = m_left * kItems;
            m_blocks.push_back(Block(LargePages<T>().allocate(items), Release{items}));
            m_next = m_blocks.back().get();
        }
        m_slabs.push_back(m_next);
        m_next += kItems;
        --m_left;
    }

private:
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    // 5 MiB of journeys: the first slab of a block costs a page of 2 MiB, where 40 KiB would cost
    // ten of 4 KiB, each a fault of its own.
    static constexpr std::size_t kFew = 64;
    static constexpr std::size_t kMany = 128;

    struct Release
    {
        std::size_t items = 0;
        void operator()(T *memory) const { LargePages<T>().deallocate(memory, items); }
    };
    using Block = std::unique_ptr<T, Release>;

    std::vector<T *> m_slabs;
    std::vector<Block> m_blocks;
    T *m_next = nullptr;    // of the last block
    std::size_t m_left = 0; // slabs of it
};

} // namespace ingest::metrics
