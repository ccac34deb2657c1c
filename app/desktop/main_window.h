// SPDX-License-Identifier: GPL-3.0-or-later
// The window: a frame of pages around the ingest thread and the feed, with the keys and settings
// common to all pages. Holds no metric logic. GUI thread.
#pragma once

#include "app/desktop/live_configuration.h"
#include "app/desktop/settings_dialog.h"
#include "app/desktop/window_keys.h"
#include "ingest/snapshot_incidents.h"
#include "ingest/snapshot_slot.h"
#include "models/snapshot_feed.h"
#include "widgets/theme.h"

#include <QMainWindow>

#include <memory>
#include <optional>
#include <utility>

namespace ingest {
class IngestLoop;
}

namespace app {

class TimeTravel;
class WindowFrame;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const DesktopOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    // What is on the screen now, as JSON; empty before the first snapshot.
    [[nodiscard]] std::string report() const;
    [[nodiscard]] const models::SnapshotFeed &feed() const { return m_feed; }
    [[nodiscard]] WindowFrame &frame() { return *m_frame; }

    // What is shown, for other windows on the same stream.
    [[nodiscard]] const ingest::SnapshotSlot &snapshots() const;
    [[nodiscard]] TimeTravel &travel() { return *m_travel; }
    [[nodiscard]] const widgets::Theme &theme() const { return m_theme; }
    void choose(ingest::Window window);
    // While an incident is open, the page of the worst: what failed, what changed and a customer,
    // or the sources where one has gone.
    void showTrouble();
    void setTheme(bool dark);
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    // Kept for the next start.
    void apply(const Settings &settings);

Q_SIGNALS:
    void wallWanted(); // F11
    void themeChanged();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addKeys();
    void addTravelKeys();
    void openTravel(const DesktopOptions &options);
    void goLive();
    void record(bool on);
    void showRecording();
    void takeUpConfiguration();
    void changeState(); // the corner was clicked
    // Where a recording is opened nothing is listened to, and nothing written.
    [[nodiscard]] static std::unique_ptr<ingest::IngestLoop>
    loopOf(const DesktopOptions &options, const ingest::config::Configuration &configuration,
           ingest::SnapshotSlot &slot);
    void addPageKeys();
    void addReadingKeys();
    void copy();
    void editSettings();
    // The incident before (by < 0) or after the one shown last, in time.
    void stepIncident(int by);
    void showIncident(const ingest::Incident &incident);
    void restore(const DesktopOptions &options);
    void showWindow(ingest::Window window);
    void fitWindow(ingest::Seconds recorded);
    void showSnapshot();
    void editConnections();
    void saveSuggestion();

    LiveConfiguration m_configuration;
    ingest::SnapshotSlot m_slot;
    std::unique_ptr<ingest::IngestLoop> m_loop; // null where a recording is open instead
    models::SnapshotFeed m_feed;
    WindowKeys m_keys;
    WindowFrame *m_frame;
    TimeTravel *m_travel = nullptr;
    ingest::config::RecordConfiguration m_record;
    std::string m_storeFile; // of the history; empty: none is kept
    Settings m_settings;
    widgets::Theme m_theme;
    // The one shown last: since when, and its id.
    std::optional<std::pair<ingest::Second, std::uint64_t>> m_incident;
    bool m_fitsWindow = false; // nobody has chosen one: it may follow what is opened
    bool m_keepsSize;          // given on the command line: not remembered
    bool m_isWall;             // started as a wall; the window is shown when that is left
};

} // namespace app
