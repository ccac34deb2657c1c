// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/state/state_writer.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace ingest::state {

namespace {

constexpr std::size_t kLeastLarge = std::size_t{4} << 20;

// A hundred megabytes in pages of 4 KiB would cost more than all that is written to them. Where the
// system has no large ones to give, usual ones do.
void askForLargePages(const std::string &bytes)
{
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(bytes.data()) + bytes.capacity()) / page;
    ::madvise(reinterpret_cast<void *>(begin), end * page - begin, MADV_HUGEPAGE);
}

} // namespace

void StateWriter::makeRoom(std::size_t count)
{
    if (count <= m_bytes.capacity() - m_bytes.size())
        return;
    std::string larger;
    larger.reserve(std::max(m_bytes.capacity() * 2, m_bytes.size() + count));
    if (larger.capacity() >= kLeastLarge)
        askForLargePages(larger);
    larger.append(m_bytes);
    m_bytes.swap(larger);
}

} // namespace ingest::state
