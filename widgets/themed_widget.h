// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that draws with the theme it was given; containers pass it on to their children.
// GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QWidget>

namespace widgets {

class ThemedWidget : public QWidget
{
public:
    using QWidget::QWidget;

    // Containers override it to pass the theme on, and call this one.
    virtual void setTheme(const Theme &theme)
    {
        m_theme = theme;
        update();
    }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

protected:
    // A child that was measured under the sheet before keeps that one, unless this widget has been
    // polished: Qt looks for it there (QWidget::setStyleSheet, 6.4).
    void restyle(const QString &sheet)
    {
        ensurePolished();
        setStyleSheet(sheet);
    }

private:
    Theme m_theme = darkTheme();
};

} // namespace widgets
