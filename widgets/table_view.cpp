// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table_view.h"

#include "widgets/measures.h"
#include "widgets/sort_header.h"

namespace widgets {

TableView::TableView(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(19);
    setHorizontalHeader(new SortHeader(this));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
}

void TableView::setTheme(const Theme &theme, bool mono)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Highlight, theme.sel);
    palette.setColor(QPalette::HighlightedText, theme.text);
    setPalette(palette);
    setFont(mono ? theme.monoFont(12) : theme.font(13));
    QPalette head = palette;
    head.setColor(QPalette::ButtonText, theme.muted);
    horizontalHeader()->setPalette(head);
    horizontalHeader()->setFont(theme.font(11));
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::section{background:%1;color:%2;border:0;"
                       "border-bottom:1px solid %3;padding:2px 6px;}")
            .arg(theme.panel.name(), theme.muted.name(), theme.rule.name()));
    verticalHeader()->setDefaultSectionSize(theme.scaled(mono ? 22 : kTableRow));
}

bool TableView::isHeld() const
{
    return hasFocus() || viewport()->underMouse();
}

void TableView::setExhibit(const QString &name, const QString &explained)
{
    m_name = name;
    m_explained = explained;
}

models::FigureTable TableView::figures() const
{
    return models::tableOf(*model(), m_name, accessibleName());
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row())
        Q_EMIT rowChosen(current);
}

} // namespace widgets
