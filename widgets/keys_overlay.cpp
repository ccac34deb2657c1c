// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keys_overlay.h"

#include "widgets/fitted_text.h"
#include "widgets/measures.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kKeyRow = 26;
constexpr int kKeysHead = 64;
constexpr int kColumn = 560;
constexpr int kKeys = 170;

} // namespace

KeysOverlay::KeysOverlay(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("All keys"));
    hide();
}

void KeysOverlay::open(std::vector<PageKey> keys)
{
    m_keys = std::move(keys);
    QStringList lines;
    for (const PageKey &key : m_keys)
        lines.append(key.keys + QStringLiteral(": ") + key.does);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(true);
    setFocus();
}

void KeysOverlay::close()
{
    hide();
    if (m_before)
        m_before->setFocus();
}

QRect KeysOverlay::sheet() const
{
    const int rows = (static_cast<int>(m_keys.size()) + 1) / 2;
    const QSize size(std::min(2 * theme().scaled(kColumn) + 48, width() - 32),
                     theme().scaled(kKeysHead) + rows * theme().scaled(kKeyRow) + 24);
    return {(width() - size.width()) / 2, std::max(16, (height() - size.height()) / 3),
            size.width(), size.height()};
}

void KeysOverlay::paintEvent(QPaintEvent *)
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
    painter.drawText(box.adjusted(24, 16, -24, 0), Qt::AlignTop, tr("Keys"));
    const int rows = (static_cast<int>(m_keys.size()) + 1) / 2;
    const int column = (box.width() - 48) / 2;
    for (int i = 0; i < static_cast<int>(m_keys.size()); ++i) {
        const PageKey &key = m_keys[static_cast<std::size_t>(i)];
        const int left = box.left() + 24 + i / std::max(1, rows) * column;
        const int top =
            box.top() + theme().scaled(kKeysHead) + i % std::max(1, rows) * theme().scaled(kKeyRow);
        const int keysWidth = std::min(theme().scaled(kKeys), column * 2 / 5);
        painter.setFont(theme().monoFont(12));
        painter.setPen(theme().text);
        painter.drawText(QRect(left, top, keysWidth, theme().scaled(kKeyRow)), Qt::AlignVCenter,
                         key.keys);
        painter.setFont(theme().font(13));
        painter.setPen(theme().text2);
        const QRect what(left + keysWidth, top, column - keysWidth - 12, theme().scaled(kKeyRow));
        const FittedText does = fit(key.does, painter.font(), what.width(), kSmallestText);
        painter.setFont(does.font);
        painter.drawText(what, Qt::AlignVCenter, does.text);
    }
}

void KeysOverlay::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace widgets
