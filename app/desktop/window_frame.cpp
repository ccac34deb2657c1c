// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_frame.h"

#include "app/desktop/notice_banner.h"
#include "app/desktop/pages.h"
#include "app/desktop/window_state.h"
#include "models/honesty.h"
#include "widgets/data_strip.h"
#include "widgets/keys_overlay.h"
#include "widgets/page_stack.h"
#include "widgets/page_tabs.h"
#include "widgets/top_bar.h"
#include "widgets/zones.h"

#include <QVBoxLayout>

#include <algorithm>

namespace app {

WindowFrame::WindowFrame(QWidget *parent)
    : ThemedWidget(parent), m_bar(new widgets::TopBar(this)), m_banner(new NoticeBanner(this)),
      m_strip(new widgets::DataStrip(this)), m_pages(new widgets::PageStack(this)),
      m_overlay(new widgets::KeysOverlay(this))
{
    addPages(*m_pages);
    showTabs(ingest::Snapshot{});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    connect(&m_bar->tabs(), &widgets::PageTabs::chosen, this, [this](int index) {
        m_pages->open(m_pages->pages()[static_cast<std::size_t>(index)]->key());
    });
    connect(m_strip, &widgets::DataStrip::activated, this,
            [this] { m_pages->open(QStringLiteral("pipeline")); });
    connect(m_pages, &widgets::PageStack::opened, this, [this](const QString &key) {
        const auto &pages = m_pages->pages();
        const auto found = std::ranges::find(pages, key, &widgets::Page::key);
        m_bar->tabs().setCurrent(static_cast<int>(found - pages.begin()));
    });
}

void WindowFrame::setTheme(const widgets::Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    for (ThemedWidget *part :
         std::initializer_list<ThemedWidget *>{m_bar, m_banner, m_strip, m_overlay})
        part->setTheme(newTheme);
    m_pages->setTheme(newTheme);
}

void WindowFrame::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    m_pages->show(snapshot);
    const bool suggested = snapshot->configuration && snapshot->configuration->suggested &&
                           !snapshot->configuration->signals.empty();
    m_banner->show(snapshot->warnings, suggested);
    if (snapshot->asOf == m_tabsAsOf)
        return;
    m_tabsAsOf = snapshot->asOf; // numbers change at most once a second
    m_strip->show(models::honestyOf(*snapshot));
    showTabs(*snapshot);
    std::optional<std::chrono::hours> reach;
    if (snapshot->historyFrom)
        reach = std::chrono::floor<std::chrono::hours>(snapshot->asOf - *snapshot->historyFrom);
    m_bar->setHistory(reach);
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
    const WindowState state = stateOf(feed);
    m_bar->setState(state.status, state.word, state.clock);
}

void WindowFrame::toggleKeys(std::vector<widgets::PageKey> keys)
{
    if (m_overlay->isVisible())
        return m_overlay->close();
    for (widgets::PageKey &key : m_pages->current()->keys())
        keys.push_back(std::move(key));
    m_overlay->open(std::move(keys));
}

bool WindowFrame::closeOverlay()
{
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
    widgets::focusNextZone(zones, backwards);
}

} // namespace app
