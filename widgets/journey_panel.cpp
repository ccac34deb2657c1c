// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_panel.h"

#include "models/clock_text.h"
#include "models/panel_tables.h"
#include "widgets/fitted_text.h"
#include "widgets/journey_plot.h"
#include "widgets/measures.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kJourneyHead = 36;
constexpr int kJourneyFoot = 28;
constexpr int kLowRow = 15; // of a service; lower, names would touch

QString textOf(const models::JourneyLine::Dot &event, const models::JourneyLine &line)
{
    QStringList lines{models::clockTextSeconds(line.startMs + event.seconds * 1000) +
                      QStringLiteral("  ") + event.type};
    if (!event.amount.isEmpty())
        lines.append(event.amount);
    lines.append(event.attributes.split(QStringLiteral("  ")));
    return lines.join(QLatin1Char('\n'))
        .toHtmlEscaped()
        .replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

} // namespace

JourneyPanel::JourneyPanel(QWidget *parent)
    : ThemedWidget(parent), m_trace(new QPushButton(tr("Copy trace id"), this))
{
    m_trace->hide();
    connect(m_trace, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_line.traceId); });
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Journey"));
}

void JourneyPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_trace->setFont(newTheme.font(12));
    m_trace->setStyleSheet(
        QStringLiteral("QPushButton { background: %1; border: 1px solid %2; color: %3; "
                       "padding: 2px 10px; } QPushButton:focus { border: 2px solid %4; }")
            .arg(newTheme.panel.name(), newTheme.rule2.name(), newTheme.text.name(),
                 newTheme.accent.name()));
    m_trace->adjustSize();
}

void JourneyPanel::resizeEvent(QResizeEvent *)
{
    m_trace->move(width() - m_trace->width() - kPadding, 6);
}

void JourneyPanel::show(models::JourneyLine line)
{
    m_line = std::move(line);
    m_trace->setVisible(!m_line.traceId.isEmpty());
    m_trace->setToolTip(m_line.traceId);
    QStringList sentences{m_line.summary};
    for (const models::JourneyLine::Dot &dot : m_line.dots)
        sentences.append(tr("%1 after %2").arg(dot.label, models::spanText(dot.seconds)));
    for (const models::JourneyLine::Missing &missing : m_line.missing)
        sentences.append(missing.label);
    setAccessibleDescription(sentences.join(QStringLiteral(", ")) + QStringLiteral(". ") +
                             m_line.note);
    update();
}

void JourneyPanel::choose(std::uint64_t number)
{
    m_chosen = number;
    update();
}

void JourneyPanel::take(std::size_t dot)
{
    const models::JourneyLine::Dot event = m_line.dots[dot]; // the answer may bring another line
    choose(event.number);
    Q_EMIT chosen(event);
}

void JourneyPanel::mousePressEvent(QMouseEvent *event)
{
    const JourneyPlot plot(m_line, theme(), plotArea(), devicePixelRatioF());
    if (const auto dot = plot.dotAt(event->position()))
        take(*dot);
}

// Arrows go from event to event in time; without one chosen, in from that end.
void JourneyPanel::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const auto last = static_cast<std::ptrdiff_t>(m_line.dots.size()) - 1;
    if (by == 0 || last < 0)
        return ThemedWidget::keyPressEvent(event);
    const auto now = std::ranges::find(m_line.dots, m_chosen, &models::JourneyLine::Dot::number);
    const std::ptrdiff_t next = now != m_line.dots.end() ? now - m_line.dots.begin() + by
                                : by > 0                 ? 0
                                                         : last;
    take(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, last)));
}

bool JourneyPanel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_line.dots.empty())
        return ThemedWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const JourneyPlot plot(m_line, theme(), plotArea(), devicePixelRatioF());
    const auto dot = plot.dotAt(help->pos());
    QToolTip::showText(help->globalPos(), dot ? textOf(m_line.dots[*dot], m_line) : noteText(),
                       this);
    return true;
}

models::FigureTable JourneyPanel::figures() const
{
    return models::journeyTable(m_line);
}

void JourneyPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const int row = theme().scaled(20);
    painter.drawText(QRect(kPadding, 8, width(), row), Qt::AlignVCenter, tr("Journey"));
    const int id = kPadding + painter.fontMetrics().horizontalAdvance(tr("Journey")) + 12;
    painter.setFont(theme().monoFont(12));
    painter.drawText(QRect(id, 8, width() - id, row), Qt::AlignVCenter, m_line.journey);
    const int left = id + painter.fontMetrics().horizontalAdvance(m_line.journey) + 14;
    painter.setFont(theme().font(12));
    painter.setPen(theme().text2);
    const int right = m_trace->isHidden() ? kPadding : m_trace->width() + 2 * kPadding;
    painter.drawText(QRect(left, 8, width() - left - right, 20), Qt::AlignVCenter,
                     m_line.dots.empty() ? tr("Choose a sample to see the customer's way")
                                         : m_line.summary);
    if (!m_line.dots.empty())
        paintLine(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

// Where the panel is low, the services need the room of the note, which a tool tip says too.
bool JourneyPanel::isLow() const
{
    const int around = theme().scaled(kJourneyHead) + theme().scaled(kJourneyFoot);
    return JourneyPlot::rowHeight(m_line, height() - around) < theme().scaled(kLowRow);
}

QRectF JourneyPanel::plotArea() const
{
    const int head = theme().scaled(kJourneyHead);
    const double foot = isLow() ? kPadding / 2.0 : theme().scaled(kJourneyFoot);
    return {double(kPadding), double(head), double(width() - 2 * kPadding), height() - head - foot};
}

void JourneyPanel::paintLine(QPainter &painter) const
{
    JourneyPlot(m_line, theme(), plotArea(), devicePixelRatioF()).paint(painter, m_chosen);
    if (isLow())
        return;
    const int foot = theme().scaled(kJourneyFoot);
    const QRect place(kPadding, height() - foot, width() - 2 * kPadding, foot - 4);
    const FittedText note = fit(noteText(), theme().font(12), place.width(), kSmallestText);
    painter.setFont(note.font);
    painter.setPen(theme().muted);
    painter.drawText(place, Qt::AlignVCenter, note.text);
}

QString JourneyPanel::noteText() const
{
    return m_line.missing.empty()
               ? m_line.note
               : tr("Hatched: an expected event is missing. %1").arg(m_line.note);
}

} // namespace widgets
