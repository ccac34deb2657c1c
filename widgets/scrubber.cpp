// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrubber.h"

#include "models/time_axis.h"
#include "widgets/density_strip.h"
#include "widgets/transport_bar.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kTopRule = 2; // in the colour of the state: this is not now
constexpr int kStripHeight = 126;
constexpr int kLowStripHeight = 88; // where the window is low
constexpr int kLowWindow = 800;

} // namespace

Scrubber::Scrubber(QWidget *parent)
    : ThemedWidget(parent), m_transport(new TransportBar(this)), m_strip(new DensityStrip(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kTopRule, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_transport);
    layout->addWidget(m_strip);
    connect(m_strip, &DensityStrip::brushChanged, this, &Scrubber::showSpan);
    setTheme(theme());
}

void Scrubber::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_transport->setTheme(newTheme);
    m_strip->setTheme(newTheme);
    arrange();
}

void Scrubber::arrange()
{
    const bool isLow =
        parentWidget() != nullptr && parentWidget()->height() < theme().scaled(kLowWindow);
    m_strip->setFixedHeight(theme().scaled(isLow ? kLowStripHeight : kStripHeight));
}

void Scrubber::show(const models::ScrubberView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    arrange();
    m_transport->show(view);
    m_strip->show(view);
    showSpan();
}

std::pair<double, double> Scrubber::span() const
{
    return m_strip->brushed().value_or(
        std::pair(std::max(m_view.fromMs, m_view.atMs - m_view.spanMs), m_view.atMs));
}

void Scrubber::showSpan()
{
    const auto [from, to] = span();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_transport->setSpan(
        tr("%1 to %2").arg(models::clockText(from, true, zone), models::clockText(to, true, zone)));
}

void Scrubber::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.fillRect(QRect(0, 0, width(), kTopRule), theme().warn);
}

} // namespace widgets
