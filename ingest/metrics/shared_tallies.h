// SPDX-License-Identifier: GPL-3.0-or-later
// Tallies whose copies are one until one of them is changed: to keep what is closed costs no more
// than counting who keeps it. A pointer, and where there is anything one piece of memory with all
// of it: there are tens of thousands, most of a few tallies. Copies may be read and let go of by
// any thread; each copy is one thread's.
#pragma once

#include "ingest/metrics/tally.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace ingest::metrics {

template <class Quantity>
class SharedTallies
{
public:
    using Item = Tally<Quantity>;

    SharedTallies() = default;
    ~SharedTallies() { letGo(); }
    SharedTallies(const SharedTallies &other) : m_block(other.m_block)
    {
        if (m_block != nullptr)
            m_block->owners.fetch_add(1, std::memory_order_relaxed);
    }
    SharedTallies(SharedTallies &&other) noexcept : m_block(std::exchange(other.m_block, nullptr))
    {
    }
    SharedTallies &operator=(SharedTallies other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }

    // Valid until this copy is changed or gone.
    [[nodiscard]] std::span<const Item> get() const { return all(); }
    // So many at the front, as whoever changed it last has said.
    [[nodiscard]] std::size_t ordered() const { return m_block == nullptr ? 0 : m_block->ordered; }

    // To be set anew: so many, which count as in order; what they are is not asked for.
    [[nodiscard]] std::span<Item> renew(std::size_t size)
    {
        if (size == 0) {
            *this = {};
            return {};
        }
        if (!isAlone() || m_block->capacity < size)
            *this = SharedTallies(newBlock(size));
        m_block->size = m_block->ordered = static_cast<std::uint32_t>(size);
        return all();
    }
    // To be changed: what others have stays as it is.
    [[nodiscard]] std::span<Item> own()
    {
        if (m_block != nullptr && !isAlone())
            moveTo(m_block->size);
        return all();
    }
    // Behind all others, not in order.
    void append(Item item)
    {
        const std::size_t size = get().size();
        if (!isAlone() || m_block->capacity == size)
            moveTo(size + std::max<std::size_t>(size / 2, 4));
        std::construct_at(m_block->items() + size, item);
        ++m_block->size;
    }
    // Only the first so many, of which the first `ordered` are in order. Only of one's own.
    void keep(std::size_t size, std::size_t ordered)
    {
        assert(ordered <= size && size <= get().size() && (size == 0 || isAlone()));
        if (size == 0) {
            *this = {};
            return;
        }
        m_block->size = static_cast<std::uint32_t>(size);
        m_block->ordered = static_cast<std::uint32_t>(ordered);
    }

private:
    static_assert(std::is_trivially_copyable_v<Item> && std::is_trivially_destructible_v<Item>);
    static_assert(alignof(Item) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

    // Before the items, in the same memory.
    struct alignas(Item) Block
    {
        explicit Block(std::size_t room) : capacity(static_cast<std::uint32_t>(room)) {}
        Item *items() { return reinterpret_cast<Item *>(this + 1); }

        std::atomic<std::uint32_t> owners{1};
        std::uint32_t capacity;
        std::uint32_t size = 0;
        std::uint32_t ordered = 0;
    };

    explicit SharedTallies(Block *fresh) : m_block(fresh) {}

    static Block *newBlock(std::size_t capacity)
    {
        assert(capacity <= std::numeric_limits<std::uint32_t>::max());
        void *memory = ::operator new(sizeof(Block) + capacity * sizeof(Item));
        auto *block = new (memory) Block(capacity);
        std::uninitialized_default_construct_n(block->items(), capacity);
        return block;
    }
    // The same, alone, in memory for so many, which are no fewer.
    void moveTo(std::size_t capacity)
    {
        SharedTallies moved(newBlock(capacity));
        const std::span<const Item> items = get();
        std::ranges::copy(items, moved.m_block->items());
        moved.m_block->size = static_cast<std::uint32_t>(items.size());
        moved.m_block->ordered = static_cast<std::uint32_t>(ordered());
        *this = std::move(moved);
    }

    [[nodiscard]] std::span<Item> all() const
    {
        return m_block == nullptr ? std::span<Item>{} : std::span(m_block->items(), m_block->size);
    }
    // What another read of it before letting go has been read.
    [[nodiscard]] bool isAlone() const
    {
        return m_block != nullptr && m_block->owners.load(std::memory_order_acquire) == 1;
    }
    void letGo()
    {
        if (m_block != nullptr && m_block->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            ::operator delete(m_block);
    }

    Block *m_block = nullptr; // null: none
};

} // namespace ingest::metrics
