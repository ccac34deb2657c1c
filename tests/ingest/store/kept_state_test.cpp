// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/kept_state.h"

#include "ingest/store/history_store.h"
#include "ingest/time.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
namespace store = ingest::store;

class KeptStateTest : public testing::Test
{
protected:
    [[nodiscard]] std::optional<store::KeptState> kept() const
    {
        auto read = store::readKeptState(m_store);
        EXPECT_TRUE(std::holds_alternative<std::optional<store::KeptState>>(read));
        return std::get<std::optional<store::KeptState>>(std::move(read));
    }

    test::TemporaryFolder m_folder;
    std::string m_store = (m_folder.path() / "history.db").string();
};

TEST_F(KeptStateTest, isReadAsItWasWritten)
{
    EXPECT_FALSE(kept());
    const std::string state("a\0state", 7);
    EXPECT_EQ(store::writeKeptState(m_store, {"1790000000123456789", "before"}), "");
    EXPECT_EQ(store::writeKeptState(m_store, {"1790000000123456789", state}), "");
    EXPECT_EQ(kept()->part, "1790000000123456789");
    EXPECT_EQ(kept()->state, state);
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder.path()), {}), 1)
        << "nothing is left beside";
}

TEST_F(KeptStateTest, whatIsCutShortIsRefusedAndSetAside)
{
    ASSERT_EQ(store::writeKeptState(m_store, {"17", std::string(1000, 'x')}), "");
    const std::string file = store::keptStateFile(m_store);
    for (std::uintmax_t size = fs::file_size(file); size-- > 0;) {
        fs::resize_file(file, size);
        const auto read = store::readKeptState(m_store);
        const auto *problem = std::get_if<store::KeptStateProblem>(&read);
        ASSERT_NE(problem, nullptr) << size;
        EXPECT_NE(problem->words.find(file), std::string::npos);
    }
    EXPECT_EQ(store::setAsideKeptState(m_store), file + ".refused");
    EXPECT_FALSE(kept());
    EXPECT_TRUE(fs::exists(file + ".refused"));
}

TEST_F(KeptStateTest, thatCannotBeWrittenLeavesTheOneBefore)
{
    ASSERT_EQ(store::writeKeptState(m_store, {"17", "before"}), "");
    fs::create_directory(store::keptStateFile(m_store) + ".part");
    EXPECT_NE(store::writeKeptState(m_store, {"17", "after"}), "");
    EXPECT_EQ(kept()->state, "before");
}

TEST_F(KeptStateTest, belongsToWhoeverWritesToTheStore)
{
    EXPECT_FALSE(store::HistoryStore::isTaken(m_store));
    {
        const auto other = store::HistoryStore::open(m_store, ingest::Timestamp{});
        ASSERT_TRUE(std::holds_alternative<std::unique_ptr<store::HistoryStore>>(other));
        EXPECT_TRUE(store::HistoryStore::isTaken(m_store));
    }
    EXPECT_FALSE(store::HistoryStore::isTaken(m_store));
}

} // namespace
