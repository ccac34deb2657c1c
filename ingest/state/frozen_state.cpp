// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/state/frozen_state.h"

#include "ingest/state/sealed_state.h"

#include <string_view>
#include <utility>

namespace ingest::state {

namespace {

// More than half of a state is written later.
constexpr std::size_t kExpectedGrowth = 3;

} // namespace

FrozenState::FrozenState(std::string bytes) : m_bytes(std::move(bytes)) {}

FrozenState::FrozenState(const char *bytes) : m_bytes(bytes) {}

template <class State, class Add, class Put>
void FrozenState::walk(State &state, Add add, Put put)
{
    const std::string_view written(state.m_bytes);
    std::size_t from = 0;
    for (auto &later : state.m_later) {
        add(written.substr(from, later.at - from));
        put(later.write);
        from = later.at;
    }
    add(written.substr(from));
}

std::string FrozenState::bytes() const
{
    if (m_isSealed)
        return m_bytes;
    StateWriter writer(kExpectedGrowth * m_bytes.size());
    walk(
        *this, [&writer](std::string_view bytes) { writer.append(bytes.data(), bytes.size()); },
        [&writer](const auto &write) { write(writer); });
    return sealed(writer);
}

void FrozenState::giveTo(const StateWriter::Taker &taker) &&
{
    if (m_isSealed)
        return taker(m_bytes);
    SealedPieces pieces(taker);
    const auto add = [&pieces](std::string_view bytes) { pieces.add(bytes); };
    walk(*this, add, [&add](auto &write) {
        StateWriter writer(add);
        std::exchange(write, nullptr)(writer);
    });
    pieces.end();
}

} // namespace ingest::state
