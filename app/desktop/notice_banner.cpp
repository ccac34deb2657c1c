// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notice_banner.h"

#include "widgets/status_shape.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace app {

namespace {

constexpr int kGoodMs = 8000;
constexpr int kMargin = 16;
constexpr int kBesideShape = kMargin + 20;

} // namespace

NoticeBanner::NoticeBanner(QWidget *parent)
    : ThemedWidget(parent), m_text(new QLabel(this)),
      m_save(new QPushButton(tr("Save suggested configuration…"), this)),
      m_close(new QPushButton(tr("Close"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 4, kMargin, 4);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_save);
    layout->addWidget(m_close);
    m_text->setAccessibleName(tr("Notice"));
    m_goodUntil.setSingleShot(true);
    connect(&m_goodUntil, &QTimer::timeout, this, &NoticeBanner::unsay);
    connect(m_close, &QPushButton::clicked, this, &NoticeBanner::unsay);
    setAutoFillBackground(true);
    connect(m_save, &QPushButton::clicked, this, &NoticeBanner::saveWanted);
    hide();
}

void NoticeBanner::setTheme(const widgets::Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    setPalette(newTheme.palette());
    m_text->setFont(newTheme.font(12));
    m_save->setFont(newTheme.font(12));
    m_close->setFont(newTheme.font(12));
}

void NoticeBanner::setProblem(const QString &problem)
{
    m_problem = problem;
    arrange();
}

void NoticeBanner::show(const std::vector<std::string> &warnings, bool suggested)
{
    m_suggested = suggested;
    m_warned = !warnings.empty();
    m_notice = !warnings.empty() ? QString::fromStdString(warnings.front())
               : suggested       ? tr("These signals are suggested from the traffic. Save them as "
                                            "a file to make them yours.")
                                 : QString();
    arrange();
}

void NoticeBanner::say(const QString &text, bool good)
{
    m_said = text;
    m_saidGood = good;
    m_goodUntil.stop();
    if (good)
        m_goodUntil.start(kGoodMs);
    arrange();
}

bool NoticeBanner::unsay()
{
    if (m_said.isEmpty())
        return false;
    m_said.clear();
    arrange();
    return true;
}

QString NoticeBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

bool NoticeBanner::isWrong() const
{
    if (!m_said.isEmpty())
        return !m_saidGood;
    return !m_problem.isEmpty() || m_warned;
}

void NoticeBanner::paintEvent(QPaintEvent *)
{
    if (!isWrong())
        return;
    QPainter painter(this);
    widgets::drawStatusShape(painter, QRectF(kMargin, height() / 2.0 - 6, 12, 12),
                             models::Status::look, theme());
}

void NoticeBanner::arrange()
{
    layout()->setContentsMargins(isWrong() ? kBesideShape : kMargin, 4, kMargin, 4);
    update();
    const QString text = !m_said.isEmpty() ? m_said : !m_problem.isEmpty() ? m_problem : m_notice;
    m_text->setText(text);
    m_save->setVisible(m_suggested && m_said.isEmpty());
    m_close->setVisible(!m_said.isEmpty());
    setVisible(!text.isEmpty());
}

} // namespace app
