// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/empty_state.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace widgets {

namespace {

constexpr const char *kLines = "lines"; // of a command: how many are to be seen

// The simulated shop's way to an endpoint: it connects where Bellwether binds, and the reverse.
QString commandFor(const ingest::SocketSnapshot &socket)
{
    return QStringLiteral("bellwetherctl shop %1 %2")
        .arg(socket.bound ? QStringLiteral("--connect") : QStringLiteral("--bind"),
             QString::fromStdString(socket.endpoint));
}

QString scriptFor(const ingest::SocketSnapshot &socket)
{
    return QStringLiteral("import json, time, zmq\n"
                          "socket = zmq.Context().socket(zmq.%1)\n"
                          "socket.%2(\"%3\"); time.sleep(0.5)\n"
                          "socket.send_multipart([b\"checkout.started\", json.dumps({\n"
                          "    \"type\": \"checkout.started\", \"time\": time.time(),\n"
                          "    \"session\": \"s-1\"}).encode()])")
        .arg(socket.sub ? QStringLiteral("PUB") : QStringLiteral("PUSH"),
             socket.bound ? QStringLiteral("connect") : QStringLiteral("bind"),
             QString::fromStdString(socket.endpoint));
}

void setTextOnce(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : ThemedWidget(parent), m_heading(new QLabel(tr("No publisher connected yet"), this)),
      m_listening(new QLabel(this)), m_progress(new QLabel(this)),
      m_command(new QPlainTextEdit(this)), m_script(new QPlainTextEdit(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(32, 28, 32, 24);
    layout->setVerticalSpacing(8);
    const auto addBox = [this, layout](int row, const QString &title, QPlainTextEdit *edit,
                                       int lines) {
        layout->addWidget(new QLabel(title, this), row, 0, 1, 2);
        edit->setReadOnly(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        edit->setProperty(kLines, lines);
        edit->setTabChangesFocus(true);
        edit->setAccessibleName(title);
        auto *copy = new QPushButton(tr("Copy"), this);
        copy->setAccessibleName(tr("Copy: %1").arg(title));
        connect(copy, &QPushButton::clicked, this,
                [edit] { QApplication::clipboard()->setText(edit->toPlainText()); });
        layout->addWidget(edit, row + 1, 0);
        layout->addWidget(copy, row + 1, 1, Qt::AlignTop);
    };
    for (QLabel *label : {m_listening, m_progress})
        label->setWordWrap(true);
    layout->addWidget(m_heading, 0, 0, 1, 2);
    layout->addWidget(m_listening, 1, 0, 1, 2);
    addBox(2, tr("1  See it work with sample traffic"), m_command, 1);
    addBox(4, tr("2  Connect a service: any language with ZeroMQ, nothing else is needed"),
           m_script, 6);
    layout->addWidget(m_progress, 6, 0, 1, 2);
    layout->setRowStretch(7, 1);
    setTheme(theme());
}

void EmptyState::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    for (QLabel *label : findChildren<QLabel *>())
        label->setFont(newTheme.font(13, QFont::DemiBold));
    m_heading->setFont(newTheme.font(28, QFont::DemiBold));
    m_listening->setFont(newTheme.font(13));
    m_progress->setFont(newTheme.font(13));
    for (QPlainTextEdit *edit : {m_command, m_script}) {
        edit->setFont(newTheme.monoFont(13));
        edit->setFixedHeight(24 + newTheme.scaled(18) * edit->property(kLines).toInt());
    }
    setAttribute(Qt::WA_StyledBackground);
    restyle(
        QStringLiteral(
            "widgets--EmptyState { background: %5; border: 1px solid %2; }"
            "QPlainTextEdit { background: %1; border: 1px solid %2; color: %3; }"
            "QPushButton { background: %1; border: 1px solid %2; color: %3; padding: 4px 12px; }"
            "QPushButton:focus, QPlainTextEdit:focus { border: 2px solid %4; }"
            "QLabel { color: %3; }")
            .arg(newTheme.inset.name(), newTheme.rule2.name(), newTheme.text.name(),
                 newTheme.accent.name(), newTheme.panel.name()));
}

void EmptyState::show(const ingest::Snapshot &snapshot)
{
    QStringList listening;
    QStringList progress;
    for (const ingest::SocketSnapshot &socket : snapshot.sockets) {
        const QString endpoint = QString::fromStdString(socket.endpoint);
        const QString kind = socket.sub ? QStringLiteral("SUB") : QStringLiteral("PULL");
        listening.append(socket.bound ? tr("Listening on %1 (%2)").arg(endpoint, kind)
                                      : tr("Connecting to %1 (%2)").arg(endpoint, kind));
        progress.append(!socket.error.empty()
                            ? QString::fromStdString(socket.error)
                            : tr("%1: %2 publishers connected, %3 messages received")
                                  .arg(endpoint)
                                  .arg(socket.peers)
                                  .arg(socket.frames));
    }
    if (snapshot.sockets.empty())
        listening.append(tr("No connection is configured: add one under Connections"));
    if (snapshot.ledger.malformedTotal() > 0)
        progress.append(tr("%1 messages were no events: they need to be JSON objects with a type")
                            .arg(snapshot.ledger.malformedTotal()));
    m_listening->setText(
        listening.join(QLatin1Char('\n')) + QLatin1Char('\n') +
        tr("The charts fill as soon as the first event arrives, usually within a second."));
    m_progress->setText(progress.join(QLatin1Char('\n')));
    if (!snapshot.sockets.empty()) {
        setTextOnce(m_command, commandFor(snapshot.sockets.front()));
        setTextOnce(m_script, scriptFor(snapshot.sockets.front()));
    }
}

} // namespace widgets
