// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport_bar.h"

#include "models/replay_text.h"
#include "widgets/measures.h"
#include "widgets/transport_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kStepSeconds = 10;
constexpr int kSignWidth = 30;
constexpr int kSpeedWidth = 52;
constexpr int kControlHeight = 26;
constexpr int kMomentWidth = 170;
constexpr int kWithoutCatchUpBelow = 1200;
constexpr int kWithoutDistanceBelow = 1000;

QString transportStyle(const Theme &theme)
{
    return QStringLiteral(
               "QPushButton, QLineEdit { background: %1; color: %2; border: 1px solid %3; "
               "border-radius: 0; padding: 0 6px; }"
               "QPushButton:hover, QLineEdit:hover { background: %4; }"
               "QPushButton:checked, QPushButton[strong=\"true\"] { background: %5; color: %1; "
               "font-weight: 600; }"
               "QPushButton:disabled { color: %7; }"
               "QPushButton:focus, QLineEdit:focus { border: 2px solid %6; }"
               "QPushButton[wide=\"true\"] { padding: 0 12px; }"
               "QLineEdit { border-color: transparent; color: %5; font-weight: 600; }"
               "QLabel { color: %2; }")
        .arg(theme.bar.name(), theme.text2.name(), theme.rule2.name(), theme.raised.name(),
             theme.text.name(), theme.accent.name(), theme.muted.name());
}

} // namespace

TransportBar::TransportBar(QWidget *parent)
    : ThemedWidget(parent), m_back(new TransportButton(TransportSign::back, this)),
      m_play(new TransportButton(TransportSign::play, this)),
      m_forward(new TransportButton(TransportSign::forward, this)),
      m_speeds(new QButtonGroup(this)), m_moment(new QLineEdit(this)), m_distance(new QLabel(this)),
      m_catchUp(new QLabel(this)), m_legend(new QLabel(this)),
      m_capsule(new QPushButton(tr("Save capsule…"), this)), m_live(new QPushButton(this))
{
    setFixedHeight(kBarHeight);
    m_back->setAccessibleName(tr("Back 10 s"));
    m_forward->setAccessibleName(tr("Forward 10 s"));
    m_back->setToolTip(tr("Back 10 s ([); with Shift 60 s"));
    m_forward->setToolTip(tr("Forward 10 s (]); with Shift 60 s"));
    m_moment->setAccessibleName(tr("The instant shown; type another, such as 14:09:40"));
    m_moment->setToolTip(m_moment->accessibleName());
    m_live->setProperty("strong", true);
    m_live->setProperty("wide", true);
    m_capsule->setProperty("wide", true);
    m_legend->setText(tr("Strip: events per second, red part failed"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPadding, 0, kPadding, 0);
    row->setSpacing(8);
    for (TransportButton *button : {m_back, m_play, m_forward})
        row->addWidget(button);
    addSpeeds();
    row->addWidget(m_moment);
    row->addWidget(m_distance);
    row->addWidget(m_catchUp);
    row->addStretch(1);
    row->addWidget(m_legend);
    row->addWidget(m_capsule);
    row->addWidget(m_live);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(-kStepSeconds); });
    connect(m_forward, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(kStepSeconds); });
    connect(m_play, &QPushButton::clicked, this, [this] { Q_EMIT playWanted(!m_view.playing); });
    connect(m_moment, &QLineEdit::returnPressed, this, [this] {
        Q_EMIT momentTyped(m_moment->text());
        m_moment->clearFocus();
        showTexts();
    });
    connect(m_capsule, &QPushButton::clicked, this, &TransportBar::capsuleWanted);
    connect(m_live, &QPushButton::clicked, this, &TransportBar::liveWanted);
    setTheme(theme());
    showTexts();
}

void TransportBar::addSpeeds()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addSpacing(8);
    auto *speeds = new QHBoxLayout;
    speeds->setSpacing(0);
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        auto *button = new QPushButton(models::speedText(kSpeeds[i]), this);
        button->setCheckable(true);
        button->setAccessibleName(tr("Speed %1").arg(models::speedText(kSpeeds[i])));
        m_speeds->addButton(button, static_cast<int>(i));
        speeds->addWidget(button);
    }
    row->addLayout(speeds);
    row->addSpacing(8);
    connect(m_speeds, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT speedWanted(kSpeeds[static_cast<std::size_t>(id)]); });
}

double TransportBar::nextSpeed(double speed, int by)
{
    const auto at = std::ranges::find(kSpeeds, speed);
    const auto index = at == kSpeeds.end() ? 1 : at - kSpeeds.begin();
    return kSpeeds[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(index + by, 0, std::ssize(kSpeeds) - 1))];
}

void TransportBar::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    restyle(transportStyle(newTheme));
    const int high = std::max(kControlHeight, newTheme.scaled(kControlHeight) * 9 / 10);
    for (TransportButton *button : {m_back, m_play, m_forward}) {
        button->setTheme(newTheme);
        button->setFixedSize(newTheme.scaled(kSignWidth), high);
    }
    for (QAbstractButton *button : m_speeds->buttons()) {
        button->setFont(newTheme.font(12));
        button->setFixedSize(newTheme.scaled(kSpeedWidth), high);
    }
    m_moment->setFont(newTheme.font(13, QFont::DemiBold));
    m_moment->setFixedSize(newTheme.scaled(kMomentWidth), high);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_distance, m_catchUp, m_legend})
        widget->setFont(newTheme.font(12));
    for (QPushButton *button : {m_capsule, m_live}) {
        button->setFont(newTheme.font(12));
        button->setFixedHeight(high);
    }
}

void TransportBar::show(const models::ScrubberView &view)
{
    m_view = view;
    showTexts();
}

void TransportBar::showTexts()
{
    const double behind = (m_view.toMs - m_view.atMs) / 1000;
    m_play->setSign(m_view.playing ? TransportSign::pause : TransportSign::play);
    m_play->setAccessibleName(m_view.playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(tr("%1 (Space)").arg(m_play->accessibleName()));
    for (std::size_t i = 0; i < kSpeeds.size(); ++i)
        m_speeds->button(static_cast<int>(i))->setChecked(kSpeeds[i] == m_view.speed);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    if (!m_moment->hasFocus())
        m_moment->setText(m_view.empty() ? QString() : models::momentText(m_view.atMs, zone));
    m_distance->setText(m_view.busy      ? progressText()
                        : m_view.empty() ? QString()
                                         : models::distanceText(behind, m_view.live));
    m_catchUp->setText(m_view.live && m_view.playing && !m_view.busy
                           ? models::catchUpText(behind, m_view.speed)
                           : QString());
    m_live->setText(m_view.live ? tr("Go live  End") : tr("To the end  End"));
    m_legend->setVisible(width() >= theme().scaled(kCompactWindow));
    m_catchUp->setVisible(width() >= theme().scaled(kWithoutCatchUpBelow));
    m_distance->setVisible(width() >= theme().scaled(kWithoutDistanceBelow));
}

QString TransportBar::progressText() const
{
    if (m_view.reachedMs <= m_view.fromMs)
        return tr("working it out");
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return tr("working it out, at %1").arg(models::momentText(m_view.reachedMs, zone));
}

void TransportBar::setSpan(const QString &span)
{
    m_capsule->setToolTip(tr("Saves what was recorded from %1 as one file that opens anywhere; "
                             "drag with Shift over the strip to choose another span")
                              .arg(span));
    m_capsule->setAccessibleName(tr("Save %1 as an incident capsule").arg(span));
}

void TransportBar::resizeEvent(QResizeEvent *)
{
    showTexts();
}

void TransportBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
}

} // namespace widgets
