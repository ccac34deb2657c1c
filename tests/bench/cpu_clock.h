// SPDX-License-Identifier: GPL-3.0-or-later
// The processor time of this thread, or of the process: what else runs on the machine does not
// count.
#pragma once

#include <chrono>
#include <ctime>

namespace bench {

struct CpuClock
{
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<CpuClock>;
    static constexpr bool is_steady = true;

    static time_point now() { return of(CLOCK_THREAD_CPUTIME_ID); }
    static time_point ofProcess() { return of(CLOCK_PROCESS_CPUTIME_ID); }

private:
    static time_point of(clockid_t whose)
    {
        timespec spent{};
        clock_gettime(whose, &spent);
        return time_point(std::chrono::seconds(spent.tv_sec) +
                          std::chrono::nanoseconds(spent.tv_nsec));
    }
};

} // namespace bench
