// SPDX-License-Identifier: GPL-3.0-or-later
// One wall on one screen: feeds its model once a second, routes keys, hides the pointer. Opens no
// dialog, whatever happens. GUI thread.
#pragma once

#include "app/desktop/wall_options.h"
#include "ingest/snapshot_slot.h"
#include "models/snapshot_feed.h"
#include "models/wall.h"
#include "widgets/wall_view.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <cstdint>

class QScreen;

namespace app {

class WallWindow : public widgets::WallView
{
    Q_OBJECT
public:
    // `slot` outlives the window.
    WallWindow(const ingest::SnapshotSlot &slot, const WallOptions &options,
               QWidget *parent = nullptr);

    // Fills the screen. Says on the wall, and returns, what is too small for the distance asked
    // for.
    QString fill(QScreen *screen);

Q_SIGNALS:
    void leaveWanted();                       // Esc, F11, Enter, a click
    void closerLookWanted();                  // Enter or a click, before it leaves
    void themeWanted();                       // Ctrl+Shift+L
    void windowWanted(ingest::Window window); // Alt+1 to Alt+5

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void tick();
    void showTrust();
    void step(int by);
    void lookCloser();
    [[nodiscard]] QString judgeSize(const QScreen &screen) const;

    WallOptions m_options;
    models::SnapshotFeed m_feed;
    models::Wall m_wall;
    QElapsedTimer m_clock;
    QTimer m_second;
    std::array<std::uint32_t, 3> m_seenTrust{~0u, 0, 0}; // state, sources up, sources known
};

} // namespace app
