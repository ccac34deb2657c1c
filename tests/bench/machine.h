// SPDX-License-Identifier: GPL-3.0-or-later
// What figures were measured on, for the results beside them: processors, their model, the kernel.
#pragma once

#include <sys/utsname.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>

namespace bench {

// Such as "2 x AMD EPYC, Linux 6.1.0"; without quotes, so that it goes into JSON as it is.
inline std::string machine()
{
    utsname system{};
    uname(&system);
    std::ifstream cpus("/proc/cpuinfo");
    std::string line;
    while (std::getline(cpus, line) && !line.starts_with("model name"))
        continue;
    return std::to_string(std::thread::hardware_concurrency()) + " x " +
           line.substr(std::min(line.size(), line.find(':') + 2)) + ", Linux " + system.release;
}

// The first member of a result.
inline std::string machineMember()
{
    return "\"machine\":\"" + machine() + "\"";
}

} // namespace bench
