// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/live_configuration.h"

#include "ingest/config/configuration_file.h"

#include <QFileInfo>
#include <QSaveFile>

namespace app {

LiveConfiguration::LiveConfiguration(const DesktopOptions &options, QObject *parent)
    : QObject(parent), m_file(options.configFile), m_configuration(options.configuration),
      m_history(options.history), m_record(options.record), m_sourcesGiven(options.endpointsGiven)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LiveConfiguration::takeUp);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LiveConfiguration::takeUp);
    watch();
}

void LiveConfiguration::watch()
{
    if (m_file.isEmpty())
        return;
    // Editors replace files: the directory tells of the new one.
    const QFileInfo file(m_file);
    m_watcher.addPath(file.absolutePath());
    m_watcher.addPath(file.absoluteFilePath());
}

void LiveConfiguration::takeUp()
{
    watch();
    auto result = ingest::config::loadConfiguration(m_file.toStdString());
    if (const auto *problems = std::get_if<std::vector<ingest::config::Problem>>(&result)) {
        Q_EMIT problem(tr("%1. The configuration before it stays in use.")
                           .arg(QString::fromStdString(problems->front().text())));
        return;
    }
    Q_EMIT problem(QString());
    auto configuration = std::get<ingest::config::Configuration>(std::move(result));
    if (m_sourcesGiven || configuration.sources.empty())
        configuration.sources = m_configuration.sources;
    if (configuration == m_configuration)
        return;
    m_configuration = std::move(configuration);
    Q_EMIT changed();
}

void LiveConfiguration::setSources(std::vector<ingest::config::SourceConfiguration> sources)
{
    m_configuration.sources = std::move(sources);
    m_sourcesGiven = true;
    Q_EMIT changed();
}

void LiveConfiguration::save(const ingest::config::Configuration &suggested, const QString &file)
{
    ingest::config::Configuration configuration = suggested;
    configuration.suggested = false;
    const std::string text = ingest::config::toToml(configuration) +
                             ingest::config::toToml(m_history) + ingest::config::toToml(m_record);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) ||
        out.write(text.data(), static_cast<qint64>(text.size())) < 0 || !out.commit()) {
        Q_EMIT problem(tr("%1 could not be written: %2").arg(file, out.errorString()));
        return;
    }
    m_file = file;
    takeUp();
}

} // namespace app
