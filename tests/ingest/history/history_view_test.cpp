// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/history_view.h"

#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "ingest/store/history_store.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using namespace std::chrono_literals;

constexpr Second kViewStart{Seconds{1'800'000'000}};

class HistoryViewTest : public testing::Test
{
protected:
    HistoryViewTest()
    {
        std::string pattern = (fs::temp_directory_path() / "view-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~HistoryViewTest() override { fs::remove_all(m_folder); }

    [[nodiscard]] std::string path() const { return (m_folder / "history.db").string(); }

    // What another run has seen, ten seconds long, five minutes before the start.
    void writePast()
    {
        const auto opened = ingest::store::HistoryStore::open(path(), kViewStart);
        const auto &store = std::get<std::unique_ptr<ingest::store::HistoryStore>>(opened);
        RollupBatch batch{"before", kViewStart.time_since_epoch().count(), {}, {}};
        for (const auto &[signal, n] :
             {std::pair("orders", 5U), std::pair("bellwether.observed", 10U)}) {
            Rollup &row = batch.rollups.emplace_back();
            row.signal = signal;
            row.from = kViewStart - 300s;
            row.resolution = 10s;
            row.n = n;
        }
        ASSERT_EQ(store->write(batch), "");
    }

    // The orders of the last hour as they are shown, once a few seconds went by at most.
    bool eventuallyShows(std::uint64_t orders)
    {
        const auto deadline = std::chrono::steady_clock::now() + 20s;
        for (int i = 0; std::chrono::steady_clock::now() < deadline; ++i) {
            m_engine.advanceTo(kViewStart + 1s * std::min(i / 20, 600));
            Snapshot snapshot = *m_engine.snapshot(Window::oneHour);
            (void)m_view->complete(snapshot, m_engine, Window::oneHour, {});
            if (std::get<RateSnapshot>(snapshot.metrics->signals[0].value).count == orders)
                return true;
            std::this_thread::yield();
        }
        return false;
    }

    fs::path m_folder;
    SelfConfiguringEngine m_engine{withOrders()};
    std::unique_ptr<ingest::history::HistoryView> m_view;

private:
    static config::Configuration withOrders()
    {
        config::SignalConfiguration orders;
        orders.name = "orders";
        orders.kind = config::SignalKind::rate;
        config::Configuration configuration;
        configuration.signals = {orders};
        return configuration;
    }
};

TEST_F(HistoryViewTest, JoinsWhatAnEarlierRunHasSeen)
{
    writePast();
    m_view = std::make_unique<ingest::history::HistoryView>(path());
    m_view->restart("now");
    EXPECT_TRUE(eventuallyShows(5));
}

// After a crash the file may be in repair while the first question is asked.
TEST_F(HistoryViewTest, AsksAgainForWhatCouldNotBeReadAtFirst)
{
    m_view = std::make_unique<ingest::history::HistoryView>(path());
    m_view->restart("now");
    EXPECT_TRUE(eventuallyShows(0));
    writePast();
    EXPECT_TRUE(eventuallyShows(5));
}

} // namespace
