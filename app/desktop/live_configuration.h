// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration in effect: follows its file, keeps the old one where the new one is wrong, and
// saves what was suggested. GUI thread.
#pragma once

#include "app/desktop/desktop_options.h"

#include <QFileSystemWatcher>
#include <QObject>

namespace app {

class LiveConfiguration : public QObject
{
    Q_OBJECT
public:
    explicit LiveConfiguration(const DesktopOptions &options, QObject *parent = nullptr);

    [[nodiscard]] const ingest::config::Configuration &current() const { return m_configuration; }
    // Edited by hand: these count from now on, whatever the file says.
    void setSources(std::vector<ingest::config::SourceConfiguration> sources);
    // Writes `suggested` as the user's own and follows that file from now on; what went wrong is
    // said by problem().
    void save(const ingest::config::Configuration &suggested, const QString &file);

Q_SIGNALS:
    void changed(); // current() is another one
    // What is wrong with the file or with writing it; empty once it is mended.
    void problem(const QString &text);

private:
    void watch();
    void takeUp();

    QString m_file; // empty: none
    ingest::config::Configuration m_configuration;
    ingest::config::HistoryConfiguration m_history; // saved along
    ingest::config::RecordConfiguration m_record;   // and so is this
    bool m_sourcesGiven;                            // elsewhere: the file's do not count
    QFileSystemWatcher m_watcher;
};

} // namespace app
