// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/segment_folder.h"

#include "ingest/record/line_writer.h"

#include <algorithm>
#include <cstdio>

namespace ingest::record {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".ndjson.zst";
// A digit stands for any.
constexpr std::string_view kShape = "00000000T000000.000000Z-000000.ndjson.zst";

bool isSegment(std::string_view name)
{
    return std::ranges::equal(name, kShape, [](char is, char shape) {
        return shape == '0' ? is >= '0' && is <= '9' : is == shape;
    });
}

} // namespace

fs::path SegmentFolder::segment(Timestamp started, std::uint64_t part) const
{
    std::string name;
    for (const char c : rfc3339(started).substr(0, 26)) // to the microsecond
        if (c != '-' && c != ':')
            name += c;
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
    std::vector<std::uint64_t> sizes;
    std::uint64_t sum = 0;
    for (const fs::path &file : all) {
        std::error_code error; // another may have deleted it meanwhile
        const std::uint64_t size = fs::file_size(file, error);
        sizes.push_back(error ? 0 : size);
        sum += sizes.back();
    }
    for (std::size_t i = 0; i + 1 < all.size() && sum > mostBytes; ++i) {
        std::error_code error;
        fs::remove(all[i], error);
        sum -= error ? 0 : sizes[i];
    }
    return sum;
}

} // namespace ingest::record
