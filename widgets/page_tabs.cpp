// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page_tabs.h"

#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kTabGap = 8; // between the digit, the title, the shape and the count
constexpr int kTabShape = 12;

QString countText(const PageStatus &status)
{
    return status.count > 0 ? QString::number(status.count) : QString();
}

// Nothing stands beside a page on which all is well.
bool showsStatus(const PageTab &tab)
{
    return tab.status.status != models::Status::normal;
}

} // namespace

PageTabs::PageTabs(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(kBarHeight);
}

void PageTabs::setTabs(std::vector<PageTab> tabs)
{
    if (tabs == m_tabs)
        return;
    m_tabs = std::move(tabs);
    describe();
    refit();
}

void PageTabs::setCurrent(int index)
{
    m_current = index;
    describe();
    refit();
}

void PageTabs::fit(int width)
{
    m_room = width;
    refit();
}

void PageTabs::refit()
{
    for (const Text text : {Text::digitAndTitle, Text::title, Text::titleOfCurrent}) {
        m_text = text;
        if (sizeHint().width() <= m_room)
            break;
    }
    resize(sizeHint());
    updateGeometry();
    update();
}

bool PageTabs::showsDigit(int index) const
{
    return m_text == Text::digitAndTitle || (m_text == Text::titleOfCurrent && index != m_current);
}

bool PageTabs::showsTitle(int index) const
{
    return m_text != Text::titleOfCurrent || index == m_current;
}

void PageTabs::describe()
{
    QStringList names;
    for (const PageTab &tab : m_tabs) {
        const QString judged = tab.status.status == models::Status::look  ? tr("look")
                               : tab.status.status == models::Status::bad ? tr("bad")
                               : showsStatus(tab)                         ? tr("unknown")
                                                                          : tr("normal");
        names.append(tr("%1 %2, %3 %4")
                         .arg(tab.digit)
                         .arg(tab.title, judged, countText(tab.status))
                         .trimmed());
    }
    const bool any = m_current < static_cast<int>(m_tabs.size());
    setAccessibleName(
        any ? tr("Pages, %1 is open").arg(m_tabs[static_cast<std::size_t>(m_current)].title)
            : tr("Pages"));
    setAccessibleDescription(names.join(QStringLiteral("; ")));
}

int PageTabs::widthOf(int index) const
{
    // Room for the shape stays, so that no tab moves when a status changes.
    const PageTab &tab = m_tabs[static_cast<std::size_t>(index)];
    const QFontMetrics title(theme().font(13, QFont::DemiBold));
    int wide = 2 * kPadding + kTabShape;
    if (showsTitle(index))
        wide += title.horizontalAdvance(tab.title) + kTabGap;
    if (showsDigit(index))
        wide += title.horizontalAdvance(QString::number(tab.digit)) + kTabGap;
    if (tab.status.count > 0)
        wide += kTabGap / 2 + title.horizontalAdvance(countText(tab.status));
    return wide;
}

QSize PageTabs::sizeHint() const
{
    int wide = 0;
    for (int i = 0; i < static_cast<int>(m_tabs.size()); ++i)
        wide += widthOf(i);
    return {wide, kBarHeight};
}

void PageTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    int left = 0;
    for (int i = 0; i < static_cast<int>(m_tabs.size()); ++i) {
        const QRect box(left, 0, widthOf(i), height());
        paintTab(painter, box, i);
        left += box.width();
    }
}

void PageTabs::paintTab(QPainter &painter, const QRect &box, int index) const
{
    const PageTab &tab = m_tabs[static_cast<std::size_t>(index)];
    const bool current = index == m_current;
    if (current) {
        painter.fillRect(box, theme().panel);
        painter.fillRect(QRect(box.left(), 0, box.width(), 2), theme().accent);
        if (hasFocus()) {
            painter.setPen(QPen(theme().accent, 2));
            painter.drawRect(box.adjusted(3, 5, -4, -5));
        }
    }
    int left = box.left() + kPadding;
    const auto write = [&](const QString &text, QFont::Weight weight, const QColor &colour) {
        painter.setFont(theme().font(13, weight));
        painter.setPen(colour);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(left, 0, wide + 1, box.height()), Qt::AlignVCenter, text);
        left += wide + kTabGap;
    };
    if (showsDigit(index))
        write(QString::number(tab.digit), QFont::Normal, theme().muted);
    if (showsTitle(index))
        write(tab.title, current ? QFont::DemiBold : QFont::Normal,
              current ? theme().text : theme().text2);
    if (!showsStatus(tab))
        return;
    drawStatusShape(painter,
                    QRectF(left, box.height() / 2.0 - kTabShape / 2.0, kTabShape, kTabShape),
                    tab.status.status, theme());
    left += kTabShape + kTabGap / 2;
    write(countText(tab.status), QFont::DemiBold, theme().text);
}

void PageTabs::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int next = m_current + step;
    if (step == 0)
        return ThemedWidget::keyPressEvent(event);
    if (next >= 0 && next < static_cast<int>(m_tabs.size()))
        Q_EMIT chosen(next);
}

void PageTabs::mousePressEvent(QMouseEvent *event)
{
    int left = 0;
    for (int i = 0; i < static_cast<int>(m_tabs.size()); ++i) {
        left += widthOf(i);
        if (event->position().x() < left) {
            Q_EMIT chosen(i);
            return;
        }
    }
}

} // namespace widgets
