// SPDX-License-Identifier: GPL-3.0-or-later
// Replays the fuzzer's corpus, its finds among it: the decoder agrees with its oracle on each file
// and on every beginning of each.
#include "tests/ingest/wire/oracle/agreement.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

using namespace ingest;
using namespace ingest::wire;

std::vector<std::filesystem::path> corpus()
{
    const std::filesystem::path folder = BELLWETHER_TESTS_DIR "/fuzz/corpus/decoder";
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<char> bytesOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(DecoderCorpus, AgreesWithTheOracleOnEveryBeginningOfEveryFile)
{
    const FieldPlaces places = test::oracle::somePlaces();
    Decoder plain{FieldPlaces{}};
    Decoder withPlaces{places};
    const auto files = corpus();
    ASSERT_FALSE(files.empty());
    for (const auto &file : files) {
        const std::vector<char> whole = bytesOf(file);
        const std::size_t step = whole.size() / 512 + 1;
        for (std::size_t size = whole.size() % step; size <= whole.size(); size += step) {
            const std::vector<char> bytes(whole.begin(),
                                          whole.begin() + static_cast<std::ptrdiff_t>(size));
            Frame frame;
            frame.payload = std::string_view(bytes.data(), bytes.size());
            EXPECT_EQ(test::oracle::disagreement(plain, frame, FieldPlaces{}), "")
                << file << " cut at " << size;
            frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000));
            frame.topic = "page.loaded";
            EXPECT_EQ(test::oracle::disagreement(withPlaces, frame, places), "")
                << file << " cut at " << size;
        }
    }
}

} // namespace
