// SPDX-License-Identifier: GPL-3.0-or-later
// Completes snapshots, live ones and replayed ones alike, with the same window earlier, and with
// how far the history reaches back. Owned by the thread whose snapshots they are; never waits.
#pragma once

#include "ingest/history/reading_thread.h"
#include "ingest/snapshot.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <memory>
#include <vector>

namespace ingest::history {

class EarlierView
{
public:
    // What has been read, and asks for what has not.
    void put(Snapshot &snapshot, ReadingThread &reading);
    // As if nothing had been read.
    void restart();

private:
    struct Asked // again each time what it was asked for changes
    {
        Window window = Window::all;
        Second asOf{};
        bool operator==(const Asked &) const = default;
    };
    using Snapshots = std::vector<EarlierSnapshot>;

    void ask(const Snapshot &snapshot, ReadingThread &reading);

    Asked m_asked;
    std::shared_ptr<Letter<Snapshots>> m_letter;
    Asked m_readFor;
    std::shared_ptr<const Snapshots> m_read;
    std::shared_ptr<Letter<Second>> m_oldest = std::make_shared<Letter<Second>>();
};

} // namespace ingest::history
