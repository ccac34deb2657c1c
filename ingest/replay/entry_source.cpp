// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/entry_source.h"

namespace ingest::replay {

std::optional<Timestamp> dueAt(const record::Entry &entry)
{
    if (const auto *frame = std::get_if<wire::Frame>(&entry))
        return frame->arrival;
    if (const auto *head = std::get_if<record::SegmentHead>(&entry))
        return head->part == 1 ? std::optional(head->started) : std::nullopt;
    if (const auto *tick = std::get_if<record::Tick>(&entry))
        return tick->at;
    return std::get<record::Missing>(entry).at;
}

} // namespace ingest::replay
