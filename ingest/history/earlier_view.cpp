// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/earlier_view.h"

#include "ingest/history/earlier.h"
#include "ingest/store/history_reader.h"

#include <utility>

namespace ingest::history {

void EarlierView::restart()
{
    m_asked = {};
    m_letter.reset();
    m_read.reset();
    m_oldest = std::make_shared<Letter<Second>>();
}

void EarlierView::put(Snapshot &snapshot, ReadingThread &reading)
{
    const Asked wanted{snapshot.window, earlierAsOf(snapshot.window, snapshot.asOf)};
    if (m_asked != wanted) {
        m_asked = wanted;
        ask(snapshot, reading);
    }
    if (auto read = m_letter->read()) {
        m_read = std::move(read);
        m_readFor = m_asked;
    }
    // Until the next is read the one before it will do, but none of another time of day.
    if (m_read && m_readFor.window == wanted.window && m_readFor.asOf <= wanted.asOf &&
        wanted.asOf - m_readFor.asOf <= earlierEvery(wanted.window))
        snapshot.earlier = *m_read;
    if (const auto oldest = m_oldest->read())
        snapshot.historyFrom = *oldest;
}

void EarlierView::ask(const Snapshot &snapshot, ReadingThread &reading)
{
    reading.ask("oldest", [letter = m_oldest](store::HistoryReader *reader) {
        if (const auto oldest = reader == nullptr ? std::nullopt : reader->oldestHour())
            letter->put(std::make_shared<Second>(*oldest));
        return true;
    });
    m_letter = std::make_shared<Letter<Snapshots>>();
    reading.ask("earlier", [letter = m_letter, configuration = snapshot.configuration,
                            wanted = m_asked](store::HistoryReader *reader) {
        if (reader == nullptr)
            return true;
        auto read = readEarlier(*reader, configuration, wanted.window, wanted.asOf);
        const bool well = read.has_value();
        if (well)
            letter->put(std::make_shared<Snapshots>(std::move(*read)));
        return well;
    });
}

} // namespace ingest::history
