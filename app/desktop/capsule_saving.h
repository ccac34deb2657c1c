// SPDX-License-Identifier: GPL-3.0-or-later
// Saves incident capsules, one at a time, on a thread of its own: that takes as long as reading the
// recording does. GUI thread.
#pragma once

#include "ingest/replay/capsule.h"
#include "ingest/replay/original.h"

#include <QObject>
#include <QString>

#include <memory>

class QThread;

namespace app {

class CapsuleSaving : public QObject
{
    Q_OBJECT
public:
    explicit CapsuleSaving(QObject *parent = nullptr);
    ~CapsuleSaving() override; // waits for the one at hand

    void save(const ingest::replay::Original &original, ingest::replay::Capsule capsule,
              const std::vector<std::string> &redact, const QString &file);

Q_SIGNALS:
    // What became of it, or that another is being saved.
    void said(const QString &text, bool good);

private:
    std::unique_ptr<QThread> m_thread; // null: none is being saved
};

} // namespace app
