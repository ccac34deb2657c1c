// SPDX-License-Identifier: GPL-3.0-or-later
// bellwether: the desktop.
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/walls.h"
#include "widgets/accessible_figures.h"
#include "widgets/fonts.h"

#include <QApplication>
#include <QIcon>
#include <QSaveFile>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>
#include <initializer_list>
#include <iostream>
#include <span>
#include <string_view>

namespace {

constexpr int kReportEveryMs = 1000;

// False, and said, where the file could not be written.
bool write(const QString &name, const std::string &bytes)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) &&
        file.write(bytes.data(), static_cast<qint64>(bytes.size())) >= 0 && file.commit())
        return true;
    std::cerr << "bellwether: cannot write " << name.toStdString() << ": "
              << file.errorString().toStdString() << "\n";
    return false;
}

// Opens the walls where asked for, and joins them to the window.
void join(app::MainWindow &window, app::Walls &walls, const app::DesktopOptions &options)
{
    QObject::connect(&window, &app::MainWindow::wallWanted, &walls,
                     [&] { walls.open(window.screen(), window.theme()); });
    QObject::connect(&window, &app::MainWindow::themeChanged, &walls,
                     [&] { walls.setTheme(window.theme()); });
    QObject::connect(&walls, &app::Walls::themeWanted, &window,
                     [&] { window.setTheme(!window.theme().dark); });
    QObject::connect(&walls, &app::Walls::windowWanted, &window, &app::MainWindow::choose);
    QObject::connect(&walls, &app::Walls::closerLookWanted, &window, &app::MainWindow::showTrouble);
    QObject::connect(&walls, &app::Walls::left, &window, [&] {
        window.show();
        window.raise();
        window.activateWindow();
    });
    if (!options.wall.asked)
        window.show();
    else if (options.size.isEmpty())
        walls.open(window.screen(), window.theme());
    else
        walls.openSized(QSize(options.size.section(QLatin1Char('x'), 0, 0).toInt(),
                              options.size.section(QLatin1Char('x'), 1, 1).toInt()),
                        window.theme());
}

bool given(const std::span<char *> arguments, std::initializer_list<std::string_view> any)
{
    return std::ranges::any_of(arguments, [&any](const char *argument) {
        return std::ranges::find(any, std::string_view(argument)) != any.end();
    });
}

// Qt ends the process with a core dump where there is no screen: said in words instead.
bool hasScreen(const std::span<char *> arguments)
{
    const auto isSet = [](const char *name) { return !qgetenv(name).isEmpty(); };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM") ||
        given(arguments, {"-platform", "--platform"}))
        return true;
    std::cerr << "bellwether: no screen found (DISPLAY and WAYLAND_DISPLAY are not set); start it "
                 "on a desktop, or set QT_QPA_PLATFORM=offscreen and give --for SECONDS with "
                 "--screenshot FILE or --report FILE\n";
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    const std::span<char *> arguments(argv, static_cast<std::size_t>(argc));
    if (given(arguments, {"-h", "--help", "-v", "--version"})) { // needs no screen
        const QCoreApplication application(argc, argv);
        int status = 0;
        static_cast<void>(app::parseOptions(QCoreApplication::arguments(), status));
        return status;
    }
    if (!hasScreen(arguments))
        return 1;
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Bellwether"));
    QApplication::setApplicationName(QStringLiteral("bellwether"));
    QApplication::setDesktopFileName(QStringLiteral("bellwether"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/bellwether.svg")));
    int status = 0;
    const auto options = app::parseOptions(QApplication::arguments(), status);
    if (!options)
        return status;
    const app::Language language(options->language);
    if (!widgets::loadFonts())
        std::cerr << "bellwether: the built-in fonts could not be read; the system's are used\n";
    widgets::installAccessibleFigures();
    app::MainWindow window(*options);
    app::Walls walls(window.snapshots(), options->wall);
    join(window, walls, *options);
    QTimer reports;
    QObject::connect(&reports, &QTimer::timeout, &application, [&] {
        const std::string report = window.report();
        if (!report.empty() && !write(options->reportFile, report))
            reports.stop(); // said once
    });
    if (!options->reportFile.isEmpty())
        reports.start(kReportEveryMs);
    if (options->forSeconds > 0)
        QTimer::singleShot(static_cast<int>(options->forSeconds * 1000), &application, [&] {
            bool written = true;
            QWidget *shown = walls.first();
            if (shown == nullptr)
                shown = &window;
            if (!options->screenshotFile.isEmpty() &&
                !shown->grab().save(options->screenshotFile)) {
                std::cerr << "bellwether: cannot write " << options->screenshotFile.toStdString()
                          << "\n";
                written = false;
            }
            if (!options->reportFile.isEmpty())
                written = write(options->reportFile, window.report()) && written;
            QApplication::exit(written ? 0 : 1);
        });
    return QApplication::exec();
}
