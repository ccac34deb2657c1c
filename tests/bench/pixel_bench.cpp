// SPDX-License-Identifier: GPL-3.0-or-later
// From an event's publication to the pixel: the whole window off-screen, a publisher process that
// sends 100,000 events a second over a socket, and for every event the time from when it was due to
// the end of the frame whose charts first counted it.
// usage: pixel_bench [SECONDS [JSON FILE [EVENTS_PER_SECOND]]]
#include "app/desktop/main_window.h"
#include "ingest/config/configuration_file.h"
#include "ingest/snapshot.h"
#include "ingest/transport/publisher.h"
#include "tests/bench/machine.h"
#include "tests/bench/shop_traffic.h"
#include "widgets/fonts.h"
#include "widgets/time_lanes.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr double kGoalMs = 450;
constexpr auto kSettles = 3s; // until the sockets' queues and the caches are as they stay

struct Load
{
    double perSecond = 100'000;
    double seconds = 20;
};

std::string timeNow()
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    std::array<char, 40> text{};
    const std::size_t size =
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", std::gmtime(&now.tv_sec));
    std::snprintf(text.data() + size, text.size() - size, ".%03uZ",
                  static_cast<unsigned>(now.tv_nsec / 1'000'000) % 1'000);
    return text.data();
}

Clock::time_point dueAt(Clock::time_point start, std::uint64_t n, double perSecond)
{
    return start + std::chrono::duration_cast<Clock::duration>(
                       std::chrono::duration<double>(static_cast<double>(n) / perSecond));
}

// In a process of its own. Nothing is lost on a PUSH socket: what the window received are the first
// so many events.
void publish(const Load &load, const std::string &endpoint, int startPipe)
{
    ingest::transport::Publisher publisher(endpoint, {.push = true});
    if (publisher.open() || !publisher.waitForPeer(20s))
        return;
    bench::ShopTraffic traffic;
    const auto start = Clock::now();
    if (::write(startPipe, &start, sizeof start) != sizeof start)
        return;
    const auto events = static_cast<std::uint64_t>(load.perSecond * load.seconds);
    for (std::uint64_t n = 0; n < events; ++n) {
        if (n % 100 == 0) {
            std::this_thread::sleep_until(dueAt(start, n, load.perSecond));
            traffic.setTime(timeNow());
        }
        publisher.send("shop", traffic.next(), 60s);
    }
    publisher.close();
}

// Notes for every frame painted how many events its charts count.
class Frames : public QObject
{
public:
    Frames(app::MainWindow &window, Clock::time_point start, const Load &load)
        : m_lanes(window.findChild<widgets::TimeLanes *>()), m_start(start), m_load(load),
          m_startTime(std::chrono::system_clock::now() - (Clock::now() - start))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        // A window's request is answered by painting all that waits; posted events come after it.
        if (event->type() == QEvent::UpdateRequest)
            QTimer::singleShot(0, this, [this] { painted(); });
        return false;
    }

    [[nodiscard]] std::vector<double> &latenciesMs() { return m_latenciesMs; }
    [[nodiscard]] std::uint64_t frames() const { return m_frames; }

private:
    // How many events the charts contain. Without the open second: those due by asOf at most.
    [[nodiscard]] std::uint64_t charted() const
    {
        const auto shown = m_lanes->shown();
        if (!shown)
            return 0;
        if (shown->open)
            return shown->ledger.received;
        const std::chrono::duration<double> closed = shown->asOf - m_startTime;
        return std::min(shown->ledger.received, static_cast<std::uint64_t>(std::max(
                                                    0.0, closed.count() * m_load.perSecond)));
    }

    void painted()
    {
        const std::uint64_t counted = charted();
        if (counted <= m_counted)
            return;
        ++m_frames;
        const auto now = Clock::now();
        for (std::uint64_t n = m_counted; n < counted; n += 10) // one in ten is enough
            if (const auto due = dueAt(m_start, n, m_load.perSecond); due > m_start + kSettles)
                m_latenciesMs.push_back(
                    std::chrono::duration<double, std::milli>(now - due).count());
        m_counted = counted;
    }

    widgets::TimeLanes *m_lanes;
    Clock::time_point m_start;
    Load m_load;
    std::chrono::system_clock::time_point m_startTime;
    std::uint64_t m_counted = 0;
    std::uint64_t m_frames = 0;
    std::vector<double> m_latenciesMs;
};

struct Outcome
{
    std::size_t events = 0;
    std::uint64_t frames = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double maxMs = 0;
};

Outcome measure(const Load &load, const QString &window, const QString &page)
{
    const std::string endpoint = "ipc:///tmp/bellwether-pixel-bench-" + std::to_string(::getpid());
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        std::abort();
    const pid_t publisher = ::fork();
    if (publisher == 0) {
        publish(load, endpoint, pipe[1]);
        ::_exit(0);
    }
    std::array<char, 12> name{"pixel_bench"};
    std::array<char *, 1> arguments{name.data()};
    int count = 1;
    QApplication application(count, arguments.data());
    widgets::loadFonts();
    app::DesktopOptions options;
    auto loaded = ingest::config::loadConfiguration(BELLWETHER_SAMPLE_CONFIGURATION);
    options.configuration = std::get<ingest::config::Configuration>(std::move(loaded));
    options.configuration.sources.resize(1);
    options.configuration.sources.front().pattern = ingest::config::Pattern::pull;
    options.configuration.sources.front().bind = {endpoint};
    options.window = window;
    options.page = page;
    options.size = QStringLiteral("1920x1080");
    app::MainWindow shown(options);
    shown.show();
    Clock::time_point start;
    if (::read(pipe[0], &start, sizeof start) != sizeof start)
        std::abort();
    Frames frames(shown, start, load);
    QTimer::singleShot(int(load.seconds * 1000), &application, &QApplication::quit);
    QApplication::exec();
    ::waitpid(publisher, nullptr, 0);
    std::vector<double> &all = frames.latenciesMs();
    if (all.empty())
        return {};
    std::ranges::sort(all);
    const auto at = [&all](double q) {
        return all[std::min(all.size() - 1, std::size_t(q * double(all.size())))];
    };
    return {all.size(), frames.frames(), at(0.5), at(0.99), all.back()};
}

// Each in a process of its own, so that none finds what another left behind.
Outcome measureApart(const Load &load, const QString &window)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        std::abort();
    const pid_t child = ::fork();
    if (child == 0) {
        const Outcome outcome = measure(load, window, QStringLiteral("experience"));
        ::_exit(::write(pipe[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
    }
    ::close(pipe[1]);
    Outcome outcome;
    if (::read(pipe[0], &outcome, sizeof outcome) != sizeof outcome)
        outcome = {};
    ::close(pipe[0]);
    ::waitpid(child, nullptr, 0);
    return outcome;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true); // a run's window is no habit of the user's
    Load load;
    if (argc > 1)
        load.seconds = std::atof(argv[1]);
    if (argc > 3)
        load.perSecond = std::atof(argv[3]);
    std::string json = "{" + bench::machineMember();
    bool met = true;
    for (const char *window : {"1m", "5m"}) {
        const Outcome outcome = measureApart(load, QString::fromLatin1(window));
        met = met && outcome.events > 0 && outcome.p99Ms <= kGoalMs;
        std::printf("%s window, %.0f events/s: p50 %.0f ms, p99 %.0f ms, most %.0f ms "
                    "(%zu events, %llu frames; goal %.0f ms: %s)\n",
                    window, load.perSecond, outcome.p50Ms, outcome.p99Ms, outcome.maxMs,
                    outcome.events, static_cast<unsigned long long>(outcome.frames), kGoalMs,
                    outcome.events > 0 && outcome.p99Ms <= kGoalMs ? "met" : "MISSED");
        std::fflush(stdout);
        json += ",\"" + std::string(window) + "\":{\"p50Ms\":" + std::to_string(outcome.p50Ms) +
                ",\"p99Ms\":" + std::to_string(outcome.p99Ms) + "}";
    }
    if (argc > 2)
        std::ofstream(argv[2]) << json << "}\n";
    return met ? 0 : 1;
}
