// SPDX-License-Identifier: GPL-3.0-or-later
// The one look of tables: flat rows 28 px high, the theme's colours, whole rows chosen. GUI thread.
#pragma once

#include "widgets/exhibit.h"
#include "widgets/theme.h"

#include <QTableView>

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

Q_SIGNALS:
    void rowChosen(const QModelIndex &index); // by pointer or keyboard

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QString m_name;
    QString m_explained;
};

} // namespace widgets
