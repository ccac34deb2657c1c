// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a file of events, each due when the last event in it happened;
// what has no time comes with the line above it. Owned by one thread.
#pragma once

#include "ingest/replay/entry_source.h"
#include "ingest/transport/event_file.h"
#include "ingest/wire/decoder.h"

namespace ingest::replay {

class EventFileSource final : public EntrySource
{
public:
    // `inOrder`: as isInOrder() of the file says.
    EventFileSource(const std::filesystem::path &file, const wire::FieldPlaces &places,
                    bool inOrder);

    std::optional<DueEntry> next() override;
    [[nodiscard]] bool isInOrder() const override { return m_inOrder; }
    [[nodiscard]] std::vector<std::string> problems() const override;

    // Reads the whole file once: whether no line is due before one above it.
    [[nodiscard]] static bool isInOrder(const std::filesystem::path &file,
                                        const wire::FieldPlaces &places);

private:
    transport::EventFile m_file;
    wire::Decoder m_decoder;
    bool m_inOrder;
    wire::Frame m_block; // of which m_rest is still to be handed out
    std::string_view m_rest;
    std::optional<Timestamp> m_last;
};

} // namespace ingest::replay
