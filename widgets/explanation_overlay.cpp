// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explanation_overlay.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kExplanationWidth = 620;
constexpr int kExplanationPadding = 24;
constexpr int kExplanationHead = 60;
constexpr int kLinesApart = 10;
constexpr int kLineName = 18;

} // namespace

ExplanationOverlay::ExplanationOverlay(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What is this?"));
    hide();
}

void ExplanationOverlay::open(const QString &key, models::Explanation explanation)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_key = key;
    show(std::move(explanation));
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(true);
    setFocus();
}

void ExplanationOverlay::show(models::Explanation explanation)
{
    m_explanation = std::move(explanation);
    setAccessibleName(tr("What is this? %1").arg(m_explanation.title));
    setAccessibleDescription(m_explanation.text());
    update();
}

void ExplanationOverlay::close()
{
    hide();
    if (m_before)
        m_before->setFocus();
}

int ExplanationOverlay::textWidth() const
{
    return std::min(theme().scaled(kExplanationWidth), width() - 32) - 2 * kExplanationPadding;
}

int ExplanationOverlay::heightOf(const models::Explanation::Line &line) const
{
    const QFontMetrics metrics(theme().font(13));
    const QRect room(0, 0, textWidth(), 10'000);
    return theme().scaled(kLineName) +
           metrics.boundingRect(room, Qt::TextWordWrap, line.text).height() +
           theme().scaled(kLinesApart);
}

QRect ExplanationOverlay::sheet() const
{
    int high = theme().scaled(kExplanationHead) + kExplanationPadding;
    for (const models::Explanation::Line &line : m_explanation.lines)
        high += heightOf(line);
    const int wide = textWidth() + 2 * kExplanationPadding;
    return {(width() - wide) / 2, std::max(8, (height() - high) / 3), wide, high};
}

void ExplanationOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = theme().bar;
    veil.setAlphaF(0.7F);
    painter.fillRect(rect(), veil);
    const QRect box = sheet();
    painter.fillRect(box, theme().raised);
    painter.setPen(QPen(theme().rule2, 0));
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    painter.setFont(theme().font(20, QFont::DemiBold));
    painter.setPen(theme().text);
    const QRect head(box.left() + kExplanationPadding, box.top(), textWidth(),
                     theme().scaled(kExplanationHead));
    painter.drawText(
        head, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_explanation.title, Qt::ElideRight, head.width()));
    int top = head.bottom();
    for (const models::Explanation::Line &line : m_explanation.lines) {
        painter.setFont(theme().font(11, QFont::DemiBold));
        painter.setPen(theme().muted);
        const int name = theme().scaled(kLineName);
        painter.drawText(QRect(head.left(), top, textWidth(), name), Qt::AlignVCenter, line.name);
        painter.setFont(theme().font(13));
        painter.setPen(theme().text);
        painter.drawText(QRect(head.left(), top + name, textWidth(), heightOf(line) - name),
                         Qt::TextWordWrap, line.text);
        top += heightOf(line);
    }
}

void ExplanationOverlay::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace widgets
