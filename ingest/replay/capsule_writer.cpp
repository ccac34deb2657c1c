// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/capsule_writer.h"

#include "ingest/record/line_writer.h"
#include "ingest/record/segment_file.h"

#include <algorithm>
#include <memory>

namespace ingest::replay {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextInBlock = std::size_t{4} << 20;

class CapsuleFile
{
public:
    CapsuleFile(const fs::path &file, const std::vector<std::string> &redact)
        : m_file(file), m_lines(redact)
    {
    }

    void putText(std::string_view text) { m_file.put(text); }
    template <class E>
    void put(const E &entry)
    {
        m_line.clear();
        m_lines.put(entry, m_line);
        m_file.put(m_line);
        m_text += m_line.size();
        if (m_file.textInBlock() >= kTextInBlock)
            end();
    }
    void end() { m_isWritten = m_file.endBlock() && m_isWritten; }

    [[nodiscard]] std::string problem() const
    {
        if (!m_isWritten || !m_file.problem().empty())
            return m_file.problem();
        if (m_file.bytes() > Capsule::kMostBytes || m_text > Capsule::kMostText)
            return "the span holds more than a capsule may (256 MiB): choose a shorter one";
        return {};
    }
    [[nodiscard]] std::uint64_t bytes() const { return m_file.bytes(); }

private:
    record::SegmentFile m_file;
    record::LineWriter m_lines;
    std::string m_line;
    std::uint64_t m_text = 0;
    bool m_isWritten = true;
};

// From when on everything of the span is there.
Timestamp startedOf(EntrySource &entries, const Capsule &capsule, std::optional<DueEntry> &first)
{
    first = entries.next();
    if (!first || !std::holds_alternative<record::SegmentHead>(first->entry))
        return capsule.from;
    const Timestamp started = std::get<record::SegmentHead>(first->entry).started;
    return std::max(started, capsule.from);
}

void putEntry(const DueEntry &due, CapsuleFile &file, std::uint64_t &messages)
{
    if (const auto *frame = std::get_if<wire::Frame>(&due.entry)) {
        wire::Frame arrived = *frame;
        arrived.arrival = due.at;
        file.put(arrived);
        ++messages;
    } else if (const auto *missing = std::get_if<record::Missing>(&due.entry)) {
        file.put(*missing);
    } else if (due.at) {
        file.put(record::Tick{*due.at});
    }
}

} // namespace

CapsuleResult writeCapsule(const Original &original, const Capsule &capsule,
                           const std::vector<std::string> &redact, const fs::path &to)
{
    CapsuleResult result;
    std::error_code error;
    if (fs::exists(to, error)) {
        result.problem = to.string() + " is there already: choose another name";
        return result;
    }
    const fs::path part = to.string() + ".part";
    fs::remove(part, error); // of a start that was broken off
    const auto entries = FreshBeginnings(original).entries();
    {
        CapsuleFile file(part, redact);
        std::optional<DueEntry> due;
        file.putText(headOf(capsule, startedOf(*entries, capsule, due)));
        file.end(); // on its own, so that it can be read where the rest is damaged
        std::optional<Timestamp> last;
        for (; due && file.problem().empty(); due = entries->next()) {
            if (!due->at)
                due->at = last; // it came with the one before
            last = due->at;
            if (due->at && *due->at > capsule.to && entries->isInOrder())
                break;
            if (due->at && *due->at > capsule.from && *due->at <= capsule.to)
                putEntry(*due, file, result.messages);
        }
        file.put(record::Tick{capsule.to});
        file.end();
        result.problem = file.problem();
        result.bytes = file.bytes();
    }
    result.notes = entries->problems();
    if (result.problem.empty() && result.messages == 0)
        result.problem = "nothing was recorded in this span: choose another one";
    if (result.problem.empty())
        fs::rename(part, to, error);
    if (result.problem.empty() && error)
        result.problem = to.string() + ": " + error.message();
    if (!result.problem.empty())
        fs::remove(part, error);
    return result;
}

} // namespace ingest::replay
