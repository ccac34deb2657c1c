// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/capsule_saving.h"

#include "ingest/replay/capsule_writer.h"

#include <QLocale>
#include <QThread>

namespace app {

CapsuleSaving::CapsuleSaving(QObject *parent) : QObject(parent) {}

CapsuleSaving::~CapsuleSaving()
{
    if (m_thread)
        m_thread->wait();
}

void CapsuleSaving::save(const ingest::replay::Original &original, ingest::replay::Capsule capsule,
                         const std::vector<std::string> &redact, const QString &file)
{
    if (m_thread) {
        Q_EMIT said(tr("Another capsule is still being saved: try again in a moment"), true);
        return;
    }
    capsule.product = BELLWETHER_VERSION;
    auto result = std::make_shared<ingest::replay::CapsuleResult>();
    m_thread.reset(QThread::create([=] {
        *result = ingest::replay::writeCapsule(original, capsule, redact, file.toStdString());
    }));
    connect(m_thread.get(), &QThread::finished, this, [this, result, file] {
        m_thread.reset();
        if (!result->problem.empty())
            Q_EMIT said(tr("No capsule was saved: %1").arg(QString::fromStdString(result->problem)),
                        false);
        else
            Q_EMIT said(tr("Saved %1: %2 messages, %3")
                            .arg(file,
                                 QLocale(QLocale::English)
                                     .toString(static_cast<qulonglong>(result->messages)),
                                 QLocale(QLocale::English)
                                     .formattedDataSize(static_cast<qint64>(result->bytes))),
                        true);
    });
    m_thread->start();
}

} // namespace app
