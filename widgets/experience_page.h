// SPDX-License-Identifier: GPL-3.0-or-later
// The Experience page: key figures, time lanes, funnel and error categories, or the empty state
// until the first event. Lays its parts out by the size of the window. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "widgets/themed_widget.h"

#include <memory>

namespace widgets {

class CategoryPanel;
class DataStrip;
class EmptyState;
class FunnelPanel;
class KpiRow;
class TimeLanes;

class ExperiencePage : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ExperiencePage(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // Numbers change at most once a second, unless the window or the pause changed.
    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot);
    [[nodiscard]] const KpiRow &figures() const { return *m_figures; }
    [[nodiscard]] const DataStrip &strip() const { return *m_strip; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    DataStrip *m_strip;
    KpiRow *m_figures;
    TimeLanes *m_lanes;
    FunnelPanel *m_funnel;
    CategoryPanel *m_categories;
    EmptyState *m_empty;
    ingest::Second m_shownAsOf{};
    ingest::Window m_shownWindow = ingest::Window::all;
    bool m_waiting = true;
};

} // namespace widgets
