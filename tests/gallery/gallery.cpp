// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page and of the wall, in every scenario of the simulated shop, every size and
// both themes: to be looked at. Time is simulated and every seed fixed, so that the pictures are
// the same again. QT_SCALE_FACTOR=2 makes those of twice the density.
// Usage: gallery DIR [SCENARIO...]; `stale` is one more scenario; gallery --tour DIR:
// docs/tour.md's.
#include "app/desktop/language.h"
#include "app/desktop/window_frame.h"
#include "ingest/config/configuration_file.h"
#include "models/clock_text.h"
#include "models/incident_causes.h"
#include "models/last_heard.h"
#include "models/triage_search.h"
#include "models/wall.h"
#include "tests/gallery/staged_shop.h"
#include "widgets/fonts.h"
#include "widgets/page_stack.h"
#include "widgets/time_lanes.h"
#include "widgets/top_bar.h"
#include "widgets/wall_view.h"

#include <QApplication>
#include <QDir>
#include <QStyleFactory>

#include <iostream>

namespace {

using namespace std::chrono_literals;
using app::shop::Scenario;

constexpr int kQuietSeconds = 900; // before trouble begins
constexpr int kTroubleSeconds = 540;
constexpr int kWallSeconds = 240; // shown to the wall: it holds a word for two minutes
constexpr int kStaleSeconds = 252;
constexpr auto kWindow = ingest::Window::fifteenMinutes;

struct Shot
{
    QString page; // empty: the wall
    QSize size;
    bool dark = true;
    QString name;
};

// A window's frame and a wall, shown the same seconds.
class Room
{
public:
    Room()
    {
        m_frame.bar().setWindow(kWindow);
        m_frame.setVisible(true);
        m_frame.pages().setFocus(); // no ring around anything, as where the window opens
    }

    void second(gallery::StagedShop &shop, std::int64_t silentMs)
    {
        m_snapshot = m_causes.update(m_heard.update(shop.snapshot(kWindow)));
        while (m_causes.busy())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        m_snapshot = m_causes.update(m_snapshot);
        const std::int64_t ms = shop.now().time_since_epoch() / 1ms;
        m_wallView.show(m_wall.update(
            m_snapshot, {++m_seconds * 1000, silentMs, QDateTime::fromMSecsSinceEpoch(ms)}));
        const bool stale = m_snapshot->freshness.state == ingest::FreshnessState::stale;
        m_frame.bar().setState(stale ? models::Status::unknown : models::Status::normal,
                               stale ? QStringLiteral("STALE") : QStringLiteral("LIVE"),
                               models::clockTextSeconds(double(ms)) + QStringLiteral(" UTC"));
        if (m_seconds > kWallSeconds - 70)
            m_frame.show(m_snapshot);
    }

    bool take(const Shot &shot, const QDir &folder)
    {
        const widgets::Theme theme = shot.dark ? widgets::darkTheme() : widgets::lightTheme();
        QApplication::setPalette(theme.palette());
        QWidget *shown = &m_wallView;
        m_wallView.setTheme(theme);
        if (!shot.page.isEmpty()) {
            shown = &m_frame;
            m_frame.setTheme(theme);
            m_frame.pages().open(shot.page);
        }
        shown->resize(shot.size);
        shown->show();
        settle();
        return shown->grab().save(folder.filePath(shot.name + QStringLiteral(".png")));
    }

private:
    // Layouts, questions to the search and charts that wait for their turn.
    void settle()
    {
        const auto *search = m_frame.findChild<models::TriageSearch *>();
        do
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        while (search != nullptr && search->busy());
        QApplication::processEvents();
        for (auto *lanes : m_frame.findChildren<widgets::TimeLanes *>())
            lanes->drawWaiting();
    }

    app::WindowFrame m_frame;
    models::LastHeard m_heard;
    models::IncidentCauses m_causes;
    models::Wall m_wall;
    widgets::WallView m_wallView;
    std::shared_ptr<const ingest::Snapshot> m_snapshot;
    std::int64_t m_seconds = 0;
};

std::vector<Shot> everyShot()
{
    std::vector<Shot> shots;
    const auto add = [&shots](const QString &page, const QSize &size) {
        const QSize pixels = size * qGuiApp->devicePixelRatio();
        for (const bool dark : {true, false})
            shots.push_back({page, size, dark,
                             QStringLiteral("%1-%2x%3-%4")
                                 .arg(page.isEmpty() ? QStringLiteral("wall") : page)
                                 .arg(pixels.width())
                                 .arg(pixels.height())
                                 .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))});
    };
    const QStringList pages{QStringLiteral("experience"), QStringLiteral("triage"),
                            QStringLiteral("pipeline"), QString()};
    for (const QString &page : pages) {
        add(page, {1920, 1080});
        if (qGuiApp->devicePixelRatio() > 1)
            continue;
        add(page, {1280, 720});
        if (page.isEmpty() || page == pages.front())
            add(page, {1080, 1920});
    }
    return shots;
}

std::vector<Shot> tourShots(const QString &scenario)
{
    const QSize window(1440, 900);
    if (scenario == QStringLiteral("payment-outage"))
        return {{{}, {1280, 720}, true, QStringLiteral("tour-wall")},
                {QStringLiteral("experience"), window, true, QStringLiteral("tour-experience")},
                {QStringLiteral("triage"), window, true, QStringLiteral("tour-triage")}};
    if (scenario == QStringLiteral("flaky-publisher"))
        return {{QStringLiteral("pipeline"), window, true, QStringLiteral("tour-pipeline")}};
    if (scenario == QStringLiteral("stale"))
        return {{{}, {1280, 720}, true, QStringLiteral("tour-wall-stale")}};
    if (scenario == QStringLiteral("normal"))
        return {
            {QStringLiteral("experience"), window, false, QStringLiteral("tour-experience-light")}};
    return {};
}

bool play(const ingest::config::Configuration &configuration, const QString &scenario,
          const std::vector<Shot> &shots, const QDir &folder)
{
    const bool stale = scenario == QStringLiteral("stale");
    const auto named = app::shop::scenarioNamed(scenario.toStdString());
    if ((!named && !stale) || !folder.mkpath(QStringLiteral("."))) {
        std::cerr << "gallery: no such scenario or folder: " << scenario.toStdString() << "\n";
        return false;
    }
    gallery::StagedShop shop(std::make_shared<ingest::config::Configuration>(configuration),
                             named.value_or(Scenario::normal), kQuietSeconds);
    Room room;
    shop.advance(std::chrono::seconds(kQuietSeconds + kTroubleSeconds - kWallSeconds));
    if (stale) {
        room.second(shop, 0); // the last that was heard
        shop.cutNetwork();
    }
    for (int second = 1; second <= (stale ? kStaleSeconds : kWallSeconds); ++second) {
        shop.advance(1s);
        room.second(shop, 0);
    }
    bool saved = true;
    for (const Shot &shot : shots)
        saved = room.take(shot, folder) && saved;
    return saved;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const app::Language language(QStringLiteral("en"));
    QStringList arguments = QApplication::arguments().mid(1);
    const bool tour = arguments.removeAll(QStringLiteral("--tour")) > 0;
    auto loaded = ingest::config::loadConfiguration(BELLWETHER_SAMPLE_CONFIGURATION);
    const auto *configuration = std::get_if<ingest::config::Configuration>(&loaded);
    if (arguments.isEmpty() || configuration == nullptr || !widgets::loadFonts()) {
        std::cerr << "usage: gallery [--tour] DIR [SCENARIO...]\n";
        return 2;
    }
    const QDir folder(arguments.takeFirst());
    if (arguments.isEmpty()) {
        for (const std::string_view name : app::shop::kScenarioNames)
            arguments.append(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
        arguments.append(QStringLiteral("stale"));
    }
    bool saved = true;
    for (const QString &scenario : arguments) {
        const std::vector<Shot> shots = tour ? tourShots(scenario) : everyShot();
        const QDir into = tour ? folder : QDir(folder.filePath(scenario));
        saved = (shots.empty() || play(*configuration, scenario, shots, into)) && saved;
    }
    return saved ? 0 : 1;
}
