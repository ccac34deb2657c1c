// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/loop_load.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace ingest {

LoopLoad::LoopLoad(Instant start, std::uint64_t burstLimit) : m_second(start)
{
    m_snapshot.burstLimit = burstLimit;
    m_snapshot.course = std::make_shared<const std::vector<LoadPoint>>();
}

void LoopLoad::tookBurst(std::uint64_t frames, Instant now)
{
    m_largest = std::max(m_largest, frames);
    if (now - m_second >= std::chrono::seconds(1))
        closeSecond(now);
}

void LoopLoad::closeSecond(Instant now)
{
    const std::chrono::duration<double> passed = now - m_second;
    const std::chrono::duration<double> waited = m_waited;
    LoadPoint &last = m_snapshot.last;
    last.busy = std::clamp(1 - waited / passed, 0.0, 1.0);
    last.largestBurst = m_largest;
    last.residentBytes = residentBytes();
    m_second = now;
    m_waited = {};
    m_largest = 0;

    if (m_secondsInStep++ % m_snapshot.step.count() == 0) {
        if (m_course.size() == kSteps)
            m_course.erase(m_course.begin());
        m_course.push_back(last);
    } else {
        LoadPoint &worst = m_course.back();
        worst.busy = std::max(worst.busy, last.busy);
        worst.largestBurst = std::max(worst.largestBurst, last.largestBurst);
        worst.residentBytes = std::max(worst.residentBytes, last.residentBytes);
    }
    m_snapshot.course = std::make_shared<const std::vector<LoadPoint>>(m_course);
}

std::uint64_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t pages = 0;
    std::uint64_t resident = 0;
    if (!(statm >> pages >> resident))
        return 0;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

} // namespace ingest
