// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/checkpoint_file.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest::record;

class CheckpointFileTest : public testing::Test
{
protected:
    CheckpointFileTest()
    {
        std::string pattern = (fs::temp_directory_path() / "checkpoint-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        for (std::uint64_t noise = 1; m_state.size() < 300'000; ++noise)
            m_state += static_cast<char>((noise * 6364136223846793005u) >> (noise % 40));
    }
    ~CheckpointFileTest() override { fs::remove_all(m_folder); }

    static std::string problemOf(const fs::path &file, std::size_t most = kMostCheckpointBytes)
    {
        const auto read = readCheckpoint(file, most);
        const auto *problem = std::get_if<CheckpointProblem>(&read);
        return problem == nullptr ? "" : problem->words;
    }

    fs::path m_folder;
    std::string m_state;
};

TEST_F(CheckpointFileTest, IsReadAsItWasWritten)
{
    const WrittenCheckpoint written = writeCheckpoint(m_folder / "a.state", m_state);
    EXPECT_EQ(written.problem, "");
    EXPECT_EQ(written.bytes, fs::file_size(m_folder / "a.state"));
    EXPECT_EQ(std::get<std::string>(readCheckpoint(m_folder / "a.state")), m_state);
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 1);
}

TEST_F(CheckpointFileTest, SaysWhatIsWrongAndLeavesNothingBehind)
{
    fs::create_directory(m_folder / "a.state");
    const WrittenCheckpoint written = writeCheckpoint(m_folder / "a.state", m_state);
    EXPECT_EQ(written.problem, (m_folder / "a.state").string() + ": Is a directory");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 1);
}

TEST_F(CheckpointFileTest, RefusesEveryTruncationAndAnythingElse)
{
    std::ignore = writeCheckpoint(m_folder / "a.state", m_state);
    const std::uint64_t whole = fs::file_size(m_folder / "a.state");
    for (std::uint64_t size = 0; size < whole; size += 1 + whole / 50) {
        fs::resize_file(m_folder / "a.state", whole - 1 - size);
        EXPECT_EQ(problemOf(m_folder / "a.state"), (m_folder / "a.state").string() + ": cut short");
    }
    std::ofstream(m_folder / "b.state") << "no state at all";
    EXPECT_NE(problemOf(m_folder / "b.state"), "");
    EXPECT_EQ(problemOf(m_folder / "c.state"),
              (m_folder / "c.state").string() + ": No such file or directory");
}

TEST_F(CheckpointFileTest, ReadsNoMoreThanAllowed)
{
    std::ignore = writeCheckpoint(m_folder / "a.state", m_state);
    EXPECT_EQ(problemOf(m_folder / "a.state", m_state.size() - 1),
              (m_folder / "a.state").string() + ": larger than any state");
}

} // namespace
