// SPDX-License-Identifier: GPL-3.0-or-later
// A state as it was at one instant, of which what costs most is still to be written: from copies,
// so that whoever counts goes on meanwhile. Belongs to one thread at a time, which need not be that
// of the engine.
#pragma once

#include "ingest/state/state_writer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ingest::state {

class FrozenState
{
public:
    FrozenState() = default;
    // One that is written already.
    FrozenState(std::string bytes); // NOLINT(google-explicit-constructor): is one
    FrozenState(const char *bytes); // NOLINT(google-explicit-constructor): is one

    // Begun with a head by `write`, which is given the writer of it; `expected`: about how many
    // bytes it writes at once.
    template <class Write>
    static FrozenState of(std::size_t expected, Write write)
    {
        FrozenState frozen;
        StateWriter writer(expected, &frozen.m_later);
        write(writer);
        frozen.m_bytes = writer.take();
        frozen.m_isSealed = false;
        return frozen;
    }

    // What it took at once.
    [[nodiscard]] std::size_t writtenBytes() const { return m_bytes.size(); }
    // All of it, sealed: see sealed().
    [[nodiscard]] std::string bytes() const;
    // The same piece by piece, letting go of each copy once it is written: what it takes at most is
    // what it took before.
    void giveTo(const StateWriter::Taker &taker) &&;

private:
    // All but its seal, in order: add(bytes) what is written, put(later) what is not yet.
    template <class State, class Add, class Put>
    static void walk(State &state, Add add, Put put);

    bool m_isSealed = true;
    std::string m_bytes;
    std::vector<StateWriter::Later> m_later;
};

} // namespace ingest::state
