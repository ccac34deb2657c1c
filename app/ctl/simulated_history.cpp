// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulated_history.h"

#include "ingest/config/configuration_file.h"
#include "ingest/history_feed.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/store/history_store.h"
#include "ingest/wire/frame.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <variant>

namespace app {

namespace {

using namespace std::chrono_literals;

// Every minute is written twice: when it is over, and when its journeys have had half an hour.
constexpr auto kWriteEvery = 30min;
constexpr auto kFineFor = 2h; // rows of ten seconds: nobody looks at older ones

class IntoEngine final : public shop::Outlet
{
public:
    IntoEngine(ingest::SelfConfiguringEngine &engine, const ingest::Timestamp &now)
        : m_engine(engine), m_now(now)
    {
    }
    void send(std::string_view topic, std::string_view payload) override
    {
        ingest::wire::Frame frame;
        frame.topic = topic;
        frame.payload = payload;
        frame.parts = 2;
        frame.arrival = m_now;
        m_engine.ingest(frame);
    }

private:
    ingest::SelfConfiguringEngine &m_engine;
    const ingest::Timestamp &m_now;
};

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
    ingest::SelfConfiguringEngine engine(std::get<ingest::config::Configuration>(loaded));
    ingest::Timestamp now = options.start;
    engine.advanceTo(now);
    shop::Shop shop(options,
                    [&](shop::Service) { return std::make_unique<IntoEngine>(engine, now); });
    const std::string part = std::to_string(options.start.time_since_epoch().count());
    for (ingest::Timestamp written = now; now < end;) {
        now = std::min<ingest::Timestamp>(now + 1s, end);
        engine.advanceTo(now);
        shop.advanceTo(now);
        if (now - written < kWriteEvery && now < end)
            continue;
        written = now;
        const std::string problem =
            store->write(ingest::HistoryFeed::lastHour(engine, part, end - now < kFineFor));
        if (!problem.empty()) {
            std::cerr << problem << "\n";
            return false;
        }
    }
    std::cerr << "shop: " << shop.published() << " events simulated into " << storeFile << "\n";
    return true;
}

} // namespace app
