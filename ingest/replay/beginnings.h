// SPDX-License-Identifier: GPL-3.0-or-later
// Where a replay may begin: an engine, and what came after the state it is in. Owned by the thread
// that replays.
#pragma once

#include "ingest/replay/entry_source.h"
#include "ingest/replay/original.h"
#include "ingest/self_configuring_engine.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace ingest::replay {

struct Beginning
{
    SelfConfiguringEngine engine;
    std::unique_ptr<EntrySource> rest;
    std::optional<Timestamp> at; // the engine's state is the one of then; empty: it is fresh
    std::string note;            // what a person should know of it
    // What came before that state, as far as the lists of events need it; null: nothing.
    std::unique_ptr<EntrySource> before;
};

class Beginnings
{
public:
    virtual ~Beginnings() = default;
    Beginnings() = default;
    Beginnings(const Beginnings &) = delete;
    Beginnings &operator=(const Beginnings &) = delete;

    // The latest one at or before `at`.
    [[nodiscard]] virtual Beginning nearest(Timestamp at) = 0;
};

// Begins at the very beginning every time.
class FreshBeginnings final : public Beginnings
{
public:
    explicit FreshBeginnings(Original original);
    [[nodiscard]] Beginning nearest(Timestamp at) override;

    // The entries from the first on.
    [[nodiscard]] std::unique_ptr<EntrySource> entries();

private:
    Original m_original;
    bool m_isRecording;
    std::map<std::string, std::string> m_acknowledged; // as a capsule says
    std::optional<bool> m_inOrder;                     // of a file of events, once it is known
};

} // namespace ingest::replay
