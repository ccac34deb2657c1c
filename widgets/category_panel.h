// SPDX-License-Identifier: GPL-3.0-or-later
// The error categories, ranked by count in the window, with their trend. GUI thread.
#pragma once

#include "models/category_model.h"
#include "widgets/themed_widget.h"

namespace widgets {

class CategoryPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CategoryPanel(QWidget *parent = nullptr);

    // `stale`: nothing is heard of any more.
    void show(std::vector<models::CategoryRow> rows, const QString &window, bool stale);

    [[nodiscard]] const models::CategoryModel &model() const { return m_model; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &box, const models::CategoryRow &row) const;

    models::CategoryModel m_model;
    QString m_window;
    bool m_stale = false;
};

} // namespace widgets
