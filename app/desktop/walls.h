// SPDX-License-Identifier: GPL-3.0-or-later
// The walls of one process, one for each screen asked for, all showing the same snapshots. Opened
// by --wall or F11. GUI thread.
#pragma once

#include "app/desktop/wall_window.h"

#include <QObject>

#include <memory>
#include <vector>

namespace app {

class ScreenSaverInhibition;

class Walls : public QObject
{
    Q_OBJECT
public:
    // `slot` outlives the walls.
    Walls(const ingest::SnapshotSlot &slot, WallOptions options, QObject *parent = nullptr);
    ~Walls() override;

    // One on each of the screens asked for; where none was, on `otherwise`.
    void open(QScreen *otherwise, const widgets::Theme &theme);
    // A window of this size instead, for pictures.
    void openSized(QSize size, const widgets::Theme &theme);
    void close();
    [[nodiscard]] WallWindow *first() const;
    void setTheme(const widgets::Theme &theme);

Q_SIGNALS:
    void left();             // about to close, by a key or a click
    void closerLookWanted(); // Enter or a click on a wall, before it closes
    void themeWanted();
    void windowWanted(ingest::Window window);

private:
    WallWindow &add(const widgets::Theme &theme);
    void place();

    const ingest::SnapshotSlot &m_slot;
    WallOptions m_options;
    QScreen *m_otherwise = nullptr;
    std::unique_ptr<ScreenSaverInhibition> m_awake;
    std::vector<std::unique_ptr<WallWindow>> m_walls;
};

} // namespace app
