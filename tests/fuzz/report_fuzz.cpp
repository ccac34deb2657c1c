// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes whatever as an event file of `report`.
#include "tests/fuzz/report_property.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("report_fuzz." + std::to_string(getpid()));
    const std::string complaint = test::reportComplaint(std::string(data, data + size), file);
    if (complaint.empty())
        return 0;
    std::fprintf(stderr, "%s\n", complaint.c_str());
    std::abort();
}
