// SPDX-License-Identifier: GPL-3.0-or-later
// How the window goes back in time, and what it records to be able to.
#include "app/desktop/main_window.h"

#include "app/desktop/notice_banner.h"
#include "app/desktop/time_travel.h"
#include "app/desktop/window_frame.h"
#include "app/desktop/window_state.h"
#include "ingest/ingest_loop.h"
#include "models/clock_text.h"
#include "widgets/rewind_bar.h"
#include "widgets/transport_bar.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

namespace app {

void MainWindow::openTravel(const DesktopOptions &options)
{
    m_travel = new TimeTravel(m_slot, m_feed, *m_frame, this);
    connect(m_travel, &TimeTravel::said, &m_frame->banner(), &NoticeBanner::say);
    connect(m_travel, &TimeTravel::changed, this, [this] { m_frame->showState(m_feed); });
    connect(&m_frame->rewindBar(), &widgets::RewindBar::recordWanted, this, &MainWindow::record);
    m_travel->setRedaction(options.record.redact);
    if (options.opened.isEmpty()) {
        showRecording();
        return;
    }
    setWindowTitle(titleOfRecording(QFileInfo(options.opened).fileName()));
    connect(m_travel, &TimeTravel::measured, this, &MainWindow::fitWindow);
    m_travel->open({options.opened.toStdString(), m_configuration.current(), false},
                   options.openedAt.value_or(ingest::replay::kEnd));
}

void MainWindow::record(bool on)
{
    m_record.folder = on ? (QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                            QStringLiteral("/bellwether/recordings"))
                               .toStdString()
                         : std::string();
    m_loop->record(m_record);
    showRecording();
}

// What is recorded where, in the title and below the page; and that it can be gone back to.
void MainWindow::showRecording()
{
    const QString folder = QString::fromStdString(m_record.folder);
    setWindowTitle(titleOf(folder));
    const double now = double(QDateTime::currentMSecsSinceEpoch());
    m_frame->rewindBar().setRecording(folder, models::clockText(now));
    m_travel->setRecorded({m_record.folder, m_configuration.current(), true, m_storeFile});
}

void MainWindow::addTravelKeys()
{
    m_keys.add({Qt::Key_Space}, tr("pause or go live; in a replay play or pause"), [this] {
        if (const auto pace = m_travel->pace())
            m_travel->setPlaying(!pace->plays);
        else
            m_feed.setPaused(!m_feed.paused());
    });
    m_keys.add({Qt::Key_End}, tr("go live; to the end of an opened recording"),
               [this] { goLive(); });
    m_keys.add({Qt::Key_Escape}, tr("close what is open, else go live"), [this] {
        if (!m_frame->closeOverlay() && !m_travel->isOffline())
            goLive();
    });
    m_keys.add({Qt::Key_BracketLeft}, tr("10 s back"), [this] { m_travel->step(-10); });
    m_keys.add({Qt::Key_BracketRight}, tr("10 s forward"), [this] { m_travel->step(10); });
    // With Shift the bracket is another character on most keyboards.
    m_keys.add({Qt::SHIFT | Qt::Key_BracketLeft, Qt::Key_BraceLeft}, tr("60 s back"),
               [this] { m_travel->step(-60); });
    m_keys.add({Qt::SHIFT | Qt::Key_BracketRight, Qt::Key_BraceRight}, tr("60 s forward"),
               [this] { m_travel->step(60); });
    m_keys.add({Qt::Key_Minus}, tr("slower"), [this] { m_travel->changeSpeed(-1); });
    m_keys.add({Qt::Key_Plus, Qt::Key_Equal}, tr("faster"), [this] { m_travel->changeSpeed(1); });
}

std::unique_ptr<ingest::IngestLoop>
MainWindow::loopOf(const DesktopOptions &options,
                   const ingest::config::Configuration &configuration, ingest::SnapshotSlot &slot)
{
    if (!options.opened.isEmpty())
        return nullptr;
    return std::make_unique<ingest::IngestLoop>(
        configuration, slot, options.storeFile.toStdString(), options.record, options.history);
}

void MainWindow::takeUpConfiguration()
{
    if (!m_loop)
        return m_travel->reopen(m_configuration.current());
    m_loop->apply(m_configuration.current());
    showRecording();
}

void MainWindow::changeState()
{
    if (m_travel->isReplaying())
        goLive();
    else
        m_feed.setPaused(!m_feed.paused());
}

void MainWindow::goLive()
{
    m_feed.setPaused(false);
    m_travel->goLive();
}

const ingest::SnapshotSlot &MainWindow::snapshots() const
{
    return m_travel->isOffline() ? m_travel->snapshots() : m_slot;
}

} // namespace app
