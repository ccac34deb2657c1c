// SPDX-License-Identifier: GPL-3.0-or-later
// Adds, changes and removes the endpoints events come from; says in place what is wrong with one.
// GUI thread.
#pragma once

#include "ingest/config/configuration.h"
#include "widgets/theme.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace widgets {

class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    ConnectionDialog(const std::vector<ingest::config::SourceConfiguration> &sources,
                     const Theme &theme, QWidget *parent = nullptr);

    // As edited; one source per row.
    [[nodiscard]] std::vector<ingest::config::SourceConfiguration> sources() const;

private:
    void addRow(const QString &endpoint, bool bound, bool pull, const QString &topics);
    void check();

    std::vector<ingest::config::SourceConfiguration> m_before;
    QTableWidget *m_table;
    QLabel *m_problem;
    QPushButton *m_apply;
};

} // namespace widgets
