// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/history_reader.h"

#include "ingest/store/history_store.h"
#include "ingest/store/history_writer.h"
#include "ingest/store/statement.h"
#include "tests/ingest/support/eventually.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using ingest::store::HistoryReader;
using ingest::store::HistoryStore;

constexpr Second kFrom{std::chrono::seconds{1'800'000'000}};

class HistoryReaderTest : public testing::Test
{
protected:
    std::unique_ptr<HistoryStore> open()
    {
        return std::get<std::unique_ptr<HistoryStore>>(HistoryStore::open(m_path, kFrom));
    }
    static Rollup row(const std::string &slot, Second from, std::uint64_t n)
    {
        Rollup made;
        made.signal = "a";
        made.slot = slot;
        made.from = from;
        made.n = n;
        return made;
    }
    std::uint64_t sum(const ingest::store::RowsWanted &wanted)
    {
        std::uint64_t n = 0;
        const auto rows = HistoryReader::open(m_path)->rows(wanted);
        for (const Rollup &one : rows.value())
            n += one.n;
        return n;
    }
    static ingest::store::RowsWanted all()
    {
        ingest::store::RowsWanted wanted;
        wanted.signals = {"a"};
        wanted.from = kFrom;
        wanted.to = kFrom + Seconds{3600};
        return wanted;
    }

    test::TemporaryFolder m_folder;
    std::string m_path = (m_folder.path() / "history.db").string();
};

TEST_F(HistoryReaderTest, ReadsEverySlotAndPartWhileAnotherWrites)
{
    const auto store = open();
    EXPECT_EQ(store->write({"x", 1, {row("", kFrom, 1), row("EUR", kFrom, 2)}, {}}), "");
    EXPECT_EQ(store->write({"y", 1, {row("USD", kFrom + Seconds{60}, 4)}, {}}), "");
    EXPECT_EQ(sum(all()), 7U);
    auto wanted = all();
    wanted.withoutPart = "x";
    EXPECT_EQ(sum(wanted), 4U);
    wanted.withoutFrom = kFrom + Seconds{60}; // of that part only what begins then
    EXPECT_EQ(sum(wanted), 7U);
    wanted = all();
    wanted.to = kFrom + Seconds{60};
    EXPECT_EQ(sum(wanted), 3U);
    wanted.resolution = Seconds{3600};
    EXPECT_EQ(sum(wanted), 0U);
}

TEST_F(HistoryReaderTest, ReadsNothingOfWhatIsNoHistoryOfItsVersion)
{
    EXPECT_EQ(HistoryReader::open(m_path), nullptr);
    EXPECT_FALSE(fs::exists(m_path)); // and makes none
    std::ofstream(m_path) << std::string(5000, 'x');
    EXPECT_EQ(HistoryReader::open(m_path), nullptr);
    fs::remove(m_path);
    open().reset();
    EXPECT_NE(HistoryReader::open(m_path), nullptr);
    sqlite3 *connection = nullptr;
    sqlite3_open(m_path.c_str(), &connection);
    EXPECT_EQ(ingest::store::Statement(connection, "PRAGMA user_version = 99").step(), SQLITE_DONE);
    sqlite3_close(connection);
    EXPECT_EQ(HistoryReader::open(m_path), nullptr);
}

TEST_F(HistoryReaderTest, ASecondBellwetherOnlyReadsAndSaysSo)
{
    const auto first = open();
    EXPECT_EQ(first->write({"x", 1, {row("", kFrom, 5)}, {}}), "");
    ingest::store::HistoryWriter second(m_path, {});
    second.offer({"y", 1, {row("", kFrom, 7)}, {}});
    EXPECT_TRUE(support::eventually([&] { return second.readOnly(); }));
    EXPECT_NE(second.warnings().at(0).find("only read"), std::string::npos);
    EXPECT_EQ(sum(all()), 5U);
}

TEST_F(HistoryReaderTest, AddsSecondsUpToTheTenSecondsTheyAreIn)
{
    const auto store = open();
    RollupBatch batch{"p", 1, {}, {}};
    for (int second = 0; second < 20; ++second)
        for (const char *attrs : {"", "{\"category\":\"declined\"}"}) {
            Rollup made = row("", kFrom + Seconds{second}, 1);
            made.resolution = kSecondLong;
            made.attrs = attrs;
            made.histogram = {{7, 2}};
            batch.rollups.push_back(made);
        }
    Rollup ten = row("", kFrom, 100); // of a signal that has no seconds
    ten.resolution = kTenSeconds;
    batch.rollups.push_back(ten);
    EXPECT_EQ(store->write(batch), "");
    ingest::store::RowsWanted wanted = all();
    wanted.resolution = kTenSeconds;
    wanted.byValue = true;
    const auto rows = HistoryReader::open(m_path)->rows(wanted);
    ASSERT_EQ(rows->size(), 5U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(rows->at(i).from, kFrom + (i < 2 ? Seconds{0} : kTenSeconds));
        EXPECT_EQ(rows->at(i).resolution, kTenSeconds);
        EXPECT_EQ(rows->at(i).attrs.empty(), i % 2 == 0);
        EXPECT_EQ(rows->at(i).n, 10U);
        EXPECT_EQ(rows->at(i).histogram, (std::vector<SlotCount>{{7, 20}}));
    }
    EXPECT_EQ(rows->at(4).n, 100U);
}

TEST_F(HistoryReaderTest, ReadsNotesAsTheyWereWritten)
{
    const auto store = open();
    RollupBatch batch{"p", 7, {}, {}};
    batch.notes = {{std::string(kCategoryNote), "declined", 0, kFrom, kFrom + Seconds{5}, 9, "x"},
                   {std::string(kRatioIncident), "payments", 3, kFrom, {}, 2, "Payments"}};
    EXPECT_EQ(store->write(batch), "");
    const auto notes = HistoryReader::open(m_path)->notes();
    ASSERT_EQ(notes->size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(notes->at(i).note, batch.notes[i]);
        EXPECT_EQ(notes->at(i).part, "p");
        EXPECT_EQ(notes->at(i).asOf, Second{Seconds{7}});
    }
}

} // namespace
