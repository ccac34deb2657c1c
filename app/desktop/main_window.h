// SPDX-License-Identifier: GPL-3.0-or-later
// The window: composes the ingest thread, the feed and the Experience page, and routes keys. Holds
// no metric logic. GUI thread.
#pragma once

#include "app/desktop/desktop_options.h"
#include "ingest/ingest_loop.h"
#include "ingest/snapshot_slot.h"
#include "models/snapshot_feed.h"
#include "widgets/theme.h"

#include <QFileSystemWatcher>
#include <QMainWindow>

class QLabel;
class QPushButton;

namespace widgets {
class ExperiencePage;
class TopBar;
} // namespace widgets

namespace app {

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(DesktopOptions options, QWidget *parent = nullptr);
    ~MainWindow() override;

    // What is on the screen now, as JSON; empty before the first snapshot.
    [[nodiscard]] std::string report() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addKeys();
    void showSnapshot();
    void showState();
    void choose(ingest::Window window);
    void setTheme(bool dark);
    void editConnections();
    void watchConfiguration();
    void takeUpConfiguration();
    void saveSuggestion();
    void say(const QString &problem);

    DesktopOptions m_options;
    ingest::SnapshotSlot m_slot;
    ingest::IngestLoop m_loop;
    models::SnapshotFeed m_feed;
    QFileSystemWatcher m_watcher;
    widgets::TopBar *m_bar;
    QWidget *m_banner;
    QLabel *m_bannerText;
    QPushButton *m_save;
    widgets::ExperiencePage *m_page;
    widgets::Theme m_theme;
};

} // namespace app
