// SPDX-License-Identifier: GPL-3.0-or-later
// The one look of tables: flat rows 28 px high, the theme's colours, whole rows chosen. GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QTableView>

namespace widgets {

class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme, bool mono = false);
    // The pointer or the focus is in it: nothing may move.
    [[nodiscard]] bool isHeld() const;
    // All rows, tab-separated, with the heads.
    [[nodiscard]] QString toTsv() const;

Q_SIGNALS:
    void rowChosen(const QModelIndex &index); // by pointer or keyboard

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace widgets
