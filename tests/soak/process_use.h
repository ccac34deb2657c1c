// SPDX-License-Identifier: GPL-3.0-or-later
// What this process holds of the machine, as /proc tells it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace soak {

struct ProcessUse
{
    double residentMiB = 0;
    std::size_t handles = 0;
    std::size_t threads = 0;
};

[[nodiscard]] inline ProcessUse processUse()
{
    const auto entries = [](const char *folder) {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto &entry : std::filesystem::directory_iterator(folder))
            ++count;
        return count;
    };
    std::size_t total = 0;
    std::size_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    const double pageMiB = double(sysconf(_SC_PAGESIZE)) / (1 << 20);
    return {double(resident) * pageMiB, entries("/proc/self/fd"), entries("/proc/self/task")};
}

} // namespace soak
