// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/checkpointed_beginnings.h"

#include "ingest/record/checkpoint_file.h"
#include "ingest/replay/followed_recording.h"
#include "ingest/replay/recording_source.h"
#include "ingest/state/sealed_state.h"

namespace ingest::replay {

namespace {

// "20261123T081003.123456Z": segments of one start share it; "-000001" is the first of them.
constexpr std::size_t kStartLength = 23;
constexpr std::string_view kFirstPart = "-000001.";

// What was due after an instant, of segments that begin before it.
class Since final : public EntrySource
{
public:
    Since(Timestamp from, std::vector<std::filesystem::path> segments)
        : m_from(from), m_all(std::move(segments))
    {
    }

    std::optional<DueEntry> next() override
    {
        auto due = m_all.next();
        while (due && due->at && *due->at <= m_from)
            due = m_all.next();
        return due;
    }
    [[nodiscard]] std::vector<std::string> problems() const override { return m_all.problems(); }

private:
    Timestamp m_from;
    RecordingSource m_all;
};

} // namespace

// The state counts what was recorded since its recording's start: of a folder that holds more
// before that, or no longer all of it, it would lead elsewhere.
bool CheckpointedBeginnings::leadsToTheSame(const Place &place) const
{
    const auto segments = record::SegmentFolder(m_original.path).segments();
    if (segments.empty())
        return false;
    const std::string name = place.segment.filename().string();
    const auto &other = m_original.growing ? segments.back() : segments.front();
    const std::string otherName = other.filename().string();
    return name.compare(0, kStartLength, otherName, 0, kStartLength) == 0 &&
           (m_original.growing || otherName.find(kFirstPart) == kStartLength);
}

std::optional<CheckpointedBeginnings::Place> CheckpointedBeginnings::firstPlace() const
{
    for (Place &place : record::SegmentFolder(m_original.path).checkpoints())
        if (place.segment.filename().string().find(kFirstPart) == kStartLength &&
            leadsToTheSame(place))
            return std::move(place);
    return std::nullopt;
}

std::optional<CheckpointedBeginnings::Place> CheckpointedBeginnings::placeFor(Timestamp at) const
{
    std::error_code error;
    if (!std::filesystem::is_directory(m_original.path, error))
        return std::nullopt;
    auto place = record::SegmentFolder(m_original.path).checkpointBefore(at);
    if (place && leadsToTheSame(*place))
        return place;
    auto first = firstPlace();
    return first && first->at <= at ? first : std::nullopt;
}

std::unique_ptr<EntrySource> CheckpointedBeginnings::evidenceFor(Timestamp at,
                                                                 const Place &place) const
{
    const record::SegmentFolder folder(m_original.path);
    const std::string recording = place.segment.filename().string().substr(0, kStartLength);
    std::optional<Place> from;
    if (at.time_since_epoch() >= kEvidence)
        from = folder.checkpointBefore(at - kEvidence);
    std::vector<std::filesystem::path> segments = folder.segments();
    std::erase_if(segments, [&](const std::filesystem::path &each) {
        return !each.filename().string().starts_with(recording) || each >= place.segment ||
               (from && each < from->segment);
    });
    if (segments.empty())
        return nullptr;
    return std::make_unique<Since>(at - kEvidence, std::move(segments));
}

std::optional<Beginning> CheckpointedBeginnings::beginningAt(const Place &place,
                                                             std::string &note) const
{
    auto read = record::readCheckpoint(place.file);
    if (const auto *problem = std::get_if<record::CheckpointProblem>(&read)) {
        note = problem->words;
        return std::nullopt;
    }
    auto engine =
        SelfConfiguringEngine::restored(m_original.configuration, std::get<std::string>(read));
    if (auto *restored = std::get_if<SelfConfiguringEngine>(&engine)) {
        std::unique_ptr<EntrySource> rest;
        if (m_original.growing)
            rest = std::make_unique<FollowedRecording>(m_original.path, place.segment);
        else
            rest = std::make_unique<RecordingSource>(place);
        return Beginning{std::move(*restored), std::move(rest), place.at, {}, nullptr};
    }
    note = place.file.filename().string() + ": " + std::get<state::StateRefusal>(engine).words;
    return std::nullopt;
}

std::optional<Beginning> CheckpointedBeginnings::first(std::string &note)
{
    std::error_code error;
    if (!std::filesystem::is_directory(m_original.path, error))
        return std::nullopt;
    const auto place = firstPlace();
    return place ? beginningAt(*place, note) : std::nullopt;
}

Beginning CheckpointedBeginnings::nearest(Timestamp at)
{
    const auto place = placeFor(at);
    std::string refused;
    if (place)
        if (auto beginning = beginningAt(*place, refused)) {
            beginning->before = evidenceFor(at, *place);
            return std::move(*beginning);
        }
    Beginning fresh = m_fresh.nearest(at);
    if (!refused.empty())
        fresh.note = "Counted from the recording's beginning: " + refused;
    return fresh;
}

} // namespace ingest::replay
