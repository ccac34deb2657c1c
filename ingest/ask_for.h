// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the processor for memory before it is used, so that it comes near meanwhile; any address
// will do. Pure.
//
// The instruction of no bytes keeps it: without, GCC takes a function that does nothing else for
// one that has no effect, and leaves calls of it out. So did those for journeys and for events
// kept.
#pragma once

namespace ingest {

// To read and write it.
[[gnu::always_inline]] inline void askFor(const void *memory)
{
    __builtin_prefetch(memory, 1);
    asm volatile("");
}

// To read it alone: another thread may have written it.
[[gnu::always_inline]] inline void askToRead(const void *memory)
{
    __builtin_prefetch(memory, 0);
    asm volatile("");
}

} // namespace ingest
