// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facet_panel.h"

#include "models/panel_tables.h"
#include "widgets/measures.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr int kFacetRow = 24;
constexpr int kFacetColumns = 2;

} // namespace

FacetPanel::FacetPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Facets of the matching events"));
}

void FacetPanel::show(std::vector<models::Facet> facets)
{
    m_facets = std::move(facets);
    QStringList sentences;
    for (const models::Facet &facet : m_facets)
        for (const models::Facet::Value &value : facet.values)
            sentences.append(tr("%1 %2: %3 of %4")
                                 .arg(facet.attribute, value.value)
                                 .arg(value.count)
                                 .arg(facet.total));
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    scrollBy(0); // no further than there is
}

// Two columns, filled one under the other.
std::vector<FacetPanel::Place> FacetPanel::places() const
{
    std::vector<Place> places;
    const int wide = (width() - 3 * kPadding) / kFacetColumns;
    std::array<int, kFacetColumns> y{4 - m_scrolled, 4 - m_scrolled};
    for (std::size_t facet = 0; facet < m_facets.size(); ++facet) {
        const std::size_t column = y[1] < y[0] ? 1 : 0;
        const int left = kPadding + static_cast<int>(column) * (wide + kPadding);
        y[column] += theme().scaled(kFacetRow);
        for (std::size_t value = 0; value < m_facets[facet].values.size(); ++value) {
            const QRect box(left, y[column], wide, theme().scaled(kFacetRow));
            places.push_back({box, facet, value});
            y[column] += theme().scaled(kFacetRow);
        }
        y[column] += 6;
    }
    return places;
}

int FacetPanel::topOf(const Place &place) const
{
    return place.box.top() - (place.value == 0 ? theme().scaled(kFacetRow) : 0);
}

bool FacetPanel::isSeen(const Place &place) const
{
    return topOf(place) >= 0 && place.box.bottom() < height();
}

std::size_t FacetPanel::hidden() const
{
    const auto all = places();
    return static_cast<std::size_t>(std::ranges::count_if(
        all, [this](const Place &place) { return place.box.bottom() >= height(); }));
}

void FacetPanel::scrollBy(int px)
{
    int lowest = 0;
    for (const Place &place : places())
        lowest = std::max(lowest, place.box.bottom() + m_scrolled + 4);
    m_scrolled = std::clamp(m_scrolled + px, 0, std::max(0, lowest - height()));
    Q_EMIT hiddenChanged();
    update();
}

void FacetPanel::showCurrent()
{
    const auto all = places();
    if (m_current >= all.size())
        return;
    const Place &place = all[m_current];
    if (topOf(place) < 0)
        scrollBy(topOf(place));
    else if (place.box.bottom() >= height())
        scrollBy(place.box.bottom() - height() + 4);
}

void FacetPanel::wheelEvent(QWheelEvent *event)
{
    scrollBy(-event->angleDelta().y() / 3);
    event->accept();
}

void FacetPanel::resizeEvent(QResizeEvent *)
{
    scrollBy(0);
}

models::FigureTable FacetPanel::figures() const
{
    return models::facetTable(m_facets);
}

void FacetPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    const auto all = places();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!isSeen(all[i]))
            continue;
        if (all[i].value == 0) {
            painter.setFont(theme().monoFont(11));
            painter.setPen(theme().muted);
            painter.drawText(all[i].box.translated(0, -theme().scaled(kFacetRow) + 4),
                             Qt::AlignVCenter, m_facets[all[i].facet].attribute);
        }
        if (hasFocus() && i == m_current)
            painter.fillRect(all[i].box, theme().sel);
        paintValue(painter, all[i]);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void FacetPanel::paintValue(QPainter &painter, const Place &place) const
{
    const models::Facet &facet = m_facets[place.facet];
    const models::Facet::Value &value = facet.values[place.value];
    const double share = facet.total == 0 ? 0 : static_cast<double>(value.count) / facet.total;
    const int name = place.box.width() * 42 / 100;
    painter.setFont(theme().monoFont(12));
    painter.setPen(theme().text);
    painter.drawText(QRect(place.box.topLeft(), QSize(name - 6, theme().scaled(kFacetRow))),
                     Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(value.value, Qt::ElideRight, name - 6));
    const int track = place.box.width() - name - theme().scaled(52);
    painter.fillRect(QRectF(place.box.left() + name, place.box.center().y() - 4,
                            std::max(2.0, share * track), 9),
                     theme().data);
    painter.setFont(theme().font(12));
    painter.setPen(theme().text2);
    painter.drawText(place.box, Qt::AlignVCenter | Qt::AlignRight,
                     QStringLiteral("%1 %").arg(qRound(100 * share)));
}

void FacetPanel::choose(const Place &place)
{
    const models::Facet &facet = m_facets[place.facet];
    Q_EMIT chosen(facet.attribute, facet.values[place.value].value);
}

void FacetPanel::mousePressEvent(QMouseEvent *event)
{
    const auto all = places();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (isSeen(all[i]) && all[i].box.contains(event->pos())) {
            m_current = i;
            choose(all[i]);
            return;
        }
}

void FacetPanel::keyPressEvent(QKeyEvent *event)
{
    const auto all = places();
    m_current = std::min(m_current, all.empty() ? 0 : all.size() - 1);
    if (event->key() == Qt::Key_Down && m_current + 1 < all.size())
        ++m_current;
    else if (event->key() == Qt::Key_Up && m_current > 0)
        --m_current;
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !all.empty())
        choose(all[m_current]);
    else
        ThemedWidget::keyPressEvent(event);
    showCurrent();
    update();
}

} // namespace widgets
