// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes whatever as bellwether.toml: either problems, each with something to say, or a
// configuration that is written back to text that reads equal.
#include "ingest/config/configuration_file.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace ingest::config;

void demand(bool condition, const char *what, std::string_view text)
{
    if (condition)
        return;
    std::fprintf(stderr, "%s\n%.*s\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string toml(data, data + size);
    const LoadResult first = parseConfiguration(toml, "fuzz.toml");
    if (const auto *problems = std::get_if<std::vector<Problem>>(&first)) {
        demand(!problems->empty(), "refused without a reason", toml);
        for (const Problem &problem : *problems)
            demand(!problem.found.empty() && !problem.expected.empty(), "a problem in no words",
                   toml);
        return 0;
    }
    const auto &configuration = std::get<Configuration>(first);
    const std::string written = toToml(configuration);
    const LoadResult second = parseConfiguration(written, "written.toml");
    const auto *again = std::get_if<Configuration>(&second);
    demand(again != nullptr, "what was written is refused", written);
    demand(*again == configuration, "what was written reads otherwise", written);
    return 0;
}
