// SPDX-License-Identifier: GPL-3.0-or-later
// Run, stop, run again: what both together show must be what one run of everything would have.
#include "ingest/history/joined_window.h"

#include "ingest/engine.h"
#include "ingest/history/past_categories.h"
#include "ingest/history/stored_window.h"
#include "ingest/history_feed.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/store/history_store.h"
#include "tests/ingest/support/paying_customers.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using test::at;

class JoinedWindowTest : public testing::Test
{
protected:
    JoinedWindowTest() : m_seed(std::random_device{}()), m_random(m_seed)
    {
        std::string pattern = (fs::temp_directory_path() / "joined-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~JoinedWindowTest() override { fs::remove_all(m_folder); }

    // The events of `count` customers whose carts lie in (from, to), in order.
    std::vector<test::RawEvent> events(std::size_t count, double from, double to)
    {
        std::vector<test::RawEvent> made;
        for (const test::Customer &one : test::customers(m_random, count, from, to))
            test::addEvents(one, made);
        std::ranges::sort(made, {}, &test::RawEvent::time);
        for (test::RawEvent &event : made)
            event.arrival = event.time;
        return made;
    }
    // An engine that runs from `from` until `to`.
    std::unique_ptr<Engine> run(const std::vector<test::RawEvent> &events, double from, double to)
    {
        auto engine = std::make_unique<Engine>(m_configuration);
        engine->advanceTo(at(from));
        test::EventView view;
        for (const test::RawEvent &event : events)
            if (*event.time > at(from) && *event.time <= at(to))
                engine->accept(view.of(event));
        engine->advanceTo(at(to));
        return engine;
    }
    void write(const Engine &engine, const std::string &part)
    {
        auto opened = ingest::store::HistoryStore::open(path(), at(0));
        const auto &store = std::get<std::unique_ptr<ingest::store::HistoryStore>>(opened);
        RollupBatch batch{part, engine.now().time_since_epoch().count(), {}, {}};
        for (const auto &[length, count] :
             {std::pair(kSecondLong, 3600), std::pair(kTenSeconds, 360), std::pair(kMinuteLong, 60),
              std::pair(kHourLong, 2)})
            for (int i = 0; i < count; ++i) {
                const Second now = std::chrono::floor<Seconds>(engine.now());
                const Second last = now - (now.time_since_epoch() % length) - i * length;
                for (Rollup &row : length == kTenSeconds
                                       ? engine.rollupsOf(config::SignalKind::uniques, last, length)
                                       : engine.rollups(last, length, length > kTenSeconds))
                    if (length > kSecondLong || row.n > 0)
                        batch.rollups.push_back(std::move(row));
            }
        EXPECT_EQ(store->write(batch), "");
    }
    std::shared_ptr<const history::PastWindow> past(Window window, const std::string &own,
                                                    Second asOf)
    {
        auto reader = ingest::store::HistoryReader::open(path());
        ingest::store::RowsWanted wanted = history::rowsFor(*m_configuration, window, asOf);
        if (window == Window::oneHour)
            wanted.resolution = Seconds{10};
        wanted.withoutPart = own;
        return history::readWindow(*reader, wanted, window, true);
    }
    Snapshot joined(Engine &engine, Window window, const std::string &own)
    {
        Snapshot snapshot = *engine.snapshot(window);
        history::JoinedWindow join(past(window, own, snapshot.asOf));
        join.complete(snapshot,
                      {[&](Second from, Seconds length) { return engine.rollups(from, length); },
                       [&](Second from, Seconds length) {
                           return engine.rollupsOf(config::SignalKind::funnel, from, length);
                       }});
        return snapshot;
    }
    [[nodiscard]] std::string path() const { return (m_folder / "history.db").string(); }

    template <class Value>
    static const Value &valueOf(const Snapshot &snapshot, std::size_t signal)
    {
        return std::get<Value>(snapshot.metrics->signals[signal].value);
    }
    // Everything that adds up, to the last event; uniques within their error.
    static void expectEqual(const Snapshot &joined, const Snapshot &whole)
    {
        const auto &rate = valueOf<RateSnapshot>(joined, 0);
        EXPECT_EQ(rate.count, valueOf<RateSnapshot>(whole, 0).count);
        EXPECT_EQ(rate.series.points, valueOf<RateSnapshot>(whole, 0).series.points);
        EXPECT_EQ(rate.series.start, valueOf<RateSnapshot>(whole, 0).series.start);
        const auto &ratio = valueOf<RatioSnapshot>(joined, 1);
        const auto &wholeRatio = valueOf<RatioSnapshot>(whole, 1);
        EXPECT_EQ(ratio.value.good, wholeRatio.value.good);
        EXPECT_EQ(ratio.value.bad, wholeRatio.value.bad);
        EXPECT_EQ(ratio.value.wilson95.lower, wholeRatio.value.wilson95.lower);
        for (std::size_t i = 0; i < wholeRatio.series.points.size(); ++i) {
            EXPECT_EQ(ratio.series.points[i].good, wholeRatio.series.points[i].good) << i;
            EXPECT_EQ(ratio.series.points[i].bad, wholeRatio.series.points[i].bad) << i;
        }
        const auto &sum = valueOf<SumSnapshot>(joined, 2);
        const auto &wholeSum = valueOf<SumSnapshot>(whole, 2);
        ASSERT_EQ(sum.sums.size(), wholeSum.sums.size());
        for (std::size_t i = 0; i < sum.sums.size(); ++i)
            EXPECT_EQ(sum.sums[i].minor, wholeSum.sums[i].minor);
        EXPECT_EQ(sum.series.points, wholeSum.series.points);
        const auto &latency = valueOf<LatencySnapshot>(joined, 3);
        const auto &wholeLatency = valueOf<LatencySnapshot>(whole, 3);
        EXPECT_EQ(latency.count, wholeLatency.count);
        EXPECT_EQ(latency.value.p50, wholeLatency.value.p50);
        EXPECT_EQ(latency.value.p95, wholeLatency.value.p95);
        for (std::size_t i = 0; i < wholeLatency.series.points.size(); ++i) {
            // Of few values the exact greatest decides, which rows do not tell: 0.55 %.
            const double p75 = wholeLatency.series.points[i].p75.value_or(0);
            EXPECT_NEAR(latency.series.points[i].p75.value_or(0), p75, 0.0056 * p75) << i;
            EXPECT_EQ(latency.counts.points[i], wholeLatency.counts.points[i]) << i;
        }
        const auto exact = static_cast<double>(valueOf<UniquesSnapshot>(whole, 4).count);
        EXPECT_NEAR(static_cast<double>(valueOf<UniquesSnapshot>(joined, 4).count), exact,
                    2 + 0.07 * exact);
        const auto &funnel = valueOf<FunnelSnapshot>(joined, 5);
        const auto &wholeFunnel = valueOf<FunnelSnapshot>(whole, 5);
        for (std::size_t i = 0; i < wholeFunnel.steps.size(); ++i)
            EXPECT_EQ(funnel.steps[i].journeys, wholeFunnel.steps[i].journeys) << i;
        for (std::size_t i = 0; i < wholeFunnel.series.points.size(); ++i) {
            EXPECT_EQ(funnel.series.points[i].entered, wholeFunnel.series.points[i].entered) << i;
            EXPECT_EQ(funnel.series.points[i].converted, wholeFunnel.series.points[i].converted);
        }
        expectEqualFailures(*joined.metrics, *whole.metrics);
    }
    static void expectEqualFailures(const Metrics &joined, const Metrics &whole)
    {
        EXPECT_EQ(joined.failuresCount, whole.failuresCount);
        EXPECT_EQ(joined.failures.points, whole.failures.points);
        ASSERT_EQ(joined.categories.size(), whole.categories.size());
        for (std::size_t i = 0; i < whole.categories.size(); ++i) {
            EXPECT_EQ(joined.categories[i].category, whole.categories[i].category);
            EXPECT_EQ(joined.categories[i].count, whole.categories[i].count);
            EXPECT_EQ(joined.categories[i].series.points, whole.categories[i].series.points);
        }
    }

    unsigned m_seed;
    std::mt19937 m_random;
    std::shared_ptr<const config::Configuration> m_configuration =
        std::make_shared<config::Configuration>(test::everyKind());
    fs::path m_folder;
};

// Two runs of half an hour with 83 seconds between them, the second told at odd instants.
TEST_F(JoinedWindowTest, IsWhatOneRunOfEverythingShows)
{
    SCOPED_TRACE(m_seed);
    // No journey crosses the stop: those in flight then are not followed further.
    std::vector<test::RawEvent> all = events(2000, 1, 1700);
    const std::vector<test::RawEvent> later = events(2000, 1884, 3000);
    all.insert(all.end(), later.begin(), later.end());
    const auto first = run(all, 0, 1801);
    write(*first, "first");
    for (const double now : {1890.0, 2345.0, 3111.0}) {
        SCOPED_TRACE(now);
        const auto second = run(all, 1884, now);
        write(*second, "second"); // its own rows are not added to it
        const auto whole = run(all, 0, now);
        for (const Window window : {Window::oneHour, Window::oneDay})
            expectEqual(joined(*second, window, "second"), *whole->snapshot(window));
    }
}

TEST_F(JoinedWindowTest, WhoseJourneysMetWhatAnEarlierRunCountedIsNotKnown)
{
    SCOPED_TRACE(m_seed);
    const std::vector<test::RawEvent> all = events(2000, 1, 3000);
    write(*run(all, 0, 1500), "first");
    const auto second = run(all, 1500, 3100);
    for (const CategorySnapshot &own : second->snapshot(Window::oneHour)->metrics->categories)
        EXPECT_GT(own.journeys, 0U);
    const Snapshot snapshot = joined(*second, Window::oneHour, "second");
    ASSERT_FALSE(snapshot.metrics->categories.empty());
    for (const CategorySnapshot &category : snapshot.metrics->categories) {
        EXPECT_EQ(category.journeys, 0U) << category.category;
        EXPECT_FALSE(category.journeysExact);
        EXPECT_TRUE(category.cost.bounded);
    }
}

TEST(PastCategoriesTest, ThoseThisRunHasMetAreRecognised)
{
    std::vector<CategorySnapshot> days(2);
    days[0].ordinal = kUnmetCategories;
    days[0].category = "declined";
    days[0].count = 900;
    days[1].ordinal = kUnmetCategories + 1;
    days[1].category = "timeout";
    days[0].journeysExact = days[1].journeysExact = false;
    CategorySnapshot met;
    met.ordinal = 3;
    met.category = "declined";
    met.type = "payment.failed";
    met.count = 7;
    met.journeys = 6;
    met.acknowledgedBy = "Ann";
    history::recognise(days, {met});
    EXPECT_EQ(days[0].ordinal, 3U) << "its letter and colour";
    EXPECT_EQ(days[0].type, "payment.failed");
    EXPECT_EQ(days[0].acknowledgedBy, "Ann");
    EXPECT_EQ(days[0].count, 900U);
    EXPECT_EQ(days[0].journeys, 0U);
    EXPECT_FALSE(days[0].journeysExact);
    EXPECT_EQ(days[1].ordinal, kUnmetCategories + 1);
}

TEST_F(JoinedWindowTest, SaysWhatWasNotObserved)
{
    SCOPED_TRACE(m_seed);
    const std::vector<test::RawEvent> all = events(500, 1, 1700);
    const auto first = run(all, 30, 1801);
    write(*first, "first");
    const auto second = run(all, 2401, 3000);
    for (const Window window : {Window::oneHour, Window::oneDay}) {
        const Snapshot snapshot = joined(*second, window, "second");
        EXPECT_EQ(snapshot.observed.count(), 1801 - 30 + 3000 - 2401);
        EXPECT_EQ(snapshot.observedFrom, std::chrono::floor<Seconds>(at(30)));
        ASSERT_EQ(snapshot.unobserved.size(), 1U);
        EXPECT_EQ(snapshot.unobserved[0].from, std::chrono::floor<Seconds>(at(1801)));
        EXPECT_EQ(snapshot.unobserved[0].to, std::chrono::floor<Seconds>(at(2401)));
        // Rates divide by what was observed.
        const auto &rate = valueOf<RateSnapshot>(snapshot, 0);
        EXPECT_DOUBLE_EQ(rate.perSecond, double(rate.count) / snapshot.observed.count());
    }
}

TEST_F(JoinedWindowTest, LetsGoOfThePastWithTheWindow)
{
    SCOPED_TRACE(m_seed);
    std::vector<test::RawEvent> all = events(1000, 1, 1700);
    const std::vector<test::RawEvent> later = events(1000, 1884, 5000);
    all.insert(all.end(), later.begin(), later.end());
    const auto first = run(all, 0, 1801);
    write(*first, "first");
    for (const double now : {4000.0, 5110.0, 5600.0}) { // all of the first run is gone in the end
        SCOPED_TRACE(now);
        const auto second = run(all, 1884, now);
        const auto whole = run(all, 0, now);
        const Snapshot snapshot = joined(*second, Window::oneHour, "second");
        expectEqual(snapshot, *whole->snapshot(Window::oneHour));
    }
}

// Three runs in a file, one of them this one's: days are made of rows alone.
TEST_F(JoinedWindowTest, AWindowOfDaysIsTheSumOfItsRows)
{
    SCOPED_TRACE(m_seed);
    const std::vector<test::RawEvent> all = events(3000, 1, 7000);
    write(*run(all, 0, 2500), "a");
    write(*run(all, 2500, 5000), "b");
    write(*run(all, 5000, 7200), "c");
    Snapshot days;
    days.configuration = m_configuration;
    days.window = Window::sevenDays;
    days.asOf = std::chrono::floor<Seconds>(at(7200));
    history::fillFrom(*past(Window::sevenDays, "", days.asOf), nullptr, Seconds{0}, days);
    const auto whole = run(all, 0, 7200)->snapshot(Window::oneDay);
    EXPECT_EQ(valueOf<RateSnapshot>(days, 0).count, valueOf<RateSnapshot>(*whole, 0).count);
    EXPECT_EQ(valueOf<RatioSnapshot>(days, 1).value.bad,
              valueOf<RatioSnapshot>(*whole, 1).value.bad);
    EXPECT_EQ(valueOf<LatencySnapshot>(days, 3).value.p95,
              valueOf<LatencySnapshot>(*whole, 3).value.p95);
    EXPECT_EQ(days.metrics->failuresCount, whole->metrics->failuresCount);
    EXPECT_EQ(days.observed.count(), 7200);
    std::uint64_t points = 0;
    for (const std::uint64_t point : valueOf<RateSnapshot>(days, 0).series.points)
        points += point;
    EXPECT_EQ(points, valueOf<RateSnapshot>(*whole, 0).count);
    EXPECT_EQ(valueOf<RateSnapshot>(days, 0).series.points.size(), 168U);
}

} // namespace
