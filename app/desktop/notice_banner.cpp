// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notice_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app {

NoticeBanner::NoticeBanner(QWidget *parent)
    : ThemedWidget(parent), m_text(new QLabel(this)),
      m_save(new QPushButton(tr("Save suggested configuration…"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_save);
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
}

void NoticeBanner::setProblem(const QString &problem)
{
    m_problem = problem;
    arrange();
}

void NoticeBanner::show(const std::vector<std::string> &warnings, bool suggested)
{
    m_suggested = suggested;
    m_notice = !warnings.empty() ? QString::fromStdString(warnings.front())
               : suggested       ? tr("These signals are suggested from the traffic. Save them as "
                                            "a file to make them yours.")
                                 : QString();
    arrange();
}

void NoticeBanner::arrange()
{
    const QString text = m_problem.isEmpty() ? m_notice : m_problem;
    m_text->setText(text);
    m_save->setVisible(m_suggested);
    setVisible(!text.isEmpty());
}

} // namespace app
