// SPDX-License-Identifier: GPL-3.0-or-later
// The ingest loop with a history and nobody who looks, until it is killed: what kills.py kills.
// usage: kept_loop CONFIG ENDPOINT STORE
#include "ingest/config/configuration_file.h"
#include "ingest/ingest_loop.h"
#include "ingest/snapshot_slot.h"

#include <unistd.h>

#include <cstdio>
#include <string>
#include <variant>
#include <vector>

int main(int argc, char **argv)
{
    using namespace ingest;
    if (argc != 4)
        return 2;
    auto loaded = config::loadConfiguration(argv[1]);
    if (const auto *problems = std::get_if<std::vector<config::Problem>>(&loaded)) {
        std::fprintf(stderr, "%s\n", problems->front().text().c_str());
        return 2;
    }
    auto &configuration = std::get<config::Configuration>(loaded);
    config::SourceConfiguration source;
    source.bind = {argv[2]};
    configuration.sources = {source};
    SnapshotSlot slot;
    const IngestLoop loop(configuration, slot, argv[3]);
    ::pause();
    return 0;
}
