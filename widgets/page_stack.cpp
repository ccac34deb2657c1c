// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_stack.h"

#include <QLineEdit>

#include <algorithm>

namespace widgets {

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent) {}

void PageStack::add(Page *page)
{
    m_pages.push_back(page);
    addWidget(page);
}

Page *PageStack::current() const
{
    const int index = currentIndex();
    return index < 0 ? nullptr : m_pages[static_cast<std::size_t>(index)];
}

Page *PageStack::named(const QString &key) const
{
    const auto page = std::ranges::find(m_pages, key, &Page::key);
    return page == m_pages.end() ? nullptr : *page;
}

void PageStack::open(const QString &key)
{
    Page *page = named(key);
    if (page == nullptr)
        return;
    setCurrentWidget(page);
    // Qt gives the focus on; a text would take the keys of the window.
    if (const QWidget *focused = page->focusWidget(); qobject_cast<const QLineEdit *>(focused))
        page->setFocus();
    if (m_snapshot)
        page->show(m_snapshot);
    Q_EMIT opened(key);
}

void PageStack::show(std::shared_ptr<const ingest::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    if (Page *page = current())
        page->show(m_snapshot);
}

void PageStack::setTheme(const Theme &theme)
{
    for (Page *page : m_pages)
        page->setTheme(theme);
}

} // namespace widgets
