// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a window around its page: top bar, data strip, notices, the list of keys. Shows
// what it is told and acts on nothing itself. GUI thread.
#pragma once

#include "app/desktop/window_state.h"
#include "models/announcements.h"
#include "widgets/page.h"

#include <QElapsedTimer>

namespace models {
class SnapshotFeed;
}

namespace widgets {
class Announcer;
class DataStrip;
class Exhibit;
class ExhibitExport;
class ExplanationOverlay;
class KeysOverlay;
class PageStack;
class RewindBar;
class Scrubber;
class TopBar;
} // namespace widgets

namespace app {

class NoticeBanner;

class WindowFrame : public widgets::ThemedWidget
{
    Q_OBJECT
public:
    explicit WindowFrame(QWidget *parent = nullptr);

    [[nodiscard]] widgets::TopBar &bar() const { return *m_bar; }
    [[nodiscard]] NoticeBanner &banner() const { return *m_banner; }
    [[nodiscard]] widgets::PageStack &pages() const { return *m_pages; }
    [[nodiscard]] widgets::Scrubber &scrubber() const { return *m_scrubber; }
    [[nodiscard]] widgets::RewindBar &rewindBar() const { return *m_rewind; }
    // How a replay goes; empty while live. Shows the scrubber, or what leads to it.
    void setReplay(const std::optional<ReplayPace> &replay);

    // That has the focus, else the page's own; null where there is none.
    [[nodiscard]] widgets::Exhibit *exhibit() const;
    [[nodiscard]] widgets::ExhibitExport &exports() const { return *m_exports; }

    void setTheme(const widgets::Theme &theme) override;
    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot);
    // What changes without any snapshot coming: the clock, the state.
    void showState(const models::SnapshotFeed &feed);
    // Opens the list of the window's and the page's keys, or closes it.
    void toggleKeys(std::vector<widgets::PageKey> keys);
    // 'What is this?' about the exhibit in question; closes it where it is open.
    void toggleExplanation();
    void explain(const QString &key);
    // Single characters as keys, on all pages.
    void setLetterKeys(bool on);
    // False where nothing was open.
    bool closeOverlay();
    void focusNextZone(bool backwards);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTabs(const ingest::Snapshot &snapshot);
    void showHonesty(const ingest::Snapshot &snapshot);

    widgets::TopBar *m_bar;
    NoticeBanner *m_banner;
    widgets::DataStrip *m_strip;
    widgets::PageStack *m_pages;
    widgets::RewindBar *m_rewind;
    widgets::Scrubber *m_scrubber;
    widgets::KeysOverlay *m_overlay;
    widgets::ExplanationOverlay *m_explanation;
    widgets::ExhibitExport *m_exports;
    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    widgets::Announcer *m_announcer;
    models::Announcements m_announcements;
    QElapsedTimer m_clock;
    bool m_letterKeys = true;
    std::optional<ReplayPace> m_replay;
    ingest::Second m_tabsAsOf{};
};

} // namespace app
