// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_panel.h"

#include "models/clock_text.h"
#include "models/panel_tables.h"
#include "widgets/fitted_text.h"
#include "widgets/journey_plot.h"
#include "widgets/measures.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QPushButton>

namespace widgets {

namespace {

constexpr int kJourneyHead = 36;
constexpr int kJourneyFoot = 28;
constexpr int kLowRow = 15; // of a service; lower, names would touch

} // namespace

JourneyPanel::JourneyPanel(QWidget *parent)
    : ThemedWidget(parent), m_trace(new QPushButton(tr("Copy trace id"), this))
{
    m_trace->hide();
    connect(m_trace, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_line.traceId); });
    setFocusPolicy(Qt::TabFocus);
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
    setToolTip(m_line.dots.empty() ? QString() : noteText());
    QStringList sentences{m_line.summary};
    for (const models::JourneyLine::Dot &dot : m_line.dots)
        sentences.append(tr("%1 after %2").arg(dot.label, models::spanText(dot.seconds)));
    for (const models::JourneyLine::Missing &missing : m_line.missing)
        sentences.append(missing.label);
    setAccessibleDescription(sentences.join(QStringLiteral(", ")) + QStringLiteral(". ") +
                             m_line.note);
    update();
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

void JourneyPanel::paintLine(QPainter &painter) const
{
    const int head = theme().scaled(kJourneyHead);
    const int foot = theme().scaled(kJourneyFoot);
    QRectF area(kPadding, head, width() - 2 * kPadding, height() - head - foot);
    // Where the panel is low, the services need the room of the note, which a tool tip says too.
    const bool isLow = JourneyPlot::rowHeight(m_line, area.height()) < theme().scaled(kLowRow);
    if (isLow)
        area.setBottom(height() - kPadding / 2.0);
    JourneyPlot(m_line, theme(), area, devicePixelRatioF()).paint(painter);
    if (isLow)
        return;
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
