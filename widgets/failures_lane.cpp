// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/failures_lane.h"

#include "models/axis_text.h"
#include "models/chart_tables.h"
#include "models/clock_text.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <limits>

namespace widgets {

namespace {

constexpr double kLetterNeeds = 9; // px of band height
constexpr double kSeparator = 0.8;
constexpr double kStaleOpacity = 0.28;

QColor blended(const QColor &over, const QColor &under, double opacity)
{
    const auto mix = [opacity](int a, int b) {
        return static_cast<int>(a * opacity + b * (1 - opacity) + 0.5);
    };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

} // namespace

FailuresLane::FailuresLane(QWidget *parent) : Lane(parent)
{
    for (std::size_t i = 0; i < models::kFailureBands + 1; ++i)
        m_bands.emplace_back(chart(), timeAxis(), valueAxis());
    styleSeries();
}

void FailuresLane::setStack(models::FailureStack stack)
{
    m_stack = std::move(stack);
    styleSeries();
    setAccessibleName(title());
    QString text = tr("Failed attempts per minute by category.");
    if (!m_stack.endsMs.empty())
        text = tr("%1 per minute now. %2")
                   .arg(models::shortCount(totalAt(m_stack.endsMs.size() - 1)), text);
    setAccessibleDescription(text);
}

void FailuresLane::styleSeries()
{
    const Theme &t = theme();
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        if (i >= m_stack.bands.size())
            continue;
        const models::FailureBand &band = m_stack.bands[i];
        QColor colour = band.ordinal ? t.category(*band.ordinal) : t.other;
        // Blended here, not by opacity: neighbouring bands share antialiased edges.
        const double opacity = isStale() ? kStaleOpacity : band.grown ? 1 : t.stackOpacity;
        m_bands[i].setBrush(blended(colour, t.panel, opacity), QPen(t.panel, kSeparator));
    }
}

void FailuresLane::updateSeries(models::ColumnSpans &changed)
{
    RunFrame run = runFrame(1);
    run.widestGap = std::numeric_limits<double>::infinity();
    std::vector<QPointF> lower;
    for (const double end : m_stack.endsMs)
        lower.emplace_back(end, 0);
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        const bool used = i < m_stack.bands.size();
        std::vector<QPointF> upper;
        for (std::size_t j = 0; used && j < lower.size(); ++j)
            upper.emplace_back(lower[j].x(), lower[j].y() + m_stack.bands[i].perMinute[j]);
        m_bands[i].update(used ? lower : upper, upper, run, changed);
        if (used)
            lower = std::move(upper);
    }
}

void FailuresLane::feedSeries(std::span<const models::ColumnSpan> spans)
{
    for (BandRuns &band : m_bands)
        band.feed(spans, frame().columns.first);
}

models::ValueRange FailuresLane::wantedRange() const
{
    return m_stack.wantedRange();
}

bool FailuresLane::isEmpty() const
{
    return m_stack.bands.empty();
}

std::vector<Lane::ValueTick> FailuresLane::valueTicks(const models::ValueRange &range,
                                                      int atMost) const
{
    std::vector<ValueTick> ticks;
    for (const double value : models::scaleTicks(range, std::min(atMost, 4)))
        ticks.push_back({value, models::shortCount(value)});
    return ticks;
}

void FailuresLane::paintPlot(QPainter &painter)
{
    // Zero failures are a line, too.
    painter.fillRect(QRectF(plotArea().left(), plotArea().bottom() - 1, plotArea().width(), 1),
                     theme().grid);
    if (m_stack.open && !m_stack.endsMs.empty())
        drawOpen(painter, {m_stack.endsMs.back(), totalAt(m_stack.endsMs.size() - 1)},
                 *m_stack.open);
}

QString FailuresLane::title() const
{
    return frame().compact ? tr("Failed") : tr("Failed attempts");
}

std::vector<std::vector<Lane::TextRun>> FailuresLane::subtitle() const
{
    const QFont small = theme().font(11);
    const QString span = models::wholeSpanText(m_stack.rolling);
    std::vector<std::vector<TextRun>> lines{{{tr("per minute, by category"), small, theme().muted}},
                                            {{tr("%1 rolling").arg(span), small, theme().muted}}};
    if (!m_stack.endsMs.empty() && m_stack.bands.empty())
        lines.push_back({{tr("none in this window"), small, theme().text2}});
    return lines;
}

std::vector<EndLabel> FailuresLane::endLabels() const
{
    std::vector<EndLabel> labels;
    if (m_stack.endsMs.empty())
        return labels;
    double sum = 0;
    for (const models::FailureBand &band : m_stack.bands) {
        const double value = band.perMinute.back();
        const double top = yOf(sum + value);
        const double bottom = yOf(sum);
        sum += value;
        if (!band.grown && bottom - top < kLetterNeeds)
            continue;
        EndLabel label;
        label.y = (top + bottom) / 2;
        label.text = frame().compact ? QString() : band.name;
        label.font =
            theme().font(band.grown ? 12 : 11, band.grown ? QFont::DemiBold : QFont::Normal);
        label.colour = isStale() ? theme().stale : band.grown ? theme().text : theme().text2;
        label.swatch = Swatch{band.ordinal};
        labels.push_back(label);
    }
    return labels;
}

QString FailuresLane::valueText(double value) const
{
    return models::shortCount(value);
}

std::optional<double> FailuresLane::dataEndMs() const
{
    return m_stack.dataEndMs;
}

std::optional<std::size_t> FailuresLane::pointAt(double ms) const
{
    const auto found = std::lower_bound(m_stack.endsMs.begin(), m_stack.endsMs.end(), ms);
    if (found == m_stack.endsMs.end())
        return {};
    const auto i = static_cast<std::size_t>(found - m_stack.endsMs.begin());
    // The instant may lie before the first observed point.
    if (i == 0 && m_stack.endsMs.size() > 1 && *found - ms > m_stack.endsMs[1] - *found)
        return {};
    return i;
}

double FailuresLane::totalAt(std::size_t point) const
{
    double sum = 0;
    for (const models::FailureBand &band : m_stack.bands)
        sum += band.perMinute[point];
    return sum;
}

std::optional<QPointF> FailuresLane::dotAt(double ms) const
{
    const auto point = pointAt(ms);
    if (!point || m_stack.bands.empty())
        return {};
    return QPointF(xOf(ms), yOf(totalAt(*point)));
}

models::FigureTable FailuresLane::seriesTable() const
{
    return models::chartTable(m_stack);
}

std::vector<ReadoutRow> FailuresLane::readoutAt(double ms) const
{
    const auto point = pointAt(ms);
    if (!point)
        return {};
    std::vector<ReadoutRow> rows{
        {tr("Failed per min"), models::shortCount(totalAt(*point)), {}, false}};
    std::vector<const models::FailureBand *> largest;
    for (const models::FailureBand &band : m_stack.bands)
        if (band.ordinal && band.perMinute[*point] > 0)
            largest.push_back(&band);
    std::stable_sort(largest.begin(), largest.end(),
                     [&](const models::FailureBand *a, const models::FailureBand *b) {
                         return a->perMinute[*point] > b->perMinute[*point];
                     });
    for (std::size_t i = 0; i < std::min<std::size_t>(2, largest.size()); ++i)
        rows.push_back({largest[i]->name, models::shortCount(largest[i]->perMinute[*point]),
                        theme().muted, true});
    return rows;
}

} // namespace widgets
