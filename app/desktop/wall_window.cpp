// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wall_window.h"

#include "models/viewing_distance.h"

#include <QKeyEvent>
#include <QScreen>

#include <array>

namespace app {

namespace {

constexpr int kNoticeMs = 20'000;
constexpr int kEveryMs = 1000;
constexpr std::array kWindows{ingest::Window::oneMinute, ingest::Window::fiveMinutes,
                              ingest::Window::fifteenMinutes, ingest::Window::oneHour,
                              ingest::Window::oneDay};

} // namespace

WallWindow::WallWindow(const ingest::SnapshotSlot &slot, const WallOptions &options,
                       QWidget *parent)
    : WallView(parent), m_options(options), m_feed(slot), m_wall(options.scenes)
{
    setWindowTitle(tr("Bellwether wall"));
    setCursor(Qt::BlankCursor);
    m_clock.start();
    // The age of the data goes on without any snapshot coming.
    connect(&m_second, &QTimer::timeout, this, &WallWindow::tick);
    m_second.start(kEveryMs);
    connect(&m_feed, &models::SnapshotFeed::changed, this, &WallWindow::showTrust);
    tick();
}

// Numbers may wait for their second; whether they can be trusted may not.
void WallWindow::showTrust()
{
    const ingest::Freshness &fresh = m_feed.shown()->freshness;
    const std::array seen{static_cast<std::uint32_t>(fresh.state), fresh.sourcesUp,
                          fresh.sourcesKnown};
    if (seen == m_seenTrust)
        return;
    m_seenTrust = seen;
    m_second.start(kEveryMs);
    tick();
}

QString WallWindow::fill(QScreen *screen)
{
    setScreen(screen);
    setGeometry(screen->geometry());
    showFullScreen();
    activateWindow();
    if (m_options.distanceMm <= 0)
        return {};
    const QString problem = judgeSize(*screen);
    say(problem);
    QTimer::singleShot(kNoticeMs, this, [this] { say({}); });
    return problem;
}

QString WallWindow::judgeSize(const QScreen &screen) const
{
    const double pixelMm = screen.physicalSize().width() / screen.size().width();
    return models::tooSmall(smallestFigurePx() * scale(), pixelMm, m_options.distanceMm);
}

void WallWindow::tick()
{
    show(m_wall.update(m_feed.shown(),
                       {m_clock.elapsed(), m_feed.silentMs(), QDateTime::currentDateTime()}));
}

void WallWindow::step(int by)
{
    m_wall.rotation().step(by, m_clock.elapsed());
    tick();
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && key == Qt::Key_L)
        Q_EMIT themeWanted();
    else if (event->modifiers() == Qt::AltModifier && key >= Qt::Key_1 && key <= Qt::Key_5)
        Q_EMIT windowWanted(kWindows.at(static_cast<std::size_t>(key - Qt::Key_1)));
    else if (key == Qt::Key_Escape || key == Qt::Key_F11)
        Q_EMIT leaveWanted();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        lookCloser();
    else if (key == Qt::Key_Right || key == Qt::Key_N)
        step(1);
    else if (key == Qt::Key_Left || key == Qt::Key_P)
        step(-1);
    else if (key == Qt::Key_Space) {
        m_wall.rotation().toggleHold(m_clock.elapsed());
        tick();
    } else
        WallView::keyPressEvent(event);
}

void WallWindow::mouseReleaseEvent(QMouseEvent *)
{
    lookCloser();
}

void WallWindow::lookCloser()
{
    Q_EMIT closerLookWanted();
    Q_EMIT leaveWanted();
}

} // namespace app
