// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes whatever as bellwether.toml.
#include "tests/fuzz/configuration_property.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string complaint = test::configurationComplaint(std::string(data, data + size));
    if (complaint.empty())
        return 0;
    std::fprintf(stderr, "%s\n", complaint.c_str());
    std::abort();
}
