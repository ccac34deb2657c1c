// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/low_priority.h"

#include <sys/resource.h>

namespace ingest::replay {

namespace {

constexpr int kNicer = 10;

} // namespace

void lowerPriority()
{
    // On Linux the niceness is each thread's own. Where it is refused, nothing but speed is lost.
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, kNicer));
}

} // namespace ingest::replay
