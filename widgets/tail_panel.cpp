// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tail_panel.h"

#include "models/axis_text.h"
#include "widgets/event_delegate.h"
#include "widgets/panel_title.h"
#include "widgets/table_view.h"

#include <QHeaderView>
#include <QScrollBar>

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
    m_view->setExhibit(QStringLiteral("tail"), QStringLiteral("events"));
    m_view->horizontalHeader()->hide();
    m_view->hideColumn(EventTable::Amount);
    m_title->setHint(tr("F follow or stand still"));
    connect(m_view, &TableView::rowChosen, this, &TailPanel::chosen);
}

void TailPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_title->setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_view->setTheme(newTheme, true);
    arrange();
}

bool TailPanel::isRead() const
{
    return m_view->isHeld() || m_view->verticalScrollBar()->value() > 0;
}

void TailPanel::toggle()
{
    m_pace = m_hold.at != 0 ? Pace::follows : Pace::stands;
    if (m_pace == Pace::follows)
        m_view->scrollToTop();
    Q_EMIT toggled();
}

models::TailHold TailPanel::hold(const models::EventQuery &query)
{
    if (m_pace == Pace::follows && !isRead())
        m_pace = Pace::byItself; // it was told so for this once
    const bool stands = m_pace == Pace::stands || (m_pace == Pace::byItself && isRead());
    if (!stands || m_shownTo == 0)
        m_hold = {};
    else if (m_hold.at == 0)
        m_hold = {m_shownTo, m_shownTo, 0}; // nothing moves any more
    if (query != m_query) {
        m_query = query;
        m_hold = {m_hold.at, m_hold.at, 0};
    }
    return m_hold;
}

void TailPanel::show(const models::TriageFindings &findings)
{
    if (findings.tailHold.at != m_hold.at || findings.query != m_query)
        return;
    const bool follows = m_hold.at == 0;
    const bool otherEvents = findings.query != m_shownQuery || m_rows.rowCount() == 0;
    if (follows && m_pace != Pace::follows && isRead() && !otherEvents)
        return; // somebody has begun to read since it was asked for
    if (follows || otherEvents) {
        m_view->change([&] { m_rows.show(findings.tail); });
        m_shownQuery = findings.query;
        m_shownTo = follows ? findings.tailHold.countedTo : m_hold.at;
    }
    if (!follows)
        m_hold = findings.tailHold;
    setNote();
}

void TailPanel::setNote()
{
    m_title->setNote(m_hold.at == 0
                         ? tr("follows; it stands still while the pointer is over it")
                         : tr("stands still · +%1 events").arg(models::wholeCount(m_hold.newer)));
}

const QString &TailPanel::note() const
{
    return m_title->note();
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
    m_view->setColumnWidth(EventTable::Time, theme().scaled(142));
    m_view->setColumnWidth(EventTable::Type, std::min(theme().scaled(170), width() / 5));
    m_view->setColumnWidth(EventTable::Source, std::min(theme().scaled(150), width() / 6));
    m_view->setColumnWidth(EventTable::Journey, std::min(theme().scaled(110), width() / 7));
}

} // namespace widgets
