// SPDX-License-Identifier: GPL-3.0-or-later
// The bottom of the live window: whether what comes is recorded, so that one can go back to it, and
// the buttons to record and to go back. GUI thread.
#pragma once

#include "widgets/themed_widget.h"

class QLabel;
class QPushButton;

namespace widgets {

class TransportButton;

class RewindBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit RewindBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // Empty: nothing is recorded. `since`: "14:02", when the recording began.
    void setRecording(const QString &folder, const QString &since);
    [[nodiscard]] QString text() const { return m_full; }

Q_SIGNALS:
    void rewindWanted();
    void recordWanted(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QLabel *m_text;
    TransportButton *m_record;
    QPushButton *m_rewind;
    QString m_folder;
    QString m_since;
    QString m_full; // before it is cut to the room there is
};

} // namespace widgets
