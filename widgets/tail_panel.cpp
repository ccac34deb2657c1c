// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tail_panel.h"

#include "models/axis_text.h"
#include "widgets/event_delegate.h"
#include "widgets/panel_title.h"
#include "widgets/table_view.h"

#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

namespace widgets {

using models::EventTable;

TailPanel::TailPanel(QWidget *parent)
    : ThemedWidget(parent), m_delegate(new EventDelegate(this)),
      m_title(new PanelTitle(tr("Live tail"), this)), m_view(new TableView(this))
{
    m_view->setModel(&m_rows);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Live tail"));
    m_view->horizontalHeader()->hide();
    m_view->hideColumn(EventTable::Amount);
    m_title->setHint(tr("F follow   F again stands still"));
    connect(m_view, &TableView::rowChosen, this, &TailPanel::chosen);
    auto *follow = new QShortcut(Qt::Key_F, m_view);
    follow->setContext(Qt::WidgetWithChildrenShortcut);
    connect(follow, &QShortcut::activated, this, [this] {
        m_paused = !m_paused;
        Q_EMIT toggled();
    });
}

void TailPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_title->setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_view->setTheme(newTheme, true);
    arrange();
}

std::uint64_t TailPanel::frozenAt(std::uint64_t offered)
{
    if (!m_paused && !m_view->isHeld())
        m_frozenAt = 0;
    else if (m_frozenAt == 0)
        m_frozenAt = offered;
    return m_frozenAt;
}

void TailPanel::show(const std::vector<models::EventRow> &rows, std::uint64_t newer)
{
    m_rows.show(rows);
    m_title->setNote(m_frozenAt == 0
                         ? tr("follows; it stands still while the pointer is over it")
                         : tr("stands still · +%1 events").arg(models::wholeCount(newer)));
}

void TailPanel::resizeEvent(QResizeEvent *)
{
    arrange();
}

void TailPanel::arrange()
{
    const int head = m_title->height();
    m_title->setGeometry(0, 0, width(), head);
    m_view->setGeometry(0, head, width(), std::max(0, height() - head));
    m_view->setColumnWidth(EventTable::Time, 142);
    m_view->setColumnWidth(EventTable::Type, std::min(170, width() / 5));
    m_view->setColumnWidth(EventTable::Source, std::min(150, width() / 6));
    m_view->setColumnWidth(EventTable::Journey, std::min(110, width() / 7));
}

} // namespace widgets
