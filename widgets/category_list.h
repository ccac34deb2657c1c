// SPDX-License-Identifier: GPL-3.0-or-later
// The Triage page's table of failure categories, of which one is chosen: by a person, or until then
// the most urgent one. Its order stands still while it is pointed at or has the focus. GUI thread.
#pragma once

#include "models/category_table.h"
#include "widgets/themed_widget.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace widgets {

class CategoryDelegate;
class PanelTitle;
class TableView;

class CategoryList : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CategoryList(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const ingest::Snapshot &snapshot);
    [[nodiscard]] int wishedHeight() const; // px, of all rows
    // From now on nothing is chosen but by hand, as if a person had.
    void keepChoice() { m_chosenByHand = true; }
    // Chooses for a person who asked for it elsewhere.
    void choose(std::uint32_t ordinal);

    // Says that somebody looks after the category chosen.
    void acknowledge();

    // The category chosen; empty while there is none.
    [[nodiscard]] std::optional<std::uint32_t> ordinal() const { return m_ordinal; }
    [[nodiscard]] const QString &category() const { return m_category; }
    [[nodiscard]] const QString &type() const { return m_type; }
    // Its name as the list has it.
    [[nodiscard]] QString name() const;
    [[nodiscard]] TableView &view() const { return *m_view; }

Q_SIGNALS:
    void chosen(bool byHand, bool other); // other: not the one chosen before
    void acknowledged(const QString &category);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void take(const QModelIndex &index);
    void chooseMostUrgent();
    void selectRow(int row);
    void arrange();

    models::CategoryTable m_categories;
    QSortFilterProxyModel m_sorted;
    PanelTitle *m_title;
    TableView *m_view;
    CategoryDelegate *m_delegate;
    std::optional<std::uint32_t> m_ordinal;
    QString m_category;
    QString m_type;
    bool m_choosing = false; // by itself, not by a person
    bool m_chosenByHand = false;
};

} // namespace widgets
