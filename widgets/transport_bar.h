// SPDX-License-Identifier: GPL-3.0-or-later
// The row of the scrubber with which a replay is run: back, play or pause, forward, speed, the
// instant (which can be typed), the distance to the present, and the way back there. GUI thread.
#pragma once

#include "models/scrubber.h"
#include "widgets/themed_widget.h"

#include <array>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

class TransportButton;

class TransportBar : public ThemedWidget
{
    Q_OBJECT
public:
    static constexpr std::array kSpeeds{0.25, 1.0, 10.0, 60.0};

    explicit TransportBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const models::ScrubberView &view);
    // What the button that saves a capsule would save: "14:02 to 14:31".
    void setSpan(const QString &span);
    // The next of kSpeeds in that direction.
    [[nodiscard]] static double nextSpeed(double speed, int by);

Q_SIGNALS:
    void stepWanted(int seconds);
    void playWanted(bool on);
    void speedWanted(double speed);
    void momentTyped(const QString &text);
    void capsuleWanted();
    void liveWanted(); // or the end, where there is no present

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addSpeeds();
    void showTexts();
    [[nodiscard]] QString progressText() const;

    TransportButton *m_back;
    TransportButton *m_play;
    TransportButton *m_forward;
    QButtonGroup *m_speeds;
    QLineEdit *m_moment;
    QLabel *m_distance;
    QLabel *m_catchUp;
    QLabel *m_legend;
    QPushButton *m_capsule;
    QPushButton *m_live;
    models::ScrubberView m_view;
};

} // namespace widgets
