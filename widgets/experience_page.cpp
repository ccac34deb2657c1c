// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experience_page.h"

#include "models/incident_rank.h"
#include "models/snapshot_lookup.h"
#include "models/tile_deltas.h"
#include "models/trust.h"
#include "models/window_text.h"
#include "widgets/category_panel.h"
#include "widgets/empty_state.h"
#include "widgets/funnel_panel.h"
#include "widgets/incident_panel.h"
#include "widgets/kpi_row.h"
#include "widgets/time_lanes.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t kMostCategories = 12;
constexpr int kLeastList = 130; // px of categories above an incident

QString textOf(ingest::Window window)
{
    const std::string_view name = ingest::nameOf(window);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

ExperiencePage::ExperiencePage(QWidget *parent)
    : Page(parent), m_figures(new KpiRow(this)), m_lanes(new TimeLanes(this)),
      m_funnel(new FunnelPanel(this)), m_categories(new CategoryPanel(this)),
      m_incident(new IncidentPanel(this)), m_empty(new EmptyState(this))
{
    connect(m_figures, &KpiRow::chosen, this,
            [this](const QString &key) { ask(models::askedTile(*m_snapshot, key)); });
    connect(m_figures, &KpiRow::explanationWanted, this, &Page::explanationWanted);
    connect(m_lanes, &TimeLanes::figureAsked, this, &ExperiencePage::figureAsked);
    connect(m_funnel, &FunnelPanel::chosen, this,
            [this](std::size_t row) { ask(models::askedStep(*m_snapshot, row)); });
    connect(m_categories, &CategoryPanel::chosen, this,
            [this](std::uint32_t ordinal) { ask(models::askedCategory(*m_snapshot, ordinal)); });
    connect(m_incident, &IncidentPanel::chosen, this,
            [this] { Q_EMIT incidentChosen(m_incident->card()->incident); });
    setTheme(theme());
}

void ExperiencePage::ask(const std::optional<models::AskedFigure> &asked)
{
    if (asked)
        Q_EMIT figureAsked(*asked);
}

void ExperiencePage::setTheme(const Theme &newTheme)
{
    Page::setTheme(newTheme);
    for (ThemedWidget *part : std::initializer_list<ThemedWidget *>{
             m_figures, m_lanes, m_funnel, m_categories, m_incident, m_empty})
        part->setTheme(newTheme);
    arrange();
}

void ExperiencePage::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    m_lanes->show(snapshot);
    const bool waiting = snapshot->freshness.state == ingest::FreshnessState::waiting;
    if (snapshot->asOf == m_shownAsOf && snapshot->window == m_shownWindow &&
        waiting == m_waiting && snapshot->earlier.size() == m_shownEarlier && m_snapshot &&
        snapshot->cause == m_snapshot->cause)
        return;
    m_shownEarlier = snapshot->earlier.size();
    m_snapshot = snapshot;
    m_shownAsOf = snapshot->asOf;
    m_shownWindow = snapshot->window;
    m_waiting = waiting;
    m_empty->setVisible(waiting);
    if (waiting)
        m_empty->show(*snapshot);
    showFigures();
    m_incident->show(models::incidentCard(*snapshot));
    arrange(); // the funnel is as high as its steps
    m_categories->show(models::categoryRows(*snapshot, kMostCategories),
                       models::windowText(snapshot->window),
                       models::dataEndMs(*snapshot, nullptr).has_value());
}

void ExperiencePage::showFigures()
{
    const ingest::Snapshot &snapshot = *m_snapshot;
    const models::Baseline baseline = m_baseline.value_or(models::bestBaseline(snapshot));
    const bool known = !models::earlierFor(snapshot, baseline).empty();
    const ingest::SignalSnapshot *conversion =
        models::signalNamed(snapshot, models::rolesOf(snapshot).conversion);
    m_figures->show(models::comparedTiles(snapshot, baseline), textOf(snapshot.window));
    m_funnel->show(models::comparedRows(snapshot, baseline),
                   {models::dataEndMs(snapshot, conversion).has_value(),
                    known ? models::baselineName(baseline, snapshot.asOf) : QString(),
                    snapshot.hasHistory, models::hasGaps(snapshot, conversion)});
}

void ExperiencePage::cycleBaseline()
{
    if (!m_snapshot)
        return;
    m_baseline = models::nextBaseline(m_baseline.value_or(models::bestBaseline(*m_snapshot)));
    m_lanes->setBaseline(*m_baseline);
    showFigures();
}

PageStatus ExperiencePage::status(const ingest::Snapshot &snapshot) const
{
    if (snapshot.freshness.state != ingest::FreshnessState::live)
        return {models::Status::unknown, 0};
    PageStatus worst{models::Status::normal, 0};
    for (const models::Tile &tile : models::comparedTiles(snapshot)) {
        if (tile.status != models::Status::look && tile.status != models::Status::bad)
            continue;
        if (tile.status > worst.status)
            worst = {tile.status, 0};
        worst.count += tile.status == worst.status ? 1 : 0;
    }
    // What the card below shows, where no figure shows it.
    const ingest::Incident *incident = models::worstIncident(snapshot);
    if (incident != nullptr && incident->kind != ingest::IncidentKind::source &&
        models::statusOf(incident->kind) > worst.status)
        worst = {models::statusOf(incident->kind), 1};
    return worst;
}

Exhibit *ExperiencePage::exhibit()
{
    return m_figures;
}

bool ExperiencePage::stepCrosshair(int by)
{
    m_lanes->stepCrosshair(by);
    return true;
}

bool ExperiencePage::explainPoint()
{
    return m_lanes->explainPoint();
}

bool ExperiencePage::closeOverlay()
{
    return m_lanes->closeTopmost();
}

std::vector<QWidget *> ExperiencePage::zones()
{
    return {m_figures, m_lanes, m_funnel, m_categories, m_incident};
}

std::vector<PageKey> ExperiencePage::keys() const
{
    return {
        {tr("← →"), tr("next figure, or the crosshair; Shift ten times as far")},
        {tr("↑ ↓"), tr("the chart that Enter is about")},
        {tr("Ctrl+← →"), tr("a span of the charts, from the crosshair on; Enter shows it closer")},
        {tr("B"), tr("compared with yesterday, a week before, or usual")},
        {tr("Enter"), tr("the events behind the figure, the point, the step or the category")}};
}

void ExperiencePage::arrange()
{
    const int w = width();
    const bool threeAcross = w < kThreeAcrossBelow;
    const bool low = height() < 730 || theme().textScale >= 1.5;
    int figures = theme().scaled(low ? 88 : 112);
    if (threeAcross)
        figures *= 2;
    m_figures->setGeometry(0, 0, w, figures);
    const int top = figures;
    const int body = height() - top;
    if (height() > w) {
        const int lanes = body / 2;
        m_lanes->setGeometry(0, top, w, lanes);
        const int funnel = m_funnel->heightWithin((body - lanes) * 45 / 100);
        m_funnel->setGeometry(0, top + lanes, w, funnel);
        arrangeCategories({0, top + lanes + funnel, w, body - lanes - funnel});
    } else {
        const int left = w * 625 / 1000;
        m_lanes->setGeometry(0, top, left, body);
        const int funnel = std::min(m_funnel->heightWithin(body * 46 / 100), body);
        m_funnel->setGeometry(left + 1, top, w - left - 1, funnel);
        arrangeCategories({left + 1, top + funnel, w - left - 1, body - funnel});
    }
    const int wide = std::min(860, w - 80);
    const int high = std::min(480, body - 40);
    m_empty->setGeometry(std::max(20, (w * 625 / 1000 - wide) / 2), top + 20, wide, high);
    m_empty->raise();
}

// The incident stands below the categories while one is open, where enough of them stay in sight.
void ExperiencePage::arrangeCategories(const QRect &box)
{
    const int incident = m_incident->wishedHeight();
    const bool fits = m_incident->card() && box.height() - incident >= theme().scaled(kLeastList);
    m_incident->setVisible(fits);
    m_categories->setGeometry(box.adjusted(0, 0, 0, fits ? -incident : 0));
    m_incident->setGeometry(box.left(), box.bottom() + 2 - incident, box.width(), incident - 1);
}

void ExperiencePage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void ExperiencePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme().rule); // the rules between the panels
}

} // namespace widgets
