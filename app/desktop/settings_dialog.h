// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may set for themselves: the size of texts, the theme, and whether single letters
// are keys. Takes effect at once. GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace app {

inline constexpr int kTextScales[] = {100, 110, 125, 150}; // percent

struct Settings
{
    int textScale = 100; // percent
    bool dark = true;
    bool letterKeys = true;
    bool operator==(const Settings &) const = default;
};

class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Settings &settings, const widgets::Theme &theme,
                   QWidget *parent = nullptr);

    [[nodiscard]] Settings settings() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_scale;
    QCheckBox *m_dark;
    QCheckBox *m_letters;
};

// The next larger (by > 0) or smaller scale, as far as there is one.
[[nodiscard]] int steppedScale(int percent, int by);

} // namespace app
