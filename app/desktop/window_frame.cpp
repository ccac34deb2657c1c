// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_frame.h"

#include "app/desktop/notice_banner.h"
#include "app/desktop/pages.h"
#include "models/clock_text.h"
#include "models/honesty.h"
#include "models/replay_text.h"
#include "models/snapshot_feed.h"
#include "models/time_axis.h"
#include "models/window_text.h"
#include "widgets/announcer.h"
#include "widgets/data_strip.h"
#include "widgets/exhibit.h"
#include "widgets/exhibit_export.h"
#include "widgets/explanation_overlay.h"
#include "widgets/keys_overlay.h"
#include "widgets/page_stack.h"
#include "widgets/page_tabs.h"
#include "widgets/rewind_bar.h"
#include "widgets/scrubber.h"
#include "widgets/top_bar.h"
#include "widgets/zones.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

WindowFrame::WindowFrame(QWidget *parent)
    : ThemedWidget(parent), m_bar(new widgets::TopBar(this)), m_banner(new NoticeBanner(this)),
      m_strip(new widgets::DataStrip(this)), m_pages(new widgets::PageStack(this)),
      m_rewind(new widgets::RewindBar(this)), m_scrubber(new widgets::Scrubber(this)),
      m_overlay(new widgets::KeysOverlay(this)),
      m_explanation(new widgets::ExplanationOverlay(this)),
      m_exports(new widgets::ExhibitExport(this)), m_announcer(new widgets::Announcer(this))
{
    m_clock.start();
    addPages(*m_pages);
    showTabs(ingest::Snapshot{});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_rewind);
    layout->addWidget(m_scrubber);
    m_scrubber->hide();
    connect(&m_bar->tabs(), &widgets::PageTabs::chosen, this, [this](int index) {
        m_pages->open(m_pages->pages()[static_cast<std::size_t>(index)]->key());
    });
    connect(m_strip, &widgets::DataStrip::activated, this,
            [this] { m_pages->open(QStringLiteral("pipeline")); });
    connect(m_exports, &widgets::ExhibitExport::said, m_banner, &NoticeBanner::say);
    connect(m_exports, &widgets::ExhibitExport::explanationWanted, this, &WindowFrame::explain);
    for (const widgets::Page *page : m_pages->pages())
        connect(page, &widgets::Page::explanationWanted, this, &WindowFrame::explain);
    connect(m_pages, &widgets::PageStack::opened, this, [this](const QString &key) {
        const auto &pages = m_pages->pages();
        const auto found = std::ranges::find(pages, key, &widgets::Page::key);
        m_bar->tabs().setCurrent(static_cast<int>(found - pages.begin()));
    });
}

void WindowFrame::setTheme(const widgets::Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    for (ThemedWidget *part : std::initializer_list<ThemedWidget *>{
             m_bar, m_banner, m_strip, m_rewind, m_scrubber, m_overlay, m_explanation})
        part->setTheme(newTheme);
    m_exports->setTheme(newTheme);
    m_pages->setTheme(newTheme);
}

void WindowFrame::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    m_pages->show(snapshot);
    // In a replay it is the live configuration that would be saved, which is not on the screen.
    const bool suggested = !m_replay && snapshot->configuration &&
                           snapshot->configuration->suggested &&
                           !snapshot->configuration->signals.empty();
    m_banner->show(snapshot->warnings, suggested);
    if (snapshot->asOf == m_tabsAsOf)
        return;
    m_tabsAsOf = snapshot->asOf; // numbers change at most once a second
    m_snapshot = snapshot;
    m_exports->setTime(models::windowText(snapshot->window), models::toMs(snapshot->asOf));
    if (m_explanation->isVisible())
        m_explanation->show(models::explanationOf(*snapshot, m_explanation->key()));
    showHonesty(*snapshot);
    showTabs(*snapshot);
    std::optional<std::chrono::hours> reach;
    if (snapshot->historyFrom)
        reach = std::chrono::floor<std::chrono::hours>(snapshot->asOf - *snapshot->historyFrom);
    m_bar->setHistory(reach, snapshot->hasHistory);
}

void WindowFrame::showHonesty(const ingest::Snapshot &snapshot)
{
    models::Honesty honesty = models::honestyOf(snapshot);
    if (m_replay)
        honesty = models::replayHonesty(std::move(honesty),
                                        models::clockTextSeconds(models::toMs(snapshot.asOf)),
                                        m_replay->liveRate);
    m_strip->show(std::move(honesty));
}

void WindowFrame::setReplay(const std::optional<ReplayPace> &replay)
{
    const bool turns = replay.has_value() != m_replay.has_value();
    const bool otherRate = replay && m_replay && replay->liveRate != m_replay->liveRate;
    m_replay = replay;
    if (otherRate && m_snapshot)
        showHonesty(*m_snapshot);
    if (!turns)
        return;
    m_scrubber->setVisible(replay.has_value());
    m_rewind->setVisible(!replay);
    m_tabsAsOf = {}; // what is said of the data is another thing now
}

void WindowFrame::showTabs(const ingest::Snapshot &snapshot)
{
    std::vector<widgets::PageTab> tabs;
    for (const widgets::Page *page : m_pages->pages())
        tabs.push_back({page->title(), page->digit(), page->status(snapshot)});
    m_bar->tabs().setTabs(std::move(tabs));
}

void WindowFrame::showState(const models::SnapshotFeed &feed)
{
    const WindowState state = stateOf(feed, m_replay);
    m_bar->setState(state.status, state.word, state.clock, state.plays, state.paused);
    if (!feed.shown())
        return;
    const auto news = m_announcements.update(models::statusSentence(*feed.shown(), state.word),
                                             m_clock.elapsed());
    if (news)
        m_announcer->say(*news);
}

void WindowFrame::toggleKeys(std::vector<widgets::PageKey> keys)
{
    if (m_overlay->isVisible())
        return m_overlay->close();
    for (widgets::PageKey &key : m_pages->current()->keys())
        if (m_letterKeys || !widgets::isLetterKey(key.keys))
            keys.push_back(std::move(key));
    m_overlay->open(std::move(keys));
}

widgets::Exhibit *WindowFrame::exhibit() const
{
    widgets::Exhibit *focused = widgets::exhibitAround(QApplication::focusWidget());
    return focused != nullptr ? focused : m_pages->current()->exhibit();
}

void WindowFrame::toggleExplanation()
{
    if (m_explanation->isVisible())
        return m_explanation->close();
    if (m_pages->current()->explainPoint())
        return;
    if (const widgets::Exhibit *about = exhibit())
        explain(about->explained());
}

void WindowFrame::explain(const QString &key)
{
    if (!m_snapshot)
        return;
    models::Explanation explanation = models::explanationOf(*m_snapshot, key);
    if (!explanation.lines.empty())
        m_explanation->open(key, std::move(explanation));
}

void WindowFrame::setLetterKeys(bool on)
{
    m_letterKeys = on;
    for (widgets::Page *page : m_pages->pages())
        page->setLetterKeys(on);
}

void WindowFrame::contextMenuEvent(QContextMenuEvent *event)
{
    QWidget *under = event->reason() == QContextMenuEvent::Keyboard ? QApplication::focusWidget()
                                                                    : childAt(event->pos());
    widgets::Exhibit *about = widgets::exhibitAround(under);
    if (about == nullptr)
        return ThemedWidget::contextMenuEvent(event);
    QWidget *widget = widgets::widgetOf(about);
    if (event->reason() != QContextMenuEvent::Keyboard)
        about->choosePart(widget->mapFromGlobal(event->globalPos()));
    m_exports->openMenu(*about, event->reason() == QContextMenuEvent::Keyboard
                                    ? widget->mapToGlobal(widget->rect().center())
                                    : event->globalPos());
}

void WindowFrame::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int by = event->modifiers() & Qt::ShiftModifier ? 10 * step : step;
    if (step == 0 || !m_pages->current()->stepCrosshair(by))
        ThemedWidget::keyPressEvent(event);
}

bool WindowFrame::closeOverlay()
{
    if (m_explanation->isVisible()) {
        m_explanation->close();
        return true;
    }
    if (m_banner->unsay())
        return true;
    if (!m_overlay->isVisible())
        return m_pages->current()->closeOverlay();
    m_overlay->close();
    return true;
}

void WindowFrame::focusNextZone(bool backwards)
{
    std::vector<QWidget *> zones{m_bar, m_strip};
    for (QWidget *zone : m_pages->current()->zones())
        zones.push_back(zone);
    zones.push_back(m_rewind);
    zones.push_back(m_scrubber);
    widgets::focusNextZone(zones, backwards);
}

} // namespace app
