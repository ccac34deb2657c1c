// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proofs/support/attack.h"

#include "ingest/config/configuration_file.h"
#include "ingest/report/report.h"
#include "ingest/store/kept_state.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/raw_event.h"
#include "tests/proofs/support/seed.h"

#include <fstream>
#include <stdexcept>

#include <sys/resource.h>
#include <unistd.h>

namespace test {

using namespace ingest;
using config::SignalConfiguration;
using config::SignalKind;

namespace {

constexpr std::uint64_t kStateEvery = 60; // seconds, as the loop keeps it

SignalConfiguration bySku(std::string name, SignalKind kind, std::string field = {})
{
    SignalConfiguration signal;
    signal.name = std::move(name);
    signal.kind = kind;
    signal.field = std::move(field);
    signal.by = {"sku"};
    return signal;
}

} // namespace

config::Configuration attackedConfiguration()
{
    auto loaded = config::loadConfiguration(BELLWETHER_SAMPLE);
    auto configuration = std::get<config::Configuration>(std::move(loaded));
    auto &signals = configuration.signals;
    signals.push_back(bySku("every_rate", SignalKind::rate));
    signals.push_back(bySku("every_ratio", SignalKind::ratio));
    signals.back().good = {{"*", {}}};
    signals.back().bad = {{"*failed", {}}};
    signals.push_back(bySku("every_latency", SignalKind::latency, "x_ms"));
    signals.push_back(bySku("every_sum", SignalKind::sum, "amount"));
    signals.push_back(bySku("every_uniques", SignalKind::uniques));
    signals.push_back(bySku("every_funnel", SignalKind::funnel));
    signals.back().steps = {{"*", {}}, {"order.completed", {}}};
    return configuration;
}

std::uint64_t peakResidentBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::uint64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

Attack::Attack(const config::Configuration &configuration)
    : m_configuration(std::make_shared<const config::Configuration>(configuration)),
      m_engine(configuration), m_now(at(0))
{
    m_engine.advanceTo(m_now);
}

std::uint64_t Attack::many(std::uint64_t count)
{
    return sanitized() ? count / 20 : count;
}

void Attack::send(std::string_view members)
{
    goOn();
    m_text = R"({"epoch":"1","time":)";
    m_text += std::to_string(m_now.time_since_epoch().count());
    m_text += ',';
    m_text += members;
    m_text += '}';
    wire::Frame frame;
    frame.payload = m_text;
    frame.arrival = m_now;
    m_engine.ingest(frame);
}

void Attack::sendBytes(std::string_view payload, std::string_view topic)
{
    goOn();
    wire::Frame frame;
    frame.payload = payload;
    frame.topic = topic;
    frame.endpoint = "tcp://127.0.0.1:5556";
    frame.arrival = m_now;
    m_engine.ingest(frame);
}

void Attack::goOn()
{
    m_now += std::chrono::nanoseconds{1'000'000'000} / m_perSecond;
    if (++m_sent % (10 * m_perSecond) == 0)
        (void)m_engine.snapshot(kWindows[m_sent / (10 * m_perSecond) % kWindows.size()]);
    if (m_history && m_sent % m_perSecond == 0)
        keepSecond();
}

void Attack::keepHistory()
{
    m_folder = std::make_unique<TemporaryFolder>();
    m_history.emplace(historyFile(), config::HistoryConfiguration{});
    m_history->restart(m_now);
}

void Attack::keepSecond()
{
    m_engine.advanceTo(m_now);
    m_history->tick(m_engine);
    if (m_sent / m_perSecond % kStateEvery == 0)
        m_history->keep(m_engine);
}

std::uintmax_t Attack::endHistory()
{
    m_history->tick(m_engine, true);
    m_history->keep(m_engine);
    m_history.reset(); // writes what waits
    return std::filesystem::file_size(store::keptStateFile(historyFile()));
}

std::string Attack::historyFile() const
{
    return (m_folder->path() / "history.db").string();
}

std::shared_ptr<const Snapshot> Attack::snapshot(Window window)
{
    m_engine.advanceTo(Timestamp(bucketOf(m_now)));
    return m_engine.snapshot(window);
}

const Breakdown &Attack::by(const Snapshot &snapshot, std::string_view name)
{
    for (const SignalSnapshot &signal : snapshot.metrics->signals)
        if (signal.name == name)
            return signal.by.at(0);
    throw std::out_of_range(std::string(name));
}

void Attack::expectHeld(std::uint64_t received)
{
    for (const Window window : kWindows)
        EXPECT_FALSE(report::toJson(*snapshot(window), true).empty());
    const LedgerSnapshot ledger = snapshot()->ledger;
    EXPECT_EQ(ledger.received, received);
    EXPECT_EQ(ledger.received, ledger.accepted + ledger.duplicate + ledger.malformedTotal());
    EXPECT_EQ(ledger.accepted, ledger.inWindows + ledger.tooLate);
    if (sanitized())
        return;
    const std::uint64_t peak = peakResidentBytes();
    RecordProperty("peakMebibytes", static_cast<int>(peak >> 20));
    std::cout << "peak " << (peak >> 20) << " MiB\n";
    EXPECT_LT(peak, m_configuration->limits.memoryBytes);
}

} // namespace test
