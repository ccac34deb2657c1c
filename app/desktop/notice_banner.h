// SPDX-License-Identifier: GPL-3.0-or-later
// The band below the top bar: what is wrong now, or that the signals are only suggested. Hidden
// while there is nothing to say; with a triangle where something is wrong. GUI thread.
#pragma once

#include "widgets/themed_widget.h"

#include <QTimer>

#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace app {

class NoticeBanner : public widgets::ThemedWidget
{
    Q_OBJECT
public:
    explicit NoticeBanner(QWidget *parent = nullptr);

    void setTheme(const widgets::Theme &theme) override;
    // Said before all else until it is empty.
    void setProblem(const QString &problem);
    // Said above all else: what went well for some seconds, what did not until it is closed.
    void say(const QString &text, bool good);
    // Closes what was said; false where nothing was.
    bool unsay();
    [[nodiscard]] QString text() const; // shown now
    [[nodiscard]] bool isWrong() const; // what is shown now
    // The snapshot's warnings, and whether its signals can be saved as a file.
    void show(const std::vector<std::string> &warnings, bool suggested);

Q_SIGNALS:
    void saveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    QLabel *m_text;
    QPushButton *m_save;
    QPushButton *m_close;
    QTimer m_goodUntil;
    QString m_said;
    QString m_problem;
    QString m_notice;
    bool m_saidGood = true;
    bool m_warned = false; // the notice is a warning
    bool m_suggested = false;
};

} // namespace app
