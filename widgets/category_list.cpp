// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/category_list.h"

#include "ingest/snapshot.h"
#include "models/category_key.h"
#include "models/clock_text.h"
#include "models/trust.h"
#include "widgets/category_delegate.h"
#include "widgets/panel_title.h"
#include "widgets/table_view.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <utility>

namespace widgets {

using models::CategoryTable;

namespace {

// Of the list: narrower ones keep what is decided by.
constexpr int kNarrowList = 940;
constexpr int kTightList = 690;

} // namespace

CategoryList::CategoryList(QWidget *parent)
    : ThemedWidget(parent), m_title(new PanelTitle(tr("Error categories"), this)),
      m_view(new TableView(this)), m_delegate(new CategoryDelegate(this))
{
    m_sorted.setSourceModel(&m_categories);
    m_sorted.setSortRole(CategoryTable::SortRole);
    m_view->setModel(&m_sorted);
    m_view->setItemDelegate(m_delegate);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(CategoryTable::State, Qt::DescendingOrder);
    m_view->setAccessibleName(tr("Error categories"));
    m_view->setExhibit(QStringLiteral("categories"), QStringLiteral("categories"));
    connect(m_view, &TableView::rowChosen, this, &CategoryList::take);
}

void CategoryList::acknowledge()
{
    if (!m_category.isEmpty())
        Q_EMIT acknowledged(m_category);
}

void CategoryList::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_title->setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_view->setTheme(newTheme);
    QHeaderView *head = m_view->horizontalHeader();
    head->setStyleSheet(head->styleSheet() +
                        QStringLiteral("QHeaderView::section:last{padding-left:%1px;}")
                            .arg(CategoryDelegate::kOwnerIndent + 4)); // a cell's own margin
    arrange();
}

QString CategoryList::name() const
{
    return models::categoryName(m_category.toStdString());
}

void CategoryList::show(const ingest::Snapshot &snapshot)
{
    // Who reads or points at a row must not see it move.
    m_sorted.setDynamicSortFilter(!m_view->isHeld());
    m_choosing = true; // whoever takes the place of one that has gone was not chosen by hand
    m_categories.show(snapshot);
    m_choosing = false;
    const auto &categories = snapshot.metrics->categories;
    const auto fresh = std::ranges::count(categories, ingest::CategoryState::fresh,
                                          &ingest::CategorySnapshot::state);
    QString note = tr("%1 in the window, %2 new").arg(categories.size()).arg(fresh);
    if (const std::optional<double> end = models::dataEndMs(snapshot, nullptr))
        note += QStringLiteral(", ") + tr("as of %1").arg(models::clockText(*end));
    if (m_view->horizontalHeader()->sortIndicatorSection() == CategoryTable::State)
        note += QStringLiteral("; ") + tr("sorted by status, then count");
    m_title->setNote(note);
    chooseMostUrgent();
}

int CategoryList::wishedHeight() const
{
    return m_title->height() + m_view->horizontalHeader()->height() +
           m_sorted.rowCount() * m_view->verticalHeader()->defaultSectionSize() +
           theme().scaled(12);
}

// Until somebody chooses: what is most urgent.
void CategoryList::chooseMostUrgent()
{
    if (m_chosenByHand || m_sorted.rowCount() == 0 || (m_ordinal && m_view->isHeld()))
        return;
    const auto urgency = [this](int row) {
        return m_sorted.index(row, CategoryTable::State).data(CategoryTable::SortRole).toDouble();
    };
    int best = 0;
    for (int row = 1; row < m_sorted.rowCount(); ++row)
        if (urgency(row) > urgency(best))
            best = row;
    selectRow(best);
}

void CategoryList::choose(std::uint32_t ordinal)
{
    m_chosenByHand = true;
    for (int row = 0; row < m_sorted.rowCount(); ++row)
        if (m_sorted.index(row, 0).data(CategoryTable::OrdinalRole).toUInt() == ordinal)
            return selectRow(row);
}

void CategoryList::selectRow(int row)
{
    m_choosing = true;
    m_view->selectRow(row);
    m_choosing = false;
}

void CategoryList::take(const QModelIndex &index)
{
    const std::uint32_t ordinal = index.data(CategoryTable::OrdinalRole).toUInt();
    const bool other = std::exchange(m_ordinal, ordinal) != ordinal;
    m_chosenByHand = m_chosenByHand || !m_choosing;
    m_category = index.siblingAtColumn(0).data(CategoryTable::CategoryRole).toString();
    m_type = index.data(CategoryTable::TypeRole).toString();
    Q_EMIT chosen(!m_choosing, other);
}

void CategoryList::resizeEvent(QResizeEvent *)
{
    arrange();
}

void CategoryList::arrange()
{
    const int head = m_title->height();
    m_title->setGeometry(0, 0, width(), head);
    m_view->setGeometry(0, head, width(), std::max(0, height() - head));
    const bool narrow = width() < theme().scaled(kNarrowList);
    const bool tight = width() < theme().scaled(kTightList);
    const std::array<int, CategoryTable::Columns> shares{24, 13, 7, 7, 13, 9, 9, 8, 9, 9};
    const int room = width() - m_view->verticalScrollBar()->sizeHint().width();
    int shown = 0;
    for (int column = 0; column < CategoryTable::Columns; ++column) {
        const bool hidden =
            (narrow &&
             (column == CategoryTable::FirstSeen || column == CategoryTable::PerMinute)) ||
            (tight && (column == CategoryTable::Trend || column == CategoryTable::Owner ||
                       column == CategoryTable::LastSeen));
        m_view->setColumnHidden(column, hidden);
        shown += hidden ? 0 : shares[static_cast<std::size_t>(column)];
    }
    for (int column = 0; column + 1 < CategoryTable::Columns; ++column)
        m_view->setColumnWidth(column, room * shares[static_cast<std::size_t>(column)] / shown);
}

} // namespace widgets
