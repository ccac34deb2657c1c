// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screen_saver.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

namespace app {

namespace {

QDBusMessage call(const QString &method)
{
    const QString name = QStringLiteral("org.freedesktop.ScreenSaver");
    return QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          name, method);
}

} // namespace

ScreenSaverInhibition::ScreenSaverInhibition(QObject *parent) : QObject(parent)
{
    QTimer::singleShot(0, this, &ScreenSaverInhibition::ask); // once somebody listens
}

void ScreenSaverInhibition::ask()
{
    // Without an address Qt would start a bus of its own, which inhibits nothing.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
        !QDBusConnection::sessionBus().isConnected()) {
        Q_EMIT refused(tr("there is no session bus"));
        return;
    }
    QDBusMessage inhibit = call(QStringLiteral("Inhibit"));
    inhibit << QStringLiteral("bellwether") << tr("The wall is on");
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(inhibit), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<quint32> reply = *watcher;
        if (reply.isError())
            Q_EMIT refused(reply.error().message());
        else
            m_cookie = reply.value();
        watcher->deleteLater();
    });
}

ScreenSaverInhibition::~ScreenSaverInhibition()
{
    if (m_cookie == 0)
        return;
    QDBusMessage release = call(QStringLiteral("UnInhibit"));
    release << m_cookie;
    QDBusConnection::sessionBus().send(release);
}

} // namespace app
