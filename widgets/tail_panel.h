// SPDX-License-Identifier: GPL-3.0-or-later
// The live tail: the newest events that match. It stands still while it is pointed at, has the
// focus, is scrolled down or was told to (F), says then how many came since, and keeps the rows it
// shows whatever the engine lets go of. GUI thread.
#pragma once

#include "models/event_table.h"
#include "models/triage_findings.h"
#include "widgets/themed_widget.h"

namespace widgets {

class EventDelegate;
class PanelTitle;
class TableView;

class TailPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TailPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // Where it stands still, to ask for what came since of the events that match.
    [[nodiscard]] models::TailHold hold(const models::EventQuery &query);
    // Answers to older questions change nothing.
    void show(const models::TriageFindings &findings);
    // Follows where it stands still, even while it is read; stands still where it follows.
    void toggle();
    [[nodiscard]] const QString &note() const;
    [[nodiscard]] TableView &view() { return *m_view; }
    [[nodiscard]] const TableView &view() const { return *m_view; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    void toggled(); // it follows, or stands still

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    enum class Pace { byItself, follows, stands };

    [[nodiscard]] bool isRead() const;
    void setNote();

    models::EventTable m_rows;
    EventDelegate *m_delegate;
    PanelTitle *m_title;
    TableView *m_view;
    Pace m_pace = Pace::byItself;
    models::TailHold m_hold;
    models::EventQuery m_query;      // asked for
    models::EventQuery m_shownQuery; // of the rows
    std::uint64_t m_shownTo = 0;     // the newest event when the rows were found
};

} // namespace widgets
