// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/walls.h"

#include "app/desktop/screen_saver.h"

#include <QGuiApplication>
#include <QScreen>

#include <iostream>

namespace app {

namespace {

void sayToConsole(const QString &text)
{
    if (!text.isEmpty())
        std::cerr << "bellwether: " << text.toStdString() << "\n";
}

} // namespace

Walls::Walls(const ingest::SnapshotSlot &slot, WallOptions options, QObject *parent)
    : QObject(parent), m_slot(slot), m_options(std::move(options))
{
    // A panel that was off comes back: its wall goes where it belongs.
    const auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance());
    connect(application, &QGuiApplication::screenAdded, this, &Walls::place, Qt::QueuedConnection);
    connect(application, &QGuiApplication::screenRemoved, this, [this](const QScreen *gone) {
        if (m_otherwise == gone)
            m_otherwise = nullptr;
    });
}

Walls::~Walls() = default;

WallWindow &Walls::add(const widgets::Theme &theme)
{
    auto wall = std::make_unique<WallWindow>(m_slot, m_options);
    wall->setTheme(theme);
    // Queued: the wall is deleted in answer to its own event otherwise.
    connect(
        wall.get(), &WallWindow::leaveWanted, this,
        [this] {
            Q_EMIT left(); // first: the application ends with its last window
            close();
        },
        Qt::QueuedConnection);
    connect(wall.get(), &WallWindow::themeWanted, this, &Walls::themeWanted);
    connect(wall.get(), &WallWindow::windowWanted, this, &Walls::windowWanted);
    connect(wall.get(), &WallWindow::closerLookWanted, this, &Walls::closerLookWanted);
    m_walls.push_back(std::move(wall));
    return *m_walls.back();
}

void Walls::open(QScreen *otherwise, const widgets::Theme &theme)
{
    if (!m_walls.empty())
        return;
    m_otherwise = otherwise;
    m_awake = std::make_unique<ScreenSaverInhibition>();
    connect(m_awake.get(), &ScreenSaverInhibition::refused, this, [](const QString &reason) {
        sayToConsole(tr("the screen saver could not be held off (%1); switch it off where the "
                        "wall runs")
                         .arg(reason));
    });
    for (std::size_t i = 0; i < std::max<std::size_t>(1, m_options.screens.size()); ++i)
        add(theme);
    place();
}

void Walls::place()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    if (screens.empty())
        return;
    for (std::size_t i = 0; i < m_walls.size(); ++i) {
        QScreen *screen = m_otherwise != nullptr ? m_otherwise : screens.front();
        if (i < m_options.screens.size()) {
            const int number = m_options.screens[i];
            if (number <= screens.size())
                screen = screens[number - 1];
            else
                sayToConsole(
                    tr("there is no screen %1: %2 are there").arg(number).arg(screens.size()));
        }
        sayToConsole(m_walls[i]->fill(screen));
    }
}

void Walls::openSized(QSize size, const widgets::Theme &theme)
{
    WallWindow &wall = add(theme);
    wall.resize(size);
    wall.QWidget::show();
}

void Walls::close()
{
    m_walls.clear();
    m_awake.reset();
}

WallWindow *Walls::first() const
{
    return m_walls.empty() ? nullptr : m_walls.front().get();
}

void Walls::setTheme(const widgets::Theme &theme)
{
    for (const auto &wall : m_walls)
        wall->setTheme(theme);
}

} // namespace app
