// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples_panel.h"

#include "widgets/event_delegate.h"
#include "widgets/measures.h"
#include "widgets/panel_title.h"
#include "widgets/table_view.h"

#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace widgets {

using models::EventTable;

SamplesPanel::SamplesPanel(QWidget *parent)
    : ThemedWidget(parent), m_delegate(new EventDelegate(this)),
      m_title(new PanelTitle(tr("Sample events"), this)), m_view(new TableView(this)),
      m_payload(new QPlainTextEdit(this))
{
    m_view->setModel(&m_rows);
    m_view->setItemDelegate(m_delegate);
    m_view->setAccessibleName(tr("Sample events"));
    m_view->setExhibit(QStringLiteral("events"), QStringLiteral("events"));
    m_view->hideColumn(EventTable::Source);
    m_view->hideColumn(EventTable::Type);
    m_payload->setReadOnly(true);
    m_payload->setFrameShape(QFrame::NoFrame);
    m_payload->setAccessibleName(tr("The chosen event as it was received"));
    connect(m_view, &TableView::rowChosen, this, &SamplesPanel::chosen);
}

void SamplesPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_title->setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_view->setTheme(newTheme);
    m_payload->setFont(newTheme.monoFont(12));
    m_payload->setStyleSheet(
        QStringLiteral("QPlainTextEdit { background: %1; color: %2; padding-left: %3px; }")
            .arg(newTheme.inset.name(), newTheme.text2.name())
            .arg(kPadding - 4)); // the document's own margin
    arrange();
}

void SamplesPanel::show(const std::vector<models::EventRow> &rows, std::uint64_t subject)
{
    const bool other = std::exchange(m_subject, subject) != subject;
    if (other || !m_view->isHeld() || m_rows.rowCount() == 0)
        m_view->change([&] {
            if (other) // what was chosen before is not what is shown beside it now
                m_view->setCurrentIndex({});
            m_rows.show(rows);
        });
}

void SamplesPanel::setTexts(const QString &title, const QString &note, const QString &hint)
{
    m_title->setTitle(title);
    m_title->setNote(note);
    m_title->setHint(hint);
}

void SamplesPanel::setPayload(const QString &text)
{
    if (text != m_payload->toPlainText())
        m_payload->setPlainText(text);
}

const QString &SamplesPanel::title() const
{
    return m_title->title();
}

const QString &SamplesPanel::note() const
{
    return m_title->note();
}

void SamplesPanel::resizeEvent(QResizeEvent *)
{
    arrange();
}

void SamplesPanel::arrange()
{
    const int head = m_title->height();
    const int payload = height() * 30 / 100;
    m_title->setGeometry(0, 0, width(), head);
    m_view->setGeometry(0, head, width(), std::max(0, height() - head - payload));
    m_payload->setGeometry(0, height() - payload, width(), payload);
    const int time = theme().scaled(140);
    const int journey = std::min(theme().scaled(120), width() / 5);
    const int amount = std::min(theme().scaled(90), width() / 6);
    const int rest = width() - time - journey - amount;
    // The chosen event's text says them all: where they would be cut to nothing the others have
    // room.
    const bool narrow = rest < theme().scaled(100);
    m_view->setColumnHidden(EventTable::Attributes, narrow);
    m_view->setColumnWidth(EventTable::Time, time);
    m_view->setColumnWidth(EventTable::Journey, narrow ? journey + rest / 4 : journey);
    m_view->setColumnWidth(EventTable::Amount, amount); // the last one shown takes what is left
}

} // namespace widgets
