// SPDX-License-Identifier: GPL-3.0-or-later
// The events behind a category or a figure, newest first, and the chosen one as it was received.
// Rows do not move while they are pointed at or have the focus. GUI thread.
#pragma once

#include "models/event_table.h"
#include "widgets/themed_widget.h"

class QPlainTextEdit;

namespace widgets {

class EventDelegate;
class PanelTitle;
class TableView;

class SamplesPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SamplesPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // `subject`: another number where they are of something else; then rows that are held go too.
    void show(const std::vector<models::EventRow> &rows, std::uint64_t subject);
    void setTexts(const QString &title, const QString &note, const QString &hint);
    void setPayload(const QString &text);
    [[nodiscard]] const QString &title() const;
    [[nodiscard]] const QString &note() const;
    [[nodiscard]] TableView &view() { return *m_view; }
    [[nodiscard]] const TableView &view() const { return *m_view; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    models::EventTable m_rows;
    std::uint64_t m_subject = 0;
    EventDelegate *m_delegate;
    PanelTitle *m_title;
    TableView *m_view;
    QPlainTextEdit *m_payload;
};

} // namespace widgets
