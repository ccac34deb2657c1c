// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the screen saver away for as long as it lives, where the desktop offers a way to
// (org.freedesktop.ScreenSaver). GUI thread; never waits.
#pragma once

#include <QObject>

namespace app {

class ScreenSaverInhibition : public QObject
{
    Q_OBJECT
public:
    explicit ScreenSaverInhibition(QObject *parent = nullptr);
    ~ScreenSaverInhibition() override;

Q_SIGNALS:
    // The screen saver may come: `reason` says why, for people.
    void refused(const QString &reason);

private:
    void ask();

    quint32 m_cookie = 0;
};

} // namespace app
