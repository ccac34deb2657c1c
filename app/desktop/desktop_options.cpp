// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_options.h"

#include "app/desktop/language.h"
#include "app/desktop/pages.h"
#include "ingest/config/configuration_file.h"
#include "ingest/replay/original.h"
#include "ingest/window.h"
#include "ingest/wire/timestamp.h"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <iostream>

namespace app {

namespace {

int refuse(const std::string &text, int status = 2)
{
    std::cerr << "bellwether: " << text << "\n";
    return status;
}

// `open RECORDING`, and where in it to begin. 0, or the exit status.
int readOpened(const QCommandLineParser &parser, DesktopOptions &options)
{
    const QStringList words = parser.positionalArguments();
    const QString at = parser.value(QStringLiteral("at"));
    if (words.isEmpty() && at.isEmpty())
        return 0;
    if (words.size() != 2 || words.front() != QStringLiteral("open"))
        return refuse("found " +
                      (words.isEmpty() ? std::string("--at without a recording")
                                       : words.join(QLatin1Char(' ')).toStdString()) +
                      ", expected: bellwether open RECORDING [--at TIME]");
    for (const char *live : {"connect", "bind", "record", "store"})
        if (parser.isSet(QLatin1String(live)))
            return refuse(std::string("found --") + live +
                          " with an opened recording, which listens to nothing and writes nothing; "
                          "expected one or the other");
    options.opened = words.back();
    if (!at.isEmpty()) {
        const auto time = ingest::wire::parseRfc3339(at.toStdString());
        if (!time)
            return refuse("found --at " + at.toStdString() +
                          ", expected a time such as 2026-11-23T08:10:03Z");
        options.openedAt = std::chrono::floor<ingest::Seconds>(*time);
    }
    auto opened = ingest::replay::checkOriginal(options.opened.toStdString());
    if (const auto *problem = std::get_if<std::string>(&opened))
        return refuse(*problem, 1);
    if (options.configFile.isEmpty())
        options.configuration = std::get<ingest::config::Configuration>(std::move(opened));
    return 0;
}

// The file's configuration, or every problem said and false.
bool load(DesktopOptions &options)
{
    auto result = ingest::config::loadConfiguration(options.configFile.toStdString());
    if (const auto *problems = std::get_if<std::vector<ingest::config::Problem>>(&result)) {
        for (const auto &problem : *problems)
            std::cerr << problem.text() << "\n";
        return false;
    }
    options.configuration = std::get<ingest::config::Configuration>(std::move(result));
    return true;
}

// In the user's data directory unless named.
QString storeFileOf(const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("no-store")))
        return {};
    if (parser.isSet(QStringLiteral("store")))
        return parser.value(QStringLiteral("store"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/bellwether/history.db");
}

} // namespace

std::optional<DesktopOptions> parseOptions(const QStringList &arguments, int &status)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Live customer experience from domain events."));
    parser.addOptions({
        {QStringLiteral("connect"), QStringLiteral("Connect to a publisher; may be repeated."),
         QStringLiteral("endpoint")},
        {QStringLiteral("bind"),
         QStringLiteral("Listen where publishers connect; may be repeated."),
         QStringLiteral("endpoint")},
        {QStringLiteral("config"),
         QStringLiteral("The configuration; without it signals are suggested."),
         QStringLiteral("file")},
        {QStringLiteral("theme"), QStringLiteral("dark or light."), QStringLiteral("name")},
        {QStringLiteral("language"),
         QStringLiteral("en or de; without it the system's, where there is a translation."),
         QStringLiteral("name")},
        {QStringLiteral("page"),
         QStringLiteral("The page to open: %1.").arg(pageNames().join(QStringLiteral(", "))),
         QStringLiteral("name")},
        {QStringLiteral("window"), QStringLiteral("1m, 5m, 15m, 1h, 24h, 7d or 30d."),
         QStringLiteral("span")},
        {QStringLiteral("size"), QStringLiteral("Size of the window, such as 1280x720."),
         QStringLiteral("size")},
        {QStringLiteral("store"), QStringLiteral("Keep the history in this file."),
         QStringLiteral("file")},
        {QStringLiteral("no-store"), QStringLiteral("Keep no history.")},
        {QStringLiteral("record"), QStringLiteral("Record every message in this folder."),
         QStringLiteral("folder")},
        {QStringLiteral("at"),
         QStringLiteral("With open: the instant to show, such as "
                        "2026-11-23T08:10:03Z; without it the end."),
         QStringLiteral("time")},
        {QStringLiteral("for"), QStringLiteral("Run so many seconds, then end."),
         QStringLiteral("seconds")},
        {QStringLiteral("report"),
         QStringLiteral("Write what is shown as JSON: once a second, and at the end of --for."),
         QStringLiteral("file")},
        {QStringLiteral("screenshot"), QStringLiteral("With --for: write a picture of the window."),
         QStringLiteral("file")},
    });
    parser.addPositionalArgument(
        QStringLiteral("open RECORDING"),
        QStringLiteral("Show a recording, a file of events or an incident capsule instead of "
                       "anything live."),
        QStringLiteral("[open RECORDING]"));
    addWallOptions(parser);
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    if (!parser.parse(arguments)) {
        status = refuse(parser.errorText().toStdString() + "; see --help");
        return std::nullopt;
    }
    status = 0;
    if (parser.isSet(help) || parser.isSet(version)) {
        std::cout << (parser.isSet(help) ? parser.helpText().toStdString()
                                         : std::string("bellwether " BELLWETHER_VERSION "\n"));
        return std::nullopt;
    }
    DesktopOptions options;
    options.configFile = parser.value(QStringLiteral("config"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.language = parser.value(QStringLiteral("language"));
    options.page = parser.value(QStringLiteral("page"));
    options.window = parser.value(QStringLiteral("window"));
    options.storeFile = storeFileOf(parser);
    if (!options.configFile.isEmpty()) {
        options.record = ingest::config::loadRecord(options.configFile.toStdString());
        options.history = ingest::config::loadHistory(options.configFile.toStdString());
    }
    options.record.folder = parser.value(QStringLiteral("record")).toStdString();
    options.size = parser.value(QStringLiteral("size"));
    options.reportFile = parser.value(QStringLiteral("report"));
    options.screenshotFile = parser.value(QStringLiteral("screenshot"));
    bool number = true;
    if (options.window.isEmpty() && parser.isSet(QStringLiteral("wall")))
        options.window = QStringLiteral("15m");
    if (parser.isSet(QStringLiteral("for")))
        options.forSeconds = parser.value(QStringLiteral("for")).toDouble(&number);
    if (!number || options.forSeconds < 0)
        status = refuse("found --for " + parser.value(QStringLiteral("for")).toStdString() +
                        ", expected seconds");
    else if (!options.theme.isEmpty() && options.theme != QStringLiteral("dark") &&
             options.theme != QStringLiteral("light"))
        status =
            refuse("found --theme " + options.theme.toStdString() + ", expected dark or light");
    else if (!options.language.isEmpty() && !languages().contains(options.language))
        status =
            refuse("found --language " + options.language.toStdString() + ", expected en or de");
    else if (!options.window.isEmpty() && !ingest::windowNamed(options.window.toStdString()))
        status = refuse("found --window " + options.window.toStdString() +
                        ", expected 1m, 5m, 15m, 1h, 24h, 7d or 30d");
    else if (!options.page.isEmpty() && !pageNames().contains(options.page))
        status = refuse("found --page " + options.page.toStdString() + ", expected one of " +
                        pageNames().join(QStringLiteral(", ")).toStdString());
    else if (const QString wrong = readWallOptions(parser, options.wall); !wrong.isEmpty())
        status = refuse(wrong.toStdString());
    else if (!options.configFile.isEmpty() && !load(options))
        status = 2;
    else
        status = readOpened(parser, options);
    if (status != 0)
        return std::nullopt;
    const QStringList connects = parser.values(QStringLiteral("connect"));
    const QStringList binds = parser.values(QStringLiteral("bind"));
    options.endpointsGiven = !connects.isEmpty() || !binds.isEmpty();
    if (options.endpointsGiven) {
        ingest::config::SourceConfiguration source;
        for (const QString &endpoint : connects)
            source.connect.push_back(endpoint.toStdString());
        for (const QString &endpoint : binds)
            source.bind.push_back(endpoint.toStdString());
        options.configuration.sources = {source};
    } else if (options.configuration.sources.empty()) {
        // Where the commands of the empty state and of the README send to.
        options.configuration.sources.emplace_back().bind = {"tcp://127.0.0.1:5556"};
    }
    return options;
}

} // namespace app
