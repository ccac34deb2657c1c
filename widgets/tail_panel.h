// SPDX-License-Identifier: GPL-3.0-or-later
// The live tail: the newest events that match, standing still while it is pointed at, has the focus
// or was told to (F), and saying then how many came since. GUI thread.
#pragma once

#include "models/event_table.h"
#include "widgets/themed_widget.h"

#include <cstdint>

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
    // The event the tail stands still at, of so many offered until now; 0 while it follows.
    [[nodiscard]] std::uint64_t frozenAt(std::uint64_t offered);
    void show(const std::vector<models::EventRow> &rows, std::uint64_t newer);
    [[nodiscard]] TableView &view() { return *m_view; }
    [[nodiscard]] const TableView &view() const { return *m_view; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);
    void toggled(); // it follows, or stands still

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    models::EventTable m_rows;
    EventDelegate *m_delegate;
    PanelTitle *m_title;
    TableView *m_view;
    std::uint64_t m_frozenAt = 0;
    bool m_paused = false;
};

} // namespace widgets
