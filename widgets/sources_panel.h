// SPDX-License-Identifier: GPL-3.0-or-later
// The publishers as a table, and below it the last bad frame of the chosen one. S sorts by the next
// column, M mutes, Q opens the bad frame. GUI thread.
#pragma once

#include "models/source_table.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

class QLabel;
class QTableView;

namespace widgets {

class SourceDelegate;

class SourcesPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit SourcesPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const ingest::Snapshot &snapshot);
    [[nodiscard]] const models::SourceTable &table() const { return *m_table; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("sources"); }
    void setLetterKeys(bool on) { m_letterKeys = on; } // S, M and Q
    // The row of that source, if it has one, with the focus.
    void choose(const std::string &source);
    [[nodiscard]] bool badFrameOpen() const;
    void closeBadFrame();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool take(int key);
    [[nodiscard]] int chosenRow() const;
    void describeBadFrame();
    void arrange();
    void arrangeColumns();

    models::SourceTable *m_table;
    QTableView *m_view;
    SourceDelegate *m_delegate;
    QLabel *m_badFrame;
    QString m_title;
    bool m_letterKeys = true;
};

} // namespace widgets
