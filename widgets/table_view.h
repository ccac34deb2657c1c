// SPDX-License-Identifier: GPL-3.0-or-later
// The one look of tables: flat rows 28 px high, the theme's colours, whole rows chosen. GUI thread.
#pragma once

#include "widgets/exhibit.h"
#include "widgets/theme.h"

#include <QTableView>

#include <functional>

namespace widgets {

class TableView : public QTableView, public Exhibit
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme, bool mono = false);
    // The pointer or the focus is in it: nothing may move.
    [[nodiscard]] bool isHeld() const;
    // `name` for files, `explained` as models::explanationOf() knows it; the accessible name is the
    // title.
    void setExhibit(const QString &name, const QString &explained);
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return m_explained; }
    [[nodiscard]] bool isDrawn() const override { return false; }

    // Lets rows come and go: where the chosen one goes, its neighbour is not chosen for it.
    void change(const std::function<void()> &rows);

Q_SIGNALS:
    // By pointer or keyboard; again by a click on it, or Enter, where it is chosen already.
    void rowChosen(const QModelIndex &index);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_changing = false;
    QColor m_ring; // around the rows while they have the focus
    QString m_name;
    QString m_explained;
};

} // namespace widgets
