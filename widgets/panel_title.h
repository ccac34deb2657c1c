// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a panel: its title, and beside it in a quieter voice what it is of. GUI thread.
#pragma once

#include "widgets/themed_widget.h"

#include <QString>

namespace widgets {

class PanelTitle : public ThemedWidget
{
    Q_OBJECT
public:
    explicit PanelTitle(const QString &title, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void setTitle(const QString &title);
    void setNote(const QString &note); // beside the title
    void setHint(const QString &hint); // at the right end
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &note() const { return m_note; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_note;
    QString m_hint;
};

} // namespace widgets
