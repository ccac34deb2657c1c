// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/allocation_count.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

thread_local std::uint64_t t_allocations = 0;

void *allocate(std::size_t size, std::size_t alignment)
{
    ++t_allocations;
    const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
    void *memory = alignment > alignof(std::max_align_t) ? std::aligned_alloc(alignment, rounded)
                                                         : std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

} // namespace

namespace test {

std::uint64_t allocationCount()
{
    return t_allocations;
}

} // namespace test

// The array and sized forms of the library all end in these.
void *operator new(std::size_t size)
{
    return allocate(size, 1);
}

void *operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(size, static_cast<std::size_t>(alignment));
}

// The library's own ends in its plain one; a sanitizer's does not.
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    ++t_allocations;
    return std::malloc(size == 0 ? 1 : size);
}

void operator delete(void *memory, const std::nothrow_t &) noexcept
{
    std::free(memory);
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
