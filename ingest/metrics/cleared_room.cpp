// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/cleared_room.h"

#include "ingest/metrics/large_pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstring>
#include <new>

namespace ingest::metrics {

namespace {

constexpr std::size_t kAlignment = 64; // a line of the cache

std::size_t wholePages(std::size_t bytes)
{
    return (bytes + kLargePageBytes - 1) / kLargePageBytes * kLargePageBytes;
}

// Addresses nobody uses, with no memory behind them, from the start of a large page on.
void *reserve(std::size_t bytes)
{
    void *const room = ::mmap(nullptr, bytes + kLargePageBytes, PROT_NONE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED)
        throw std::bad_alloc();
    auto *const begin = static_cast<std::byte *>(room);
    const std::size_t before =
        (kLargePageBytes - reinterpret_cast<std::uintptr_t>(room) % kLargePageBytes) %
        kLargePageBytes;
    if (before > 0)
        ::munmap(begin, before);
    ::munmap(begin + before + bytes, kLargePageBytes - before);
    return begin + before;
}

void *mapped(std::size_t bytes)
{
    void *const room = reserve(bytes);
    if (::mprotect(room, bytes, PROT_READ | PROT_WRITE) != 0) {
        ::munmap(room, bytes);
        throw std::bad_alloc();
    }
    ::madvise(room, bytes, MADV_HUGEPAGE); // where the system has none to give, usual ones do
    return room;
}

// Both from the start of a large page on, so that these move as they are.
void *remapped(void *before, std::size_t beforeBytes, std::size_t bytes)
{
    void *const room = reserve(bytes);
    if (::mremap(before, beforeBytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, room) == MAP_FAILED) {
        ::munmap(room, bytes);
        throw std::bad_alloc();
    }
    return room;
}

} // namespace

void *regrowCleared(void *before, std::size_t beforeBytes, std::size_t bytes)
{
    if (beforeBytes >= kLeastLargeBytes)
        return remapped(before, wholePages(beforeBytes), wholePages(bytes));
    void *room = nullptr;
    if (bytes >= kLeastLargeBytes) {
        room = mapped(wholePages(bytes));
    } else {
        room = ::operator new (bytes, std::align_val_t{kAlignment});
        std::memset(room, 0, bytes);
    }
    if (beforeBytes > 0)
        std::memcpy(room, before, beforeBytes);
    releaseCleared(before, beforeBytes);
    return room;
}

void releaseCleared(void *room, std::size_t bytes)
{
    if (bytes >= kLeastLargeBytes)
        ::munmap(room, wholePages(bytes));
    else
        ::operator delete (room, std::align_val_t{kAlignment});
}

} // namespace ingest::metrics
