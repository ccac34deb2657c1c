// SPDX-License-Identifier: GPL-3.0-or-later
// The window's way into the past: runs the replay, tells the scrubber how it stands, and has the
// feed show it instead of what is live. Without anything live it never leaves it. GUI thread.
#pragma once

#include "app/desktop/window_state.h"
#include "ingest/replay/beginnings.h"
#include "ingest/snapshot_slot.h"
#include "ingest/window.h"
#include "models/scrubber.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest::replay {
class ReplayLoop;
}

namespace models {
class SnapshotFeed;
}

namespace app {

class CapsuleSaving;
class WindowFrame;

class TimeTravel : public QObject
{
    Q_OBJECT
public:
    // `live`: what the feed goes back to; both outlive this.
    TimeTravel(const ingest::SnapshotSlot &live, models::SnapshotFeed &feed, WindowFrame &frame,
               QObject *parent = nullptr);
    ~TimeTravel() override;

    // Shows a recording instead of anything live, for good.
    void open(ingest::replay::Original original, ingest::Second at);
    // The same at the same instant, counted anew.
    void reopen(const ingest::config::Configuration &configuration);
    // What the live window records, to go back to; an empty path: nothing.
    void setRecorded(ingest::replay::Original recorded) { m_recorded = std::move(recorded); }

    [[nodiscard]] bool isReplaying() const { return m_loop != nullptr; }
    [[nodiscard]] bool isOffline() const { return m_offline; }
    [[nodiscard]] std::optional<ReplayPace> pace() const;
    [[nodiscard]] const ingest::SnapshotSlot &snapshots() const { return m_slot; }

    void show(ingest::Window window);
    [[nodiscard]] ingest::Window window() const { return m_window; }
    // From live it begins the replay.
    void step(int seconds);
    void seek(double ms);
    void setPlaying(bool on);
    void changeSpeed(int by); // slower or faster
    // Live, or where there is no live the end.
    void goLive();
    // A capsule of what the scrubber's span() says; asks where to.
    void saveCapsule();
    void setRedaction(std::vector<std::string> pointers) { m_redact = std::move(pointers); }
    // How a name is asked for; empty: none was chosen.
    void setAskName(std::function<QString(const QString &proposed)> ask) { m_askName = ask; }

Q_SIGNALS:
    void changed();                          // how the replay stands
    void measured(ingest::Seconds recorded); // of an opened recording, once
    void said(const QString &text, bool good);

private:
    void connectScrubber();
    [[nodiscard]] bool begin(ingest::Second at);
    void typed(const QString &text);
    void update();
    [[nodiscard]] models::ScrubberView view() const;

    const ingest::SnapshotSlot &m_live;
    models::SnapshotFeed &m_feed;
    WindowFrame &m_frame;
    ingest::SnapshotSlot m_slot;
    ingest::replay::Original m_recorded;                // of the live window
    ingest::replay::Original m_original;                // that is replayed
    std::unique_ptr<ingest::replay::ReplayLoop> m_loop; // null while live
    bool m_offline = false;
    bool m_measured = false;
    ingest::Window m_window = ingest::Window::oneHour;
    std::shared_ptr<const ingest::Snapshot> m_present; // what is live meanwhile
    QElapsedTimer m_sincePresent;
    std::vector<models::StripIncident> m_marks;
    std::vector<std::string> m_redact; // of capsules
    std::function<QString(const QString &)> m_askName;
    CapsuleSaving *m_saving;
    QTimer m_tick;
};

} // namespace app
