// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/event_file_source.h"

#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"

#include <algorithm>

namespace ingest::replay {

namespace {

class LatestTime final : public wire::EventSink
{
public:
    void accept(const wire::Event &event) override
    {
        if (event.time)
            latest = std::max(latest.value_or(*event.time), *event.time);
    }
    void reject(const wire::Rejection &) override {}

    std::optional<Timestamp> latest;
};

} // namespace

EventFileSource::EventFileSource(const std::filesystem::path &file, const wire::FieldPlaces &places,
                                 bool inOrder)
    : m_file(file), m_decoder(places), m_inOrder(inOrder)
{
}

std::optional<DueEntry> EventFileSource::next()
{
    for (;;) {
        if (m_rest.empty()) {
            const auto block = m_file.next();
            if (!block)
                return std::nullopt;
            m_block = *block;
            m_rest = block->payload;
            continue;
        }
        const std::size_t length = std::min(m_rest.find('\n'), m_rest.size() - 1) + 1;
        wire::Frame line = m_block;
        line.payload = m_rest.substr(0, length);
        line.readableBehind = m_block.readableBehind + m_rest.size() - length;
        m_rest.remove_prefix(length);
        if (line.payload.find_first_not_of(" \t\r\n") == std::string_view::npos)
            continue;
        LatestTime time;
        m_decoder.decode(line, time);
        if (time.latest)
            m_last = time.latest;
        return DueEntry{line, m_last};
    }
}

std::vector<std::string> EventFileSource::problems() const
{
    return m_file.problem().empty() ? std::vector<std::string>() : std::vector{m_file.problem()};
}

bool EventFileSource::isInOrder(const std::filesystem::path &file, const wire::FieldPlaces &places)
{
    EventFileSource source(file, places, true);
    std::optional<Timestamp> last;
    while (const auto entry = source.next()) {
        if (entry->at && last && *entry->at < *last)
            return false;
        last = entry->at ? entry->at : last;
    }
    return true;
}

} // namespace ingest::replay
