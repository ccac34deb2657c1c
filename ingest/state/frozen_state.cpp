// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/state/frozen_state.h"

#include "ingest/state/sealed_state.h"

#include <utility>

namespace ingest::state {

namespace {

// More than half of a state is written later.
constexpr std::size_t kExpectedGrowth = 3;

} // namespace

FrozenState::FrozenState(std::string bytes) : m_bytes(std::move(bytes)) {}

FrozenState::FrozenState(const char *bytes) : m_bytes(bytes) {}

std::string FrozenState::bytes() const
{
    if (m_isSealed)
        return m_bytes;
    StateWriter writer(kExpectedGrowth * m_bytes.size());
    std::size_t from = 0;
    for (const StateWriter::Later &later : m_later) {
        writer.append(m_bytes.data() + from, later.at - from);
        later.write(writer);
        from = later.at;
    }
    writer.append(m_bytes.data() + from, m_bytes.size() - from);
    return sealed(writer);
}

void FrozenState::giveTo(const StateWriter::Taker &taker) &&
{
    if (m_isSealed)
        return taker(m_bytes);
    SealedPieces pieces(taker);
    const std::string_view written(m_bytes);
    std::size_t from = 0;
    for (StateWriter::Later &later : m_later) {
        pieces.add(written.substr(from, later.at - from));
        StateWriter writer([&pieces](std::string_view bytes) { pieces.add(bytes); });
        std::exchange(later.write, nullptr)(writer);
        from = later.at;
    }
    pieces.add(written.substr(from));
    pieces.end();
}

} // namespace ingest::state
