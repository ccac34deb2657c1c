// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rewind_bar.h"

#include "widgets/measures.h"
#include "widgets/transport_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kRewindHeight = 30;
constexpr int kRewindControl = 24;

QString rewindStyle(const Theme &theme)
{
    return QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %3; "
                          "border-radius: 0; padding: 0 8px; }"
                          "QPushButton:hover { background: %4; }"
                          "QPushButton:disabled { color: %6; }"
                          "QPushButton:focus { border: 2px solid %5; }"
                          "QLabel { color: %2; }")
        .arg(theme.bar.name(), theme.text2.name(), theme.rule2.name(), theme.raised.name(),
             theme.accent.name(), theme.muted.name());
}

} // namespace

RewindBar::RewindBar(QWidget *parent)
    : ThemedWidget(parent), m_text(new QLabel(this)),
      m_record(new TransportButton(TransportSign::record, this)),
      m_rewind(new QPushButton(tr("Rewind  ["), this))
{
    m_rewind->setAccessibleName(tr("Go back to what was recorded"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it gives way
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPadding, 0, kPadding, 0);
    row->setSpacing(8);
    row->addWidget(m_record);
    row->addWidget(m_text, 1);
    row->addWidget(m_rewind);
    connect(m_rewind, &QPushButton::clicked, this, &RewindBar::rewindWanted);
    connect(m_record, &QPushButton::clicked, this,
            [this] { Q_EMIT recordWanted(m_folder.isEmpty()); });
    setTheme(theme());
    arrange();
}

void RewindBar::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    restyle(rewindStyle(newTheme));
    setFixedHeight(newTheme.scaled(kRewindHeight));
    m_record->setTheme(newTheme);
    m_record->setFixedSize(newTheme.scaled(kRewindControl), newTheme.scaled(kRewindControl));
    m_rewind->setFont(newTheme.font(12));
    m_rewind->setFixedHeight(newTheme.scaled(kRewindControl));
    m_text->setFont(newTheme.font(12));
}

void RewindBar::setRecording(const QString &folder, const QString &since)
{
    if (folder == m_folder && since == m_since)
        return;
    m_folder = folder;
    m_since = since;
    arrange();
}

void RewindBar::arrange()
{
    const bool on = !m_folder.isEmpty();
    m_full = on ? tr("Recording to %1 since %2").arg(m_folder, m_since)
                : tr("Events are not kept: record them to be able to go back");
    m_text->setText(m_text->fontMetrics().elidedText(m_full, Qt::ElideMiddle, m_text->width()));
    m_text->setToolTip(on ? m_full : tr("Start with --record FOLDER, or press the red button"));
    m_record->setSign(on ? TransportSign::pause : TransportSign::record);
    m_record->setAccessibleName(on ? tr("Stop recording") : tr("Record every message"));
    m_record->setToolTip(m_record->accessibleName());
    m_rewind->setEnabled(on);
}

void RewindBar::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    layout()->activate();
    arrange();
}

void RewindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace widgets
