// SPDX-License-Identifier: GPL-3.0-or-later
// The error categories, ranked by count in the window, with their trend. GUI thread.
#pragma once

#include "models/category_rows.h"
#include "widgets/themed_widget.h"

namespace widgets {

class CategoryPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CategoryPanel(QWidget *parent = nullptr);

    void show(std::vector<models::CategoryRow> rows, const QString &window);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &box, const models::CategoryRow &row) const;

    std::vector<models::CategoryRow> m_rows;
    QString m_window;
};

} // namespace widgets
