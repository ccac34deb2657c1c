// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulated_history.h"

#include "app/ctl/configuration_argument.h"
#include "app/ctl/shop/traffic_queue.h"

#include "ingest/config/configuration_file.h"
#include "ingest/history_feed.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/store/history_store.h"
#include "ingest/wire/frame.h"

#include <algorithm>
#include <future>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

using namespace std::chrono_literals;

// Every minute is written twice: when it is over, and when its journeys have had half an hour.
constexpr auto kWriteEvery = 30min;
constexpr auto kFineFor = 30min; // rows of a second: nobody looks at those of more than an hour ago

// The shop's day, made on a thread of its own. Ends with it, and with this.
class ShopThread
{
public:
    ShopThread(const shop::ShopOptions &options, ingest::Timestamp end)
        : m_thread([this, options, end] { make(options, end); })
    {
    }
    ~ShopThread()
    {
        m_queue.stop();
        m_thread.join();
    }
    ShopThread(const ShopThread &) = delete;
    ShopThread &operator=(const ShopThread &) = delete;

    // What was sent in the next second; empty at the end.
    std::optional<shop::Traffic> next() { return m_queue.take(); }

private:
    void make(const shop::ShopOptions &options, ingest::Timestamp end)
    {
        shop::Traffic traffic;
        traffic.until = options.start;
        shop::Shop shop(options, [&traffic](shop::Service) {
            return std::make_unique<shop::IntoTraffic>(traffic);
        });
        bool wanted = true;
        while (wanted && traffic.until < end) {
            const auto until = std::min<ingest::Timestamp>(traffic.until + 1s, end);
            shop.advanceTo(until);
            wanted = m_queue.put(
                {until, std::exchange(traffic.bytes, {}), std::exchange(traffic.sizes, {})});
            traffic.until = until;
        }
        m_queue.end();
    }

    shop::TrafficQueue m_queue;
    std::thread m_thread;
};

// Writes hours at a time, beside the counting: the pages a batch changes are mostly those the one
// before has changed.
class PatientWriter
{
public:
    explicit PatientWriter(ingest::store::HistoryStore &store) : m_store(store) {}

    // False where an earlier one could not be written.
    bool add(ingest::RollupBatch batch)
    {
        m_batches.push_back(std::move(batch));
        if (m_batches.size() == kTogether)
            begin();
        return m_problem.empty();
    }
    // Waits until everything is written; empty, or what went wrong.
    std::string finish()
    {
        begin();
        wait();
        return m_problem;
    }

private:
    static constexpr std::size_t kTogether = 12;

    void wait()
    {
        if (!m_writing.valid())
            return;
        if (std::string problem = m_writing.get(); m_problem.empty())
            m_problem = std::move(problem);
    }
    void begin()
    {
        wait();
        if (!m_problem.empty())
            return;
        m_writing = std::async(std::launch::async, [this, batches = std::exchange(m_batches, {})] {
            return m_store.write(batches);
        });
    }

    ingest::store::HistoryStore &m_store;
    std::vector<ingest::RollupBatch> m_batches;
    std::string m_problem;
    std::future<std::string> m_writing; // the last: it is waited for first
};

void take(const shop::Traffic &traffic, ingest::SelfConfiguringEngine &engine)
{
    engine.advanceTo(traffic.until);
    std::string_view rest = traffic.bytes;
    for (const auto &[topic, payload] : traffic.sizes) {
        ingest::wire::Frame frame;
        frame.topic = rest.substr(0, topic);
        frame.payload = rest.substr(topic, payload);
        rest.remove_prefix(topic + payload);
        frame.readableBehind = rest.size();
        frame.parts = 2;
        frame.arrival = traffic.until;
        engine.ingest(frame);
    }
}

} // namespace

bool simulateHistory(const shop::ShopOptions &options, ingest::Timestamp end,
                     const std::string &configFile, const std::string &storeFile)
{
    const auto loaded = ingest::config::loadConfiguration(configFile);
    if (const auto *problems = std::get_if<std::vector<ingest::config::Problem>>(&loaded)) {
        std::cerr << problems->front().text() << "\n";
        return false;
    }
    auto opened = ingest::store::HistoryStore::open(storeFile, end);
    if (const auto *problem = std::get_if<ingest::store::StoreProblem>(&opened)) {
        std::cerr << problem->text << "\n";
        return false;
    }
    const auto &store = std::get<std::unique_ptr<ingest::store::HistoryStore>>(opened);
    ingest::SelfConfiguringEngine engine(
        withoutKeeping(std::get<ingest::config::Configuration>(loaded)));
    engine.advanceTo(options.start);
    ShopThread shop(options, end);
    PatientWriter writer(*store);
    const std::string part = std::to_string(options.start.time_since_epoch().count());
    std::uint64_t published = 0;
    ingest::Timestamp written = options.start;
    while (const auto traffic = shop.next()) {
        take(*traffic, engine);
        published += traffic->sizes.size();
        const ingest::Timestamp now = traffic->until;
        if (now - written < kWriteEvery && now < end)
            continue;
        written = now;
        if (!writer.add(ingest::HistoryFeed::lastHour(engine, part, end - now < kFineFor)))
            break;
    }
    if (const std::string problem = writer.finish(); !problem.empty()) {
        std::cerr << problem << "\n";
        return false;
    }
    std::cerr << "shop: " << published << " messages simulated into " << storeFile << "\n";
    return true;
}

} // namespace app
