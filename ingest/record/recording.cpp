// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/recording.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace ingest::record {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBegin = R"({"recording":"bellwether")";

} // namespace

bool Recording::isOne(const fs::path &path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return true;
    if (path == "-" || !fs::is_regular_file(path, error))
        return false; // what can be read once only is not tried
    const auto stream = transport::ByteStream::open(path);
    std::array<char, kBegin.size()> begin{};
    std::size_t count = 0;
    for (std::size_t got = 1; got > 0 && count < begin.size(); count += got)
        got = stream->read(begin.data() + count, begin.size() - count);
    return std::string_view(begin.data(), count) == kBegin;
}

Recording::Recording(const fs::path &path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        m_segments = {path};
        return;
    }
    m_segments = SegmentFolder(path).segments();
    std::ranges::reverse(m_segments);
    if (m_segments.empty())
        m_notes.push_back(path.string() + " holds no recording");
}

Recording::Recording(const SegmentFolder::CheckpointPlace &checkpoint)
    : m_segments(SegmentFolder(checkpoint.segment.parent_path()).segments())
{
    std::erase_if(m_segments, [&](const fs::path &each) { return each < checkpoint.segment; });
    std::ranges::reverse(m_segments);
}

Recording::Recording(std::vector<fs::path> segments) : m_segments(std::move(segments))
{
    std::ranges::reverse(m_segments);
}

std::optional<Entry> Recording::next()
{
    for (;;) {
        if (!m_lines) {
            if (m_segments.empty())
                return std::nullopt;
            m_lines = m_ahead ? LineStream::ahead(m_segments.back())
                              : std::make_unique<LineStream>(m_segments.back());
            m_segments.pop_back();
        }
        const auto line = m_lines->next();
        if (!line) {
            endSegment();
            continue;
        }
        if (auto entry = m_reader.read(*line))
            return entry;
    }
}

std::size_t Recording::next(FrameBurst &burst, Timestamp until, std::size_t most)
{
    return m_lines ? m_reader.read(*m_lines, burst, until, most) : 0;
}

void Recording::endSegment()
{
    if (m_lines->isTorn())
        m_reader.refuse("torn", 1);
    m_reader.refuse("too-long", m_lines->tooLong());
    if (!m_lines->problem().empty())
        m_notes.push_back(m_lines->problem());
    m_lines.reset();
}

std::vector<std::string> Recording::problems() const
{
    std::vector<std::string> problems = m_notes;
    std::ranges::move(m_reader.problems(), std::back_inserter(problems));
    return problems;
}

} // namespace ingest::record
