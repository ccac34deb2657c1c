// SPDX-License-Identifier: GPL-3.0-or-later
// The error categories, ranked by count in the window, with their trend. GUI thread.
#pragma once

#include "models/category_model.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

namespace widgets {

class CategoryPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit CategoryPanel(QWidget *parent = nullptr);

    // `stale`: nothing is heard of any more.
    void show(std::vector<models::CategoryRow> rows, const QString &window, bool stale);

    [[nodiscard]] const models::CategoryModel &model() const { return m_model; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString note() const; // what it is ranked by, and how many have no room
    [[nodiscard]] QString explained() const override { return QStringLiteral("categories"); }

Q_SIGNALS:
    void chosen(std::uint32_t ordinal); // a category, by a click or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] QRect rowBox(int row) const;
    void choose(int row);
    void paintChange(QPainter &painter, const QRect &box, const models::CategoryRow &row) const;
    void paintRow(QPainter &painter, const QRect &box, const models::CategoryRow &row) const;

    models::CategoryModel m_model;
    QString m_window;
    bool m_stale = false;
    int m_focused = 0; // row
};

} // namespace widgets
