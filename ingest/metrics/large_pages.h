// SPDX-License-Identifier: GPL-3.0-or-later
// An allocator for tables of many megabytes that are read in no order: asks the system for large
// pages, without which nearly every read also misses the processor's table of pages. Stateless.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <vector>

namespace ingest::metrics {

inline constexpr std::size_t kLargePageBytes = std::size_t{2} << 20;
inline constexpr std::size_t kLeastLargeBytes = 2 * kLargePageBytes; // for less none are asked for

template <class T>
class LargePages
{
public:
    using value_type = T;

    LargePages() = default;
    template <class U>
    LargePages(const LargePages<U> &) // NOLINT(google-explicit-constructor): allocators convert
    {
    }

    [[nodiscard]] T *allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < kLeastLargeBytes)
            return static_cast<T *>(::operator new(bytes, kAlignment));
        void *memory = ::operator new (bytes, std::align_val_t{kLargePageBytes});
        // Where the system has none to give, or the part at the end is no whole page, usual ones
        // do.
        ::madvise(memory, bytes, MADV_HUGEPAGE);
        return static_cast<T *>(memory);
    }
    void deallocate(T *memory, std::size_t count)
    {
        if (count * sizeof(T) < kLeastLargeBytes)
            ::operator delete(memory, kAlignment);
        else
            ::operator delete (memory, std::align_val_t{kLargePageBytes});
    }
    template <class U>
    bool operator==(const LargePages<U> &) const
    {
        return true;
    }

private:
    static constexpr std::align_val_t kAlignment{alignof(T)};
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

// The same for the room of a text that will have many megabytes: in pages of 4 KiB they would cost
// more than all that is written to them.
inline void askForLargePages(const std::string &room)
{
    if (room.capacity() < kLeastLargeBytes)
        return;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(room.data());
    const std::uintptr_t first = (begin + page - 1) / page * page;
    const std::uintptr_t end = (begin + room.capacity()) / page * page;
    ::madvise(reinterpret_cast<void *>(first), end - first, MADV_HUGEPAGE);
}

} // namespace ingest::metrics
