// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/kept_state.h"

#include "ingest/metrics/seeded_hash.h"
#include "ingest/record/checkpoint_file.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace ingest::store {

namespace {

constexpr std::uint64_t kPartSeed = 0x70617274;
constexpr std::size_t kMostPartLength = 20;

// Behind the state, which has a checksum of its own: the part, its hash and how long it is.
std::string trailerOf(const std::string &part)
{
    state::StateWriter writer;
    writer.append(part.data(), part.size());
    writer.hash(metrics::seededHash(part, kPartSeed));
    const auto length = static_cast<char>(part.size());
    writer.append(&length, 1);
    return writer.take();
}

std::optional<KeptState> apart(std::string bytes)
{
    const std::size_t length = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.back());
    const std::size_t trailer = length + sizeof(std::uint64_t) + 1;
    if (length > kMostPartLength || bytes.size() < trailer)
        return std::nullopt;
    KeptState kept;
    kept.part = bytes.substr(bytes.size() - trailer, length);
    if (!bytes.ends_with(trailerOf(kept.part)))
        return std::nullopt;
    bytes.resize(bytes.size() - trailer);
    kept.state = std::move(bytes);
    return kept;
}

} // namespace

std::string keptStateFile(const std::string &store)
{
    return store + ".state";
}

std::string writeKeptState(const std::string &store, StateToKeep next)
{
    return record::writeCheckpoint(keptStateFile(store), std::move(next.state),
                                   trailerOf(next.part))
        .problem;
}

std::variant<std::optional<KeptState>, KeptStateProblem> readKeptState(const std::string &store)
{
    const std::string file = keptStateFile(store);
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return std::nullopt;
    auto read = record::readCheckpoint(file);
    if (const auto *problem = std::get_if<record::CheckpointProblem>(&read))
        return KeptStateProblem{problem->words};
    auto kept = apart(std::get<std::string>(std::move(read)));
    if (!kept)
        return KeptStateProblem{file + ": cut short"};
    return kept;
}

std::string setAsideKeptState(const std::string &store)
{
    const std::string file = keptStateFile(store);
    std::error_code error;
    std::filesystem::rename(file, file + ".refused", error);
    return error ? std::string() : file + ".refused";
}

} // namespace ingest::store
