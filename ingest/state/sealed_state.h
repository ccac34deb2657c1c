// SPDX-License-Identifier: GPL-3.0-or-later
// The envelope of a state: what it is, the version of its format, of which configuration, and a
// checksum, so that what cannot be used is refused with a word and never misread. Pure functions.
#pragma once

#include "ingest/metrics/seeded_hash.h"
#include "ingest/state/state_writer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace ingest::state {

// To be raised with every change of what a state consists of; a test holds on to its bytes.
inline constexpr std::uint32_t kStateVersion = 7;

enum class RefusedState : std::uint8_t {
    noState, // something else
    older,   // of a format before this one
    newer,
    damaged, // cut short, or altered
    otherConfiguration
};

struct StateRefusal
{
    RefusedState reason = RefusedState::noState;
    std::string words; // "a state of format 1, where this version reads format 2"
};

struct StateHead
{
    std::uint64_t fingerprint = 0; // of the configuration
    std::uint64_t seed = 0;        // of the hash tables
};

struct OpenedState
{
    StateHead head;
    std::string_view body;
};

void putStateHead(const StateHead &head, StateWriter &writer);
// Ends the state: nothing may be written any more.
[[nodiscard]] std::string sealed(StateWriter &writer);

// The same of a state that is given away piece by piece, and kept nowhere.
class SealedPieces
{
public:
    explicit SealedPieces(const StateWriter::Taker &taker);
    void add(std::string_view bytes);
    // Nothing may be added any more.
    void end();

private:
    const StateWriter::Taker &m_taker;
    metrics::PiecewiseHash m_checksum;
};

// The body is a view into `bytes`; whether the configuration is the right one, the caller sees.
[[nodiscard]] std::variant<OpenedState, StateRefusal> openedState(std::string_view bytes);

// Of a body that turned out not to make sense.
[[nodiscard]] StateRefusal damagedState(std::string_view why);

} // namespace ingest::state
