// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/beginnings.h"

#include "ingest/record/recording.h"
#include "ingest/replay/capsule.h"
#include "ingest/replay/event_file_source.h"
#include "ingest/replay/followed_recording.h"
#include "ingest/replay/recording_source.h"

namespace ingest::replay {

FreshBeginnings::FreshBeginnings(Original original)
    : m_original(std::move(original)), m_isRecording(record::Recording::isOne(m_original.path)),
      m_acknowledged(acknowledgedIn(m_original.path))
{
}

std::unique_ptr<EntrySource> FreshBeginnings::entries()
{
    if (m_original.growing)
        return std::make_unique<FollowedRecording>(m_original.path);
    if (m_isRecording)
        return std::make_unique<RecordingSource>(m_original.path);
    const wire::FieldPlaces &places = m_original.configuration.fields;
    if (!m_inOrder)
        m_inOrder = EventFileSource::isInOrder(m_original.path, places);
    return std::make_unique<EventFileSource>(m_original.path, places, *m_inOrder);
}

Beginning FreshBeginnings::nearest(Timestamp)
{
    Beginning fresh{
        SelfConfiguringEngine(m_original.configuration), entries(), std::nullopt, {}, nullptr};
    for (const auto &[subject, by] : m_acknowledged)
        fresh.engine.acknowledge(subject, by);
    return fresh;
}

} // namespace ingest::replay
