// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop was asked for on its command line. Plain values.
#pragma once

#include "app/desktop/wall_options.h"
#include "ingest/config/configuration.h"
#include "ingest/config/history_configuration.h"
#include "ingest/config/record_configuration.h"
#include "ingest/time.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

struct DesktopOptions
{
    QString configFile; // empty: none
    ingest::config::Configuration configuration;
    bool endpointsGiven = false; // on the command line: the file's [[source]] do not count
    QString theme;               // "dark", "light" or empty: as last time
    QString language;            // one of languages(); empty: the system's
    QString page;                // "pipeline"; empty: as last time
    QString window;              // "5m"; empty: as last time
    QString storeFile;           // the history; empty: none is kept
    ingest::config::HistoryConfiguration history; // how long it is kept
    ingest::config::RecordConfiguration record;   // every message goes there, if anywhere
    QString opened;                         // a recording to be shown instead of anything live
    std::optional<ingest::Second> openedAt; // empty: its end
    double forSeconds = 0;                  // 0: until closed
    QString reportFile;
    QString screenshotFile;
    QString size; // "1280x720"; empty: as last time
    WallOptions wall;
};

// Parses the arguments; says what is wrong on standard error and gives the exit status in `status`
// when there is nothing to run.
[[nodiscard]] std::optional<DesktopOptions> parseOptions(const QStringList &arguments, int &status);

} // namespace app
