// SPDX-License-Identifier: GPL-3.0-or-later
// Any events whatever, in any order and at any times, under low caps.
#include "tests/fuzz/event_property.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(data, data + size);
    const std::string complaint = test::eventComplaint(bytes);
    if (complaint.empty())
        return 0;
    std::fprintf(stderr, "%s\n", complaint.c_str());
    std::abort();
}
