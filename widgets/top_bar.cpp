// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/top_bar.h"

#include "widgets/measures.h"
#include "widgets/page_tabs.h"
#include "widgets/status_shape.h"

#include <QButtonGroup>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

namespace widgets {

namespace {

constexpr int kWithoutClockBelow = 960;
constexpr int kStateWidth = 226;
constexpr int kReplayWidth = 252;
constexpr int kReplayWidthWithoutWord = 160; // its colour and the strip below say REPLAY
constexpr int kStateWidthWithoutClock = 104;
constexpr int kMarkWidth = 48;
constexpr int kBrandWidth = 96;
constexpr int kTabsGap = 12; // at least, before the window selector

QString topBarStyle(const Theme &theme)
{
    return QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %3; "
                          "border-radius: 0; padding: 0 4px; }"
                          "QPushButton:disabled { color: %7; }"
                          "QPushButton:hover { background: %4; }"
                          "QPushButton:checked { background: %5; color: %1; font-weight: 600; }"
                          "QPushButton:focus { border: 2px solid %6; }")
        .arg(theme.bar.name(), theme.text2.name(), theme.rule2.name(), theme.raised.name(),
             theme.text.name(), theme.accent.name(), theme.muted.name());
}

// Two arrows while it plays, two bars while it stands.
void drawTransport(QPainter &painter, const QPointF &centre, bool plays, const QColor &ink)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const double x : {centre.x() - 7, centre.x()})
        if (plays)
            painter.drawPolygon(
                QPolygonF{{x, centre.y() - 5}, {x + 7, centre.y()}, {x, centre.y() + 5}});
        else
            painter.drawRect(QRectF(x + 2, centre.y() - 5, 3, 10));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : ThemedWidget(parent), m_tabs(new PageTabs(this)), m_windows(new QButtonGroup(this))
{
    setFixedHeight(kBarHeight);
    std::vector<ingest::Window> windows(ingest::kWindows.begin() + 1, ingest::kWindows.end());
    windows.insert(windows.end(), ingest::kLongWindows.begin(), ingest::kLongWindows.end());
    for (const ingest::Window window : windows) {
        const auto name = QString::fromUtf8(ingest::nameOf(window).data(),
                                            static_cast<qsizetype>(ingest::nameOf(window).size()));
        auto *button = new QPushButton(name, this);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // chosen by key or click, the arrows stay the page's
        button->setAccessibleName(tr("Window %1").arg(name));
        button->setShortcut(
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(window))));
        m_windows->addButton(button, static_cast<int>(window));
    }
    auto *connections = new QPushButton(tr("Connections"), this);
    connections->setAccessibleName(tr("Edit the connections to publishers"));
    m_connections = connections;
    connect(m_windows, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT windowChosen(static_cast<ingest::Window>(id)); });
    connect(connections, &QPushButton::clicked, this, &TopBar::connectionsWanted);
    setTheme(theme());
}

void TopBar::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    restyle(topBarStyle(newTheme));
    m_tabs->setTheme(newTheme);
    for (QAbstractButton *button : m_windows->buttons())
        button->setFont(newTheme.font(12));
    m_connections->setFont(newTheme.font(12));
    arrange();
}

void TopBar::setWindow(ingest::Window window)
{
    if (QAbstractButton *button = m_windows->button(static_cast<int>(window)))
        button->setChecked(true);
}

void TopBar::setHistory(std::optional<std::chrono::hours> reach, bool isKept)
{
    for (const ingest::Window window : ingest::kLongWindows) {
        QAbstractButton *button = m_windows->button(static_cast<int>(window));
        const bool there = reach && *reach > std::chrono::hours{24};
        button->setEnabled(there || button->isChecked());
        button->setToolTip(
            there    ? tr("History reaches back %1 days").arg(reach->count() / 24)
            : reach  ? tr("No history yet: it reaches back %1 hours").arg(reach->count())
            : isKept ? tr("No history yet")
                     : tr("Windows of days are made of history alone, and there is none "
                          "here"));
    }
}

void TopBar::setState(models::Status status, const QString &word, const QString &clock,
                      std::optional<bool> plays, bool paused)
{
    if (status == m_status && word == m_word && clock == m_clock && plays == m_plays &&
        paused == m_paused)
        return;
    const bool wasNow = isNow();
    m_plays = plays;
    m_paused = paused;
    m_status = status;
    m_word = word;
    m_clock = clock;
    setAccessibleName(tr("State %1, %2").arg(word, clock));
    if (wasNow != isNow())
        arrange();
    update();
}

// No room for all that is in the corner.
bool TopBar::isNarrow() const
{
    return width() < theme().scaled(kWithoutClockBelow);
}

QRect TopBar::stateBox() const
{
    const int wide = theme().scaled(!isNow() ? (isNarrow() ? kReplayWidthWithoutWord : kReplayWidth)
                                    : isNarrow() ? kStateWidthWithoutClock
                                                 : kStateWidth);
    return {width() - wide, 0, wide, kBarHeight};
}

void TopBar::arrange()
{
    int right = stateBox().left() - 16;
    // The tabs need the room that the instant of a replay takes in narrow windows.
    const bool hasConnections = !m_plays || !isNarrow();
    m_connections->setVisible(hasConnections);
    if (hasConnections) {
        const int wide = m_connections->sizeHint().width();
        m_connections->setGeometry(right - wide, 9, wide, 26);
        right -= wide + 16;
    }
    const auto buttons = m_windows->buttons();
    const int each = theme().scaled(width() < theme().scaled(kCompactWindow) ? 34 : 40);
    int left = right - each * static_cast<int>(buttons.size());
    const int tabsLeft = width() < theme().scaled(kCompactWindow)
                             ? kMarkWidth
                             : kMarkWidth + theme().scaled(kBrandWidth);
    m_tabs->move(tabsLeft, 0);
    m_tabs->fit(left - tabsLeft - kTabsGap);
    for (QAbstractButton *button : buttons) {
        button->setGeometry(left, 9, each + 1, 26);
        left += each;
    }
}

void TopBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void TopBar::mousePressEvent(QMouseEvent *event)
{
    if (stateBox().contains(event->position().toPoint()))
        Q_EMIT stateClicked();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.setRenderHint(QPainter::Antialiasing, false);
    constexpr int heights[] = {4, 7, 10, 14};
    for (int i = 0; i < 4; ++i)
        painter.fillRect(QRect(16 + i * 5, 29 - heights[i], 3, heights[i]), theme().text);
    if (width() >= theme().scaled(kCompactWindow)) {
        painter.setFont(theme().font(13, QFont::DemiBold));
        painter.setPen(theme().text);
        painter.drawText(QRect(kMarkWidth, 0, theme().scaled(kBrandWidth), kBarHeight),
                         Qt::AlignVCenter, QStringLiteral("Bellwether"));
    }

    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    paintState(painter);
}

void TopBar::paintState(QPainter &painter)
{
    const QRect state = stateBox();
    if (m_plays)
        painter.fillRect(state, theme().warn);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(state.topLeft(), state.bottomLeft());
    const QColor ink = m_plays ? theme().panel : theme().text;
    if (!isNow())
        drawTransport(painter, QPointF(state.left() + 22, kBarHeight / 2.0),
                      m_plays.value_or(false), m_paused ? theme().warn : ink);
    else
        drawStatusShape(painter, QRectF(state.left() + 16, kBarHeight / 2.0 - 6, 12, 12), m_status,
                        theme());
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(ink);
    // An instant that is past is never left out.
    if (!m_plays || !isNarrow())
        painter.drawText(state.adjusted(36, 0, 0, 0), Qt::AlignVCenter, m_word);
    if (!m_plays && isNarrow())
        return;
    if (!m_plays)
        painter.setFont(theme().font(13));
    painter.drawText(state.adjusted(0, 0, -16, 0), Qt::AlignVCenter | Qt::AlignRight, m_clock);
}

} // namespace widgets
