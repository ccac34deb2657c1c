// SPDX-License-Identifier: GPL-3.0-or-later
// Room for items whose first value is all zero bytes. From 4 MiB on it is the system's own large
// pages, which come cleared, and grows by moving them in the address space, not in memory.
// Not thread-safe.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace ingest::metrics {

// `bytes` of memory, cleared but for the `beforeBytes` at its start, which are those of `before`,
// gone then. Throws std::bad_alloc, and `before` is as it was.
[[nodiscard]] void *regrowCleared(void *before, std::size_t beforeBytes, std::size_t bytes);
void releaseCleared(void *room, std::size_t bytes);

template <class T>
class ClearedRoom
{
public:
    ClearedRoom() = default;
    ~ClearedRoom() { releaseCleared(m_items, m_size * sizeof(T)); }
    ClearedRoom(ClearedRoom &&other) noexcept
        : m_items(std::exchange(other.m_items, nullptr)), m_size(std::exchange(other.m_size, 0))
    {
    }
    ClearedRoom &operator=(ClearedRoom &&other) noexcept
    {
        std::swap(m_items, other.m_items);
        std::swap(m_size, other.m_size);
        return *this;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] T &operator[](std::size_t at) { return m_items[at]; }
    [[nodiscard]] const T &operator[](std::size_t at) const { return m_items[at]; }
    [[nodiscard]] T *begin() { return m_items; }
    [[nodiscard]] T *end() { return m_items + m_size; }
    [[nodiscard]] const T *begin() const { return m_items; }
    [[nodiscard]] const T *end() const { return m_items + m_size; }

    // Never fewer than there are.
    void growTo(std::size_t items)
    {
        if (items <= m_size)
            return;
        m_items = static_cast<T *>(regrowCleared(m_items, m_size * sizeof(T), items * sizeof(T)));
        m_size = items;
    }

private:
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

    T *m_items = nullptr;
    std::size_t m_size = 0;
};

} // namespace ingest::metrics
