// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>
#include <iterator>

namespace app {

SettingsDialog::SettingsDialog(const Settings &settings, const widgets::Theme &theme,
                               QWidget *parent)
    : QDialog(parent), m_scale(new QComboBox(this)),
      m_dark(new QCheckBox(tr("Dark colours"), this)),
      m_letters(new QCheckBox(tr("Single letters and digits are keys"), this))
{
    setWindowTitle(tr("Settings"));
    setFont(theme.font(13));
    for (const int percent : kTextScales)
        m_scale->addItem(QStringLiteral("%1\u202f%").arg(percent), percent);
    m_scale->setCurrentIndex(m_scale->findData(settings.textScale));
    m_scale->setAccessibleName(tr("Size of texts"));
    m_dark->setChecked(settings.dark);
    m_letters->setChecked(settings.letterKeys);
    auto *buttons = new QDialogButtonBox(this);
    QAbstractButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the settings"));
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("Size of texts"), m_scale);
    layout->addRow(m_dark);
    layout->addRow(m_letters);
    layout->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_scale, &QComboBox::currentIndexChanged, this, &SettingsDialog::changed);
    connect(m_dark, &QCheckBox::toggled, this, &SettingsDialog::changed);
    connect(m_letters, &QCheckBox::toggled, this, &SettingsDialog::changed);
}

Settings SettingsDialog::settings() const
{
    return {m_scale->currentData().toInt(), m_dark->isChecked(), m_letters->isChecked()};
}

int steppedScale(int percent, int by)
{
    const int *at = std::ranges::lower_bound(kTextScales, percent);
    const auto place = std::clamp<std::ptrdiff_t>(at - std::begin(kTextScales) + by, 0,
                                                  std::size(kTextScales) - 1);
    return kTextScales[place];
}

} // namespace app
