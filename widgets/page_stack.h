// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a window, one of them shown. Hands the theme to all and snapshots to the one shown.
// GUI thread.
#pragma once

#include "widgets/page.h"

#include <QStackedWidget>

namespace widgets {

class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    // Takes the page; in the order of the tabs.
    void add(Page *page);
    [[nodiscard]] const std::vector<Page *> &pages() const { return m_pages; }
    [[nodiscard]] Page *current() const;
    [[nodiscard]] Page *named(const QString &key) const; // null: there is none

    // Shows it with the newest snapshot; ignored where there is no such page.
    void open(const QString &key);
    void show(std::shared_ptr<const ingest::Snapshot> snapshot);
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void opened(const QString &key);

private:
    std::vector<Page *> m_pages;
    std::shared_ptr<const ingest::Snapshot> m_snapshot;
};

} // namespace widgets
