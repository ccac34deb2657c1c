// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/followed_recording.h"

#include "ingest/record/segment_folder.h"

#include <algorithm>
#include <iterator>

namespace ingest::replay {

namespace {

constexpr std::uintmax_t kFirstBytes = 4;

// "20261123T081003.123456Z": segments of one start share it.
std::string startOf(const std::filesystem::path &segment)
{
    return segment.filename().string().substr(0, 23);
}

} // namespace

FollowedRecording::FollowedRecording(std::filesystem::path folder, std::filesystem::path from)
    : m_folder(std::move(folder)), m_from(std::move(from))
{
}

bool FollowedRecording::openNext()
{
    const auto segments = record::SegmentFolder(m_folder).segments();
    if (segments.empty())
        return false;
    const std::string start = startOf(m_file.empty() ? segments.back() : m_file);
    const auto next = std::ranges::find_if(segments, [&](const std::filesystem::path &segment) {
        return startOf(segment) == start && segment > m_file && segment >= m_from;
    });
    if (next == segments.end())
        return false;
    std::error_code error; // what kind of file it is shows by its first bytes
    if (std::filesystem::file_size(*next, error) < kFirstBytes || error)
        return false;
    m_file = *next;
    m_taken = 0;
    const bool grows = std::next(next) == segments.end();
    m_lines = grows ? std::make_unique<record::LineStream>(m_file) // what comes is waited for here
                    : record::LineStream::ahead(m_file);
    return true;
}

// What was half written when it was read can only be read from the beginning.
void FollowedRecording::reopen()
{
    m_lines = std::make_unique<record::LineStream>(m_file);
    for (std::uint64_t i = 0; i < m_taken; ++i)
        if (!m_lines->next())
            break;
}

std::optional<std::string_view> FollowedRecording::line()
{
    if (!m_lines && !openNext())
        return std::nullopt;
    for (;;) {
        if (const auto line = m_lines->next())
            return line;
        if (!m_lines->problem().empty()) {
            reopen();
            if (const auto line = m_lines->next())
                return line;
        }
        // A segment that another follows is complete, once it has been looked at after that.
        const std::filesystem::path before = m_file;
        const std::uint64_t taken = m_taken;
        std::unique_ptr<record::LineStream> lines = std::move(m_lines);
        if (!openNext()) {
            m_lines = std::move(lines);
            return std::nullopt;
        }
        if (lines->problem().empty()) {
            if (const auto rest = lines->next()) {
                m_file = before;
                m_taken = taken;
                m_lines = std::move(lines);
                return rest;
            }
        }
    }
}

std::optional<DueEntry> FollowedRecording::next()
{
    while (const auto text = line()) {
        ++m_taken;
        if (auto entry = m_reader.read(*text)) {
            const auto at = dueAt(*entry);
            return DueEntry{std::move(*entry), at};
        }
    }
    return std::nullopt;
}

std::vector<std::string> FollowedRecording::problems() const
{
    return m_reader.problems();
}

} // namespace ingest::replay
