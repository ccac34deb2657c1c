// SPDX-License-Identifier: GPL-3.0-or-later
// The Experience page: key figures, time lanes, funnel and error categories, or the empty state
// until the first event. Lays its parts out by the size of the window. GUI thread.
#pragma once

#include "models/asked_figure.h"
#include "models/baseline.h"
#include "widgets/page.h"

#include <memory>
#include <optional>

namespace widgets {

class CategoryPanel;
class EmptyState;
class FunnelPanel;
class IncidentPanel;
class KpiRow;
class TimeLanes;

class ExperiencePage : public Page
{
    Q_OBJECT
public:
    explicit ExperiencePage(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // Numbers change at most once a second, unless the window or the pause changed.
    void show(const std::shared_ptr<const ingest::Snapshot> &snapshot) override;
    [[nodiscard]] QString key() const override { return QStringLiteral("experience"); }
    [[nodiscard]] QString title() const override { return tr("Experience"); }
    [[nodiscard]] int digit() const override { return 1; }
    [[nodiscard]] PageStatus status(const ingest::Snapshot &snapshot) const override;
    [[nodiscard]] Exhibit *exhibit() override;
    [[nodiscard]] std::vector<QWidget *> zones() override;
    [[nodiscard]] std::vector<PageKey> keys() const override;
    // The next of yesterday, a week before, and usual.
    void cycleBaseline();
    bool stepCrosshair(int by) override;
    bool explainPoint() override;
    bool closeOverlay() override; // on the charts: span, crosshair, what is seen closer
    [[nodiscard]] const KpiRow &figures() const { return *m_figures; }

Q_SIGNALS:
    // Somebody wants to see the events behind a figure.
    void figureAsked(const models::AskedFigure &asked);
    // Or to go where the incident that is shown leads.
    void incidentChosen(const ingest::Incident &incident);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showFigures();
    void arrangeCategories(const QRect &box);
    void ask(const std::optional<models::AskedFigure> &asked);

    KpiRow *m_figures;
    TimeLanes *m_lanes;
    FunnelPanel *m_funnel;
    CategoryPanel *m_categories;
    IncidentPanel *m_incident;
    EmptyState *m_empty;
    std::shared_ptr<const ingest::Snapshot> m_snapshot; // whose figures are shown
    ingest::Second m_shownAsOf{};
    ingest::Window m_shownWindow = ingest::Window::all;
    bool m_waiting = true;
    std::size_t m_shownEarlier = 0;
    std::optional<models::Baseline> m_baseline; // empty: what history has
};

} // namespace widgets
