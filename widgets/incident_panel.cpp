// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_panel.h"

#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kIncidentHigh = 112; // head, two lines, figures
constexpr int kShape = 12;

} // namespace

IncidentPanel::IncidentPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Incident"));
}

void IncidentPanel::show(std::optional<models::IncidentCard> card)
{
    m_card = std::move(card);
    setCursor(m_card ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QStringList said;
    if (m_card) {
        said << m_card->headline << m_card->elapsed + QLatin1Char(' ') + m_card->since
             << m_card->owner << m_card->sentences.front();
        for (const models::IncidentCard::Figure &figure : m_card->figures)
            said << figure.value + QLatin1Char(' ') + figure.label;
    }
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

int IncidentPanel::wishedHeight() const
{
    return theme().scaled(kIncidentHigh);
}

void IncidentPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    if (!m_card)
        return;
    paintHead(painter);
    painter.setFont(theme().font(13));
    painter.setPen(theme().text2);
    painter.drawText(sentenceBox(), Qt::AlignTop | Qt::TextWordWrap, shownSentence());
    paintFoot(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

QRect IncidentPanel::sentenceBox() const
{
    return {kPadding, theme().scaled(34), width() - 2 * kPadding, theme().scaled(38)};
}

QString IncidentPanel::shownSentence() const
{
    if (!m_card)
        return {};
    const QRect box = sentenceBox();
    const QFontMetrics metrics(theme().font(13));
    const auto fits = [&](const QString &sentence) {
        return metrics.boundingRect(QRect(0, 0, box.width(), 10'000), Qt::TextWordWrap, sentence)
                   .height() <= box.height();
    };
    const auto found = std::ranges::find_if(m_card->sentences, fits);
    return found == m_card->sentences.end() ? m_card->sentences.back() : *found;
}

void IncidentPanel::paintHead(QPainter &painter) const
{
    const QRect line(kPadding, theme().scaled(10), width() - 2 * kPadding, theme().scaled(20));
    drawStatusShape(painter, QRectF(line.left(), line.center().y() - kShape / 2, kShape, kShape),
                    m_card->status, theme());
    painter.setFont(theme().font(13));
    painter.setPen(theme().muted);
    // Where all does not fit, whose it is comes before the clock's time.
    const QFont bold = theme().font(13, QFont::DemiBold);
    const int wide = kShape + 8 + QFontMetrics(bold).horizontalAdvance(m_card->headline) +
                     QFontMetrics(theme().font(12)).horizontalAdvance(m_card->owner) +
                     QFontMetrics(bold).horizontalAdvance(m_card->elapsed) + theme().scaled(36) +
                     painter.fontMetrics().horizontalAdvance(m_card->since);
    const QString since = wide <= line.width() ? m_card->since : QString();
    const int sinceWide = painter.fontMetrics().horizontalAdvance(since);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, since);
    painter.setFont(bold);
    painter.setPen(theme().text);
    int right = line.right() - sinceWide - theme().scaled(8);
    painter.drawText(QRect(line.left(), line.top(), right - line.left(), line.height()),
                     Qt::AlignVCenter | Qt::AlignRight, m_card->elapsed);
    right -= painter.fontMetrics().horizontalAdvance(m_card->elapsed) + theme().scaled(12);
    int left = line.left() + kShape + 8;
    const auto put = [&](const QString &text, const QColor &colour) {
        painter.setPen(colour);
        const QString fitted =
            painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, right - left));
        painter.drawText(QRect(left, line.top(), right - left, line.height()), Qt::AlignVCenter,
                         fitted);
        left += painter.fontMetrics().horizontalAdvance(fitted) + theme().scaled(12);
    };
    put(m_card->headline, m_card->status == models::Status::bad ? theme().crit : theme().warn);
    painter.setFont(theme().font(12));
    put(m_card->owner, theme().muted);
}

void IncidentPanel::paintFoot(QPainter &painter) const
{
    const QRect line(kPadding, height() - theme().scaled(34), width() - 2 * kPadding,
                     theme().scaled(24));
    painter.setFont(theme().font(12, QFont::Medium));
    // What a source would have sent is not there to be looked at; the source is.
    const bool isSource = m_card->incident.kind == ingest::IncidentKind::source;
    const QString text = isSource ? tr("Open in Pipeline") : tr("Open in Triage");
    const int wide = painter.fontMetrics().horizontalAdvance(text) + theme().scaled(20);
    const QRect button(line.right() - wide, line.top(), wide, line.height() - 1);
    painter.setPen(theme().rule2);
    painter.drawRect(button);
    painter.setPen(theme().text);
    painter.drawText(button, Qt::AlignCenter, text);
    const int right = button.left() - theme().scaled(12);
    int left = line.left();
    bool first = true;
    for (const models::IncidentCard::Figure &figure : m_card->figures) {
        const QFont number = theme().font(15, QFont::DemiBold);
        const QFont word = theme().font(12);
        const int wordWide = QFontMetrics(word).horizontalAdvance(figure.label);
        const int numberWide = QFontMetrics(number).horizontalAdvance(figure.value);
        if (left + wordWide + numberWide + theme().scaled(6) > right)
            return;
        painter.setFont(number);
        painter.setPen(first ? theme().crit : theme().text);
        painter.drawText(QRect(left, line.top(), numberWide + 2, line.height()), Qt::AlignVCenter,
                         figure.value);
        left += numberWide + theme().scaled(6);
        painter.setFont(word);
        painter.setPen(theme().muted);
        painter.drawText(QRect(left, line.top(), wordWide + 2, line.height()), Qt::AlignVCenter,
                         figure.label);
        left += wordWide + theme().scaled(20);
        first = false;
    }
}

void IncidentPanel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_card)
        Q_EMIT chosen();
}

void IncidentPanel::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_card)
        Q_EMIT chosen();
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace widgets
