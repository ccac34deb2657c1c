// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_store.h"

#include "ingest/store/note_rows.h"
#include "ingest/store/statement.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using ingest::store::HistoryStore;
using ingest::store::StoreProblem;

constexpr Timestamp kNow{std::chrono::seconds{1'800'000'000}};

class HistoryStoreTest : public testing::Test
{
protected:
    std::unique_ptr<HistoryStore> open()
    {
        auto opened = HistoryStore::open(m_path, kNow);
        if (const auto *problem = std::get_if<StoreProblem>(&opened)) {
            ADD_FAILURE() << problem->text;
            return nullptr;
        }
        return std::get<std::unique_ptr<HistoryStore>>(std::move(opened));
    }
    std::string refusal()
    {
        auto opened = HistoryStore::open(m_path, kNow);
        const auto *problem = std::get_if<StoreProblem>(&opened);
        return problem == nullptr ? "" : problem->text;
    }
    std::string ask(const char *sql)
    {
        sqlite3 *connection = nullptr;
        sqlite3_open(m_path.c_str(), &connection);
        std::string answer;
        {
            store::Statement statement(connection, sql);
            answer = statement.step() == SQLITE_ROW ? statement.text(0) : "none";
        }
        sqlite3_close(connection);
        return answer;
    }
    static RollupBatch batch(std::uint64_t n, std::int64_t revision, std::string part = "a")
    {
        Rollup rollup;
        rollup.signal = "orders";
        rollup.from = std::chrono::floor<Seconds>(kNow);
        rollup.n = n;
        return {std::move(part), revision, {rollup}, {}};
    }

    test::TemporaryFolder m_folder;
    fs::path m_path = m_folder.path() / "sub" / "history.db";
};

TEST_F(HistoryStoreTest, ReplacesByHigherRevisionAndNeverIncrements)
{
    const auto store = open();
    EXPECT_EQ(store->write(batch(3, 1)), "");
    EXPECT_EQ(store->write(batch(5, 2)), "");
    EXPECT_EQ(store->write(batch(5, 2)), "");
    EXPECT_EQ(store->write(batch(4, 1)), "");
    EXPECT_EQ(ask("SELECT sum(n) FROM rollup"), "5");
}

TEST_F(HistoryStoreTest, RowsOfTwoRunsAddUp)
{
    EXPECT_EQ(open()->write(batch(3, 9)), "");
    EXPECT_EQ(open()->write(batch(4, 1, "b")), "");
    EXPECT_EQ(ask("SELECT sum(n) FROM rollup"), "7");
}

TEST_F(HistoryStoreTest, SetsADamagedFileAsideAndSaysItsName)
{
    fs::create_directories(m_path.parent_path());
    std::ofstream(m_path) << std::string(5000, 'x');
    const auto store = open();
    const std::string aside = m_path.string() + ".damaged-1800000000";
    EXPECT_NE(store->notice().find(aside), std::string::npos);
    EXPECT_EQ(fs::file_size(aside), 5000U);
    EXPECT_EQ(store->write(batch(1, 1)), "");
}

TEST_F(HistoryStoreTest, LeavesAFileOfANewerVersionAlone)
{
    open().reset();
    ask("PRAGMA user_version = 99");
    EXPECT_NE(refusal().find("newer"), std::string::npos);
    EXPECT_EQ(ask("PRAGMA user_version"), "99");
}

TEST_F(HistoryStoreTest, ASecondOnTheSameFileIsRefused)
{
    const auto first = open();
    EXPECT_NE(refusal().find("another Bellwether"), std::string::npos);
}

// As a reader does that opens a new file, or somebody who looks into it with sqlite3.
TEST_F(HistoryStoreTest, WaitsForWhoHoldsTheFileForAnInstant)
{
    const auto store = open();
    ASSERT_NE(store, nullptr);
    sqlite3 *other = nullptr;
    ASSERT_EQ(sqlite3_open(m_path.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    std::thread letsGo([other] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    });
    EXPECT_EQ(store->write(batch(1, 1)), "");
    letsGo.join();
    sqlite3_close(other);
}

TEST_F(HistoryStoreTest, ForgetsMinutesOlderThanTheirAgeOnly)
{
    const auto store = open();
    EXPECT_EQ(store->write(batch(1, 1)), "");
    const config::HistoryConfiguration keep;
    EXPECT_EQ(store->prune(keep, kNow + keep.minutes.whole), "");
    EXPECT_EQ(ask("SELECT count(*) FROM rollup"), "1");
    EXPECT_EQ(store->prune(keep, kNow + keep.minutes.whole + Seconds{1}), "");
    EXPECT_EQ(ask("SELECT count(*) FROM rollup"), "0");
}

TEST_F(HistoryStoreTest, ReplacesNotesByHigherRevisionOfTheirRun)
{
    const auto store = open();
    const auto noted = [](std::int64_t revision, const char *by, const char *part) {
        RollupBatch batch{part, revision, {}, {}};
        batch.notes = {{std::string(kAcknowledged), "declined", 0, {}, {}, 0, by}};
        return batch;
    };
    EXPECT_EQ(store->write(noted(2, "Ann", "a")), "");
    EXPECT_EQ(store->write(noted(3, "Bob", "a")), "");
    EXPECT_EQ(store->write(noted(1, "Cy", "a")), "");
    EXPECT_EQ(store->write(noted(1, "Dee", "b")), "");
    EXPECT_EQ(ask("SELECT group_concat(text) FROM note"), "Bob,Dee");
    const config::HistoryConfiguration keep;
    EXPECT_EQ(store->prune(keep, Timestamp{Seconds{2}} + keep.hours.whole), "");
    EXPECT_EQ(ask("SELECT group_concat(text) FROM note"), "Bob");
}

TEST_F(HistoryStoreTest, KeepsTheNewestMarkersWhateverComes)
{
    const auto store = open();
    const auto now = std::chrono::floor<Seconds>(kNow).time_since_epoch().count();
    RollupBatch batch{"a", now, {}, {}};
    for (std::int64_t i = 1; i <= store::kMostMarkersKept + 7; ++i)
        batch.notes.push_back({std::string(kMarkerNotes) + "deploy",
                               "web 1",
                               static_cast<std::uint64_t>(i),
                               Second{Seconds{i}},
                               {},
                               0,
                               {}});
    batch.notes.push_back({std::string(kAcknowledged), "declined", 0, {}, {}, 0, "Ann"});
    EXPECT_EQ(store->write(batch), "");
    EXPECT_EQ(store->prune({}, kNow), "");
    EXPECT_EQ(ask("SELECT count(*) FROM note WHERE kind = 'marker.deploy'"),
              std::to_string(store::kMostMarkersKept));
    EXPECT_EQ(ask("SELECT min(since) FROM note WHERE kind = 'marker.deploy'"), "8");
    EXPECT_EQ(ask("SELECT text FROM note WHERE kind = 'acknowledged'"), "Ann");
}

TEST_F(HistoryStoreTest, ForgetsSecondsAfterSixHoursAndLeavesTheMinutes)
{
    const auto store = open();
    RollupBatch both = batch(1, 1);
    for (const Seconds finer : {kSecondLong, kTenSeconds}) {
        both.rollups.push_back(both.rollups.front());
        both.rollups.back().resolution = finer;
    }
    EXPECT_EQ(store->write(both), "");
    const config::HistoryConfiguration keep;
    EXPECT_EQ(store->prune(keep, kNow + std::chrono::hours{6}), "");
    EXPECT_EQ(ask("SELECT count(*) FROM rollup"), "3");
    EXPECT_EQ(store->prune(keep, kNow + std::chrono::hours{6} + Seconds{1}), "");
    EXPECT_EQ(ask("SELECT group_concat(res_s) FROM rollup"), "60");
    EXPECT_EQ(ask("SELECT group_concat(bytes) FROM kept WHERE res_s < 60"), "0,0");
}

TEST_F(HistoryStoreTest, TakesUpAFileOfTheVersionBefore)
{
    {
        const auto store = open();
        RollupBatch both = batch(1, 1);
        both.rollups.push_back(both.rollups.front());
        both.rollups.back().resolution = kTenSeconds; // seconds tell these now
        EXPECT_EQ(store->write(both), "");
    }
    ask("PRAGMA user_version = 1");
    open().reset();
    EXPECT_EQ(ask("PRAGMA user_version"), "2");
    EXPECT_EQ(ask("SELECT group_concat(res_s) FROM rollup"), "60");
}

TEST_F(HistoryStoreTest, ForgetsBreakdownsBeforeWhatTheyArePartOf)
{
    const auto store = open();
    RollupBatch both = batch(3, 1);
    both.rollups.push_back(both.rollups.front());
    both.rollups.back().attrs = attrsOf("country", "DE");
    EXPECT_EQ(store->write(both), "");
    const config::HistoryConfiguration keep;
    EXPECT_EQ(store->prune(keep, kNow + keep.minutes.byValue), "");
    EXPECT_EQ(ask("SELECT count(*) FROM rollup"), "2");
    EXPECT_EQ(store->prune(keep, kNow + keep.minutes.byValue + Seconds{1}), "");
    EXPECT_EQ(ask("SELECT group_concat(attrs) FROM rollup"), "");
}

TEST_F(HistoryStoreTest, ForgetsTheOldestOfWhatTakesTooMuch)
{
    const auto store = open();
    config::HistoryConfiguration keep;
    keep.minutes.bytes = 1000;
    for (int minute = 0; minute < 30; ++minute) {
        RollupBatch one = batch(1, 1);
        one.rollups[0].from -= minute * Seconds{60};
        one.rollups[0].histogram = {{7, 1}};
        EXPECT_EQ(store->write(one), "");
    }
    const std::string counted = "SELECT sum(80 + length(signal) + length(slot) + length(attrs) + "
                                "length(part) + length(histogram)) FROM rollup";
    EXPECT_EQ(ask("SELECT bytes FROM kept WHERE res_s = 60"), ask(counted.c_str()));
    EXPECT_EQ(store->prune(keep, kNow + Seconds{60}), "");
    // All but the running minute and the one before were older than what is too much: as many go as
    // one call takes.
    EXPECT_EQ(ask("SELECT count(*) FROM rollup"), "2");
    EXPECT_EQ(ask("SELECT bytes FROM kept WHERE res_s = 60"), ask(counted.c_str()));
}

TEST_F(HistoryStoreTest, DropsTheRowsThatALaterWholeSpanNoLongerHas)
{
    const auto store = open();
    RollupBatch first = batch(3, 1);
    first.rollups.push_back(first.rollups.front());
    first.rollups.back().attrs = attrsOf("country", "DE");
    EXPECT_EQ(store->write(first), "");
    EXPECT_EQ(store->write(batch(1, 1, "another")), "");
    RollupBatch second = batch(4, 2);
    second.whole = {{second.rollups[0].from, second.rollups[0].resolution}};
    EXPECT_EQ(store->write(second), "");
    EXPECT_EQ(ask("SELECT group_concat(part || n || attrs) FROM rollup"), "a4,another1");
}

// The child tells every batch it was told is written; what it told must be there after kill -9.
TEST_F(HistoryStoreTest, HoldsWhatWasAcknowledgedAfterKillAtRandomPoints)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int run = 0; run < 40; ++run) {
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto opened = HistoryStore::open(m_path, kNow);
            auto *store = std::get_if<std::unique_ptr<HistoryStore>>(&opened);
            for (std::int64_t i = 1; store != nullptr; ++i) {
                if (!(*store)
                         ->write(batch(static_cast<std::uint64_t>(i), i, std::to_string(run)))
                         .empty() ||
                    ::write(pipe[1], &i, sizeof i) != sizeof i)
                    break;
            }
            ::_exit(1);
        }
        ::close(pipe[1]);
        std::int64_t last = 0;
        for (auto left = random() % 30 + 1; left > 0; --left)
            ASSERT_EQ(::read(pipe[0], &last, sizeof last), ssize_t{sizeof last});
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        for (std::int64_t told = 0; ::read(pipe[0], &told, sizeof told) > 0;)
            last = told;
        ::close(pipe[0]);
        ASSERT_EQ(ask("PRAGMA integrity_check"), "ok");
        const std::string kept =
            ask(("SELECT n FROM rollup WHERE part='" + std::to_string(run) + "'").c_str());
        ASSERT_GE(std::stoll(kept), last);
    }
}

} // namespace
