// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/segment_folder.h"

#include "ingest/record/line_writer.h"
#include "ingest/wire/timestamp.h"

#include <algorithm>
#include <cstdio>

namespace ingest::record {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".ndjson.zst";
// A digit stands for any.
constexpr std::string_view kShape = "00000000T000000.000000Z-000000.ndjson.zst";

constexpr std::string_view kStarted = "00000000T000000.000000Z";
// Behind a segment's name without its ending.
constexpr std::string_view kCheckpointShape = ".00000000T000000.000000000Z.state";

bool hasShape(std::string_view name, std::string_view wanted)
{
    return std::ranges::equal(name, wanted, [](char is, char shape) {
        return shape == '0' ? is >= '0' && is <= '9' : is == shape;
    });
}

bool isSegment(std::string_view name)
{
    return hasShape(name, kShape);
}

// "20261123T082003.123456789Z"
std::string compact(std::string_view rfc3339)
{
    std::string compact;
    for (const char c : rfc3339)
        if (c != '-' && c != ':')
            compact += c;
    return compact;
}

std::optional<Timestamp> instantIn(std::string_view compact)
{
    std::string text(compact);
    for (const std::size_t place : {4u, 7u})
        text.insert(place, "-");
    for (const std::size_t place : {13u, 16u})
        text.insert(place, ":");
    return wire::parseRfc3339(text);
}

} // namespace

fs::path SegmentFolder::segment(Timestamp started, std::uint64_t part) const
{
    const std::string name = compact(rfc3339(started).substr(0, 26)); // to the microsecond
    char number[16];
    std::snprintf(number, sizeof number, "Z-%06u", static_cast<unsigned>(part % 1'000'000));
    return m_folder / (name + number + std::string(kEnding));
}

std::vector<fs::path> SegmentFolder::segments() const
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator each(m_folder, error), end; !error && each != end;
         each.increment(error))
        if (isSegment(each->path().filename().string()))
            found.push_back(each->path());
    std::ranges::sort(found);
    return found;
}

fs::path SegmentFolder::checkpoint(const fs::path &segment, Timestamp at)
{
    std::string name = segment.filename().string();
    name.resize(name.size() - kEnding.size());
    return segment.parent_path() / (name + "." + compact(rfc3339(at)) + ".state");
}

std::vector<SegmentFolder::CheckpointPlace> SegmentFolder::checkpoints() const
{
    std::vector<CheckpointPlace> found;
    constexpr std::size_t kStem = kShape.size() - kEnding.size();
    std::error_code error;
    for (fs::directory_iterator each(m_folder, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (name.size() != kStem + kCheckpointShape.size() ||
            !hasShape(std::string_view(name).substr(kStem), kCheckpointShape))
            continue;
        const fs::path segment = m_folder / (name.substr(0, kStem) + std::string(kEnding));
        const auto at = instantIn(std::string_view(name).substr(kStem + 1, 26));
        std::error_code gone;
        if (at && isSegment(segment.filename().string()) && fs::exists(segment, gone))
            found.push_back({each->path(), segment, *at});
    }
    std::ranges::sort(found, {}, &CheckpointPlace::file);
    return found;
}

std::optional<SegmentFolder::CheckpointPlace> SegmentFolder::checkpointBefore(Timestamp at) const
{
    std::string recording; // the one that began last
    for (const fs::path &segment : segments()) {
        const std::string name = segment.filename().string();
        const auto started = instantIn(std::string_view(name).substr(0, kStarted.size()));
        if (started && *started <= at)
            recording = name.substr(0, kStarted.size());
    }
    std::optional<CheckpointPlace> last;
    for (CheckpointPlace &place : checkpoints())
        if (place.at <= at && place.file.filename().string().starts_with(recording))
            last = std::move(place);
    return last;
}

std::string SegmentFolder::create() const
{
    std::error_code error;
    const bool isNew = fs::create_directories(m_folder, error);
    if (error)
        return m_folder.string() + ": " + error.message();
    // Events may name customers: others of this machine have no business with them.
    if (isNew)
        fs::permissions(m_folder, fs::perms::owner_all, error);
    return {};
}

std::uint64_t SegmentFolder::prune(std::uint64_t mostBytes) const
{
    const std::vector<fs::path> all = segments();
    const std::vector<CheckpointPlace> states = checkpoints();
    // Another may have deleted them meanwhile.
    const auto sizeOf = [](const fs::path &file) {
        std::error_code error;
        const std::uint64_t size = fs::file_size(file, error);
        return error ? 0 : size;
    };
    const auto forEachFile = [&states](const fs::path &segment, auto visit) {
        for (const CheckpointPlace &state : states)
            if (state.segment == segment)
                visit(state.file);
        visit(segment);
    };
    std::uint64_t sum = 0;
    for (const fs::path &segment : all)
        forEachFile(segment, [&](const fs::path &file) { sum += sizeOf(file); });
    for (std::size_t i = 0; i + 1 < all.size() && sum > mostBytes; ++i)
        forEachFile(all[i], [&](const fs::path &file) {
            const std::uint64_t size = sizeOf(file);
            std::error_code error;
            fs::remove(file, error);
            sum -= error ? 0 : size;
        });
    return sum;
}

} // namespace ingest::record
