// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_strip.h"

#include "widgets/fitted_text.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kFactGap = 22;

} // namespace

DataStrip::DataStrip(QWidget *parent) : ThemedWidget(parent)
{
    setFixedHeight(28);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void DataStrip::show(models::Honesty honesty)
{
    m_honesty = std::move(honesty);
    QStringList sentence{m_honesty.headline, m_honesty.detail};
    for (const models::Fact &fact : m_honesty.facts)
        sentence.append(fact.name + QLatin1Char(' ') + fact.value);
    setAccessibleName(sentence.join(QStringLiteral(", ")));
    setToolTip(m_honesty.detail);
    update();
}

void DataStrip::mousePressEvent(QMouseEvent *)
{
    Q_EMIT activated();
}

void DataStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT activated();
    else
        ThemedWidget::keyPressEvent(event);
}

void DataStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const QFont plain = theme().font(12);
    const QFont strong = theme().font(12, QFont::DemiBold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics strongMetrics(strong);

    // The facts from the right, the least needed ones only where there is room.
    int right = width() - kPadding;
    for (auto fact = m_honesty.facts.rbegin(); fact != m_honesty.facts.rend(); ++fact) {
        if (fact->optional && width() < theme().scaled(kCompactWindow))
            continue;
        const int valueWidth = strongMetrics.horizontalAdvance(fact->value);
        const int nameWidth = plainMetrics.horizontalAdvance(fact->name);
        if (right - valueWidth - nameWidth < width() / 4)
            break;
        painter.setFont(strong);
        painter.setPen(theme().text);
        painter.drawText(QRect(right - valueWidth, 0, valueWidth + 1, height()), Qt::AlignVCenter,
                         fact->value);
        right -= valueWidth + 6 + nameWidth;
        painter.setFont(plain);
        painter.setPen(theme().muted);
        painter.drawText(QRect(right, 0, nameWidth + 1, height()), Qt::AlignVCenter, fact->name);
        right -= kFactGap;
    }
    drawStatusShape(painter, QRectF(kPadding, height() / 2.0 - 6, 12, 12), m_honesty.status,
                    theme());
    int left = kPadding + 20;
    painter.setFont(strong);
    painter.setPen(theme().text);
    painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter, m_honesty.headline);
    left += strongMetrics.horizontalAdvance(m_honesty.headline) + 16;
    painter.setFont(plain);
    painter.setPen(theme().text2);
    if (right > left)
        painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter,
                         elidedByWords(m_honesty.detail, plainMetrics, right - left));
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

} // namespace widgets
