// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/state/sealed_state.h"

#include "ingest/state/state_reader.h"

namespace ingest::state {

namespace {

constexpr std::string_view kMagic = "bellwether state";
constexpr std::size_t kHeadBytes = kMagic.size() + 3 * sizeof(std::uint64_t);
constexpr std::size_t kChecksumBytes = sizeof(std::uint64_t);
constexpr std::uint64_t kChecksumSeed = 0x636865636b73756d;

StateRefusal otherFormat(std::uint64_t version)
{
    return {version < kStateVersion ? RefusedState::older : RefusedState::newer,
            "a state of format " + std::to_string(version) + ", where this version reads format " +
                std::to_string(kStateVersion)};
}

} // namespace

void putStateHead(const StateHead &head, StateWriter &writer)
{
    writer.append(kMagic.data(), kMagic.size());
    writer.hash(kStateVersion);
    writer.hash(head.fingerprint);
    writer.hash(head.seed);
}

std::string sealed(StateWriter &writer)
{
    writer.hash(metrics::seededHash(writer.bytes(), kChecksumSeed));
    return writer.take();
}

SealedPieces::SealedPieces(const StateWriter::Taker &taker)
    : m_taker(taker), m_checksum(kChecksumSeed)
{
}

void SealedPieces::add(std::string_view bytes)
{
    m_checksum.add(bytes);
    m_taker(bytes);
}

void SealedPieces::end()
{
    StateWriter(m_taker).hash(m_checksum.value());
}

std::variant<OpenedState, StateRefusal> openedState(std::string_view bytes)
{
    if (!bytes.starts_with(kMagic.substr(0, bytes.size())))
        return StateRefusal{RefusedState::noState, "no state of Bellwether"};
    if (bytes.size() < kHeadBytes + kChecksumBytes)
        return damagedState("cut short");
    StateReader head(bytes.substr(kMagic.size()));
    const std::uint64_t version = head.hash();
    if (version != kStateVersion)
        return otherFormat(version);
    OpenedState opened;
    opened.head.fingerprint = head.hash();
    opened.head.seed = head.hash();
    const std::string_view summed = bytes.substr(0, bytes.size() - kChecksumBytes);
    StateReader end(bytes.substr(summed.size()));
    if (end.hash() != metrics::seededHash(summed, kChecksumSeed))
        return damagedState("its checksum does not fit");
    opened.body = summed.substr(kHeadBytes);
    return opened;
}

StateRefusal damagedState(std::string_view why)
{
    return {RefusedState::damaged, "a damaged state: " + std::string(why)};
}

} // namespace ingest::state
