// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel_title.h"

#include "widgets/measures.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int kTitleHeight = 34;

} // namespace

PanelTitle::PanelTitle(const QString &title, QWidget *parent) : ThemedWidget(parent), m_title(title)
{
    setFixedHeight(kTitleHeight);
}

void PanelTitle::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    setFixedHeight(newTheme.scaled(kTitleHeight));
}

void PanelTitle::setTitle(const QString &title)
{
    m_title = title;
    update();
}

void PanelTitle::setNote(const QString &note)
{
    m_note = note;
    update();
}

void PanelTitle::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    QRect box = rect().adjusted(kPadding, 4, -kPadding, 0);
    painter.drawText(box, Qt::AlignVCenter, m_title);
    box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(m_title) + 12);
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const int hint = painter.fontMetrics().horizontalAdvance(m_hint);
    if (hint <= box.width()) { // else the title has the room
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight, m_hint);
        box.setRight(box.right() - hint - 12);
    }
    if (box.width() > 0)
        painter.drawText(box, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_note, Qt::ElideRight, box.width()));
}

} // namespace widgets
