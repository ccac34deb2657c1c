// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/capsule.h"

#include "ingest/record/recording.h"
#include "ingest/record/segment_file.h"
#include "ingest/replay/capsule_writer.h"
#include "ingest/replay/replay.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/recorded_customers.h"
#include "tests/support/sanitized.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using replay::Capsule;
using replay::CapsuleResult;
using test::RecordedCustomers;
using testing::HasSubstr;

class CapsuleTest : public testing::Test
{
protected:
    CapsuleTest() { m_customers.record(m_customers.begin(), m_customers.end()); }

    CapsuleResult save(int from, int to, const std::vector<std::string> &redact = {})
    {
        fs::remove(m_file);
        Capsule capsule;
        capsule.from = m_customers.begin() + Seconds{from};
        capsule.to = m_customers.begin() + Seconds{to};
        capsule.product = "0.9.0";
        capsule.configuration = m_configuration;
        return replay::writeCapsule(m_customers.original(), capsule, redact, m_file);
    }
    std::string reportOf(const replay::Original &original, Second at = replay::kEnd)
    {
        replay::Replay replay(std::make_unique<replay::FreshBeginnings>(original));
        while (!replay.workTowards(at, 10'000)) {
        }
        return report::toJson(*replay.snapshot(Window::fiveMinutes));
    }
    std::string firstCategory()
    {
        replay::Replay replay(std::make_unique<replay::FreshBeginnings>(m_customers.original()));
        while (!replay.workTowards(replay::kEnd, 10'000)) {
        }
        return replay.snapshot(Window::fiveMinutes)->metrics->categories.at(0).category;
    }
    std::string refusal()
    {
        const auto read = replay::readCapsule(m_file);
        const auto *problem = std::get_if<std::string>(&read);
        return problem == nullptr ? std::string() : *problem;
    }
    // A file with such a first line.
    void write(const std::string &head)
    {
        fs::remove(m_file);
        record::SegmentFile file(m_file);
        file.put(head + "\n");
        ASSERT_TRUE(file.endBlock());
    }
    [[nodiscard]] std::string bytes() const
    {
        std::ifstream in(m_file, std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }

    RecordedCustomers m_customers{120};
    config::Configuration m_configuration = test::everyKind();
    fs::path m_file = m_customers.folder() / "incident.bwcap";
};

TEST_F(CapsuleTest, OfEverythingItsReportIsTheRecordings)
{
    EXPECT_EQ(save(0, 120).problem, "");
    const auto read = replay::readCapsule(m_file);
    const auto *capsule = std::get_if<Capsule>(&read);
    ASSERT_NE(capsule, nullptr);
    EXPECT_EQ(capsule->configuration, m_configuration);
    EXPECT_EQ(capsule->product, "0.9.0");
    EXPECT_EQ(capsule->to, Timestamp(m_customers.end()));
    EXPECT_EQ(reportOf({m_file, capsule->configuration, false}),
              m_customers.reportAt(m_customers.end()));
}

TEST_F(CapsuleTest, OfASpanItsReportIsThatOfTheSpansEvents)
{
    const CapsuleResult saved = save(40, 80);
    const auto inSpan =
        std::ranges::count_if(m_customers.messages(), [&](const RecordedCustomers::Message &each) {
            return each.arrival > m_customers.begin() + Seconds{40} &&
                   each.arrival <= m_customers.begin() + Seconds{80};
        });
    EXPECT_EQ(saved.messages, std::uint64_t(inSpan));
    RecordedCustomers other(120);
    other.record(other.begin() + Seconds{40}, other.begin() + Seconds{80});
    EXPECT_EQ(reportOf({m_file, m_configuration, false}), reportOf(other.original()));
}

TEST_F(CapsuleTest, RedactsAsToldTo)
{
    save(0, 120, {"/data/currency"});
    record::Recording recording(m_file);
    bool any = false;
    while (const auto entry = recording.next())
        if (const auto *frame = std::get_if<wire::Frame>(&*entry)) {
            EXPECT_EQ(frame->payload.find("EUR"), std::string_view::npos);
            any = any || frame->payload.find("[redacted]") != std::string_view::npos;
        }
    EXPECT_TRUE(any);
}

TEST_F(CapsuleTest, NamesNoHostAndNoOtherFile)
{
    m_configuration.sources.emplace_back().connect = {"tcp://shop.internal:5556"};
    m_configuration.catalogs = {"/etc/catalog-info.yaml"};
    m_configuration.catalogOwners.push_back({"Payments", "", "", {"payment.*"}, {}, {}});
    ASSERT_EQ(save(0, 120).problem, "");
    const auto read = replay::readCapsule(m_file);
    const auto *capsule = std::get_if<Capsule>(&read);
    ASSERT_NE(capsule, nullptr);
    EXPECT_TRUE(capsule->configuration.sources.empty());
    EXPECT_TRUE(capsule->configuration.catalogs.empty());
    ASSERT_EQ(capsule->configuration.owners.size(), 1u);
    EXPECT_EQ(capsule->configuration.owners.front().name, "Payments");
}

TEST_F(CapsuleTest, TellsWhoLookedAfterWhat)
{
    const std::string subject = firstCategory();
    fs::remove(m_file);
    Capsule capsule;
    capsule.from = m_customers.begin();
    capsule.to = m_customers.end();
    capsule.configuration = m_configuration;
    capsule.acknowledged = {{subject, "Ann"}, {"refund \"x\"", "B\u00f6"}};
    EXPECT_EQ(replay::writeCapsule(m_customers.original(), capsule, {}, m_file).problem, "");
    const auto read = replay::readCapsule(m_file);
    ASSERT_TRUE(std::holds_alternative<Capsule>(read));
    EXPECT_EQ(std::get<Capsule>(read).acknowledged, capsule.acknowledged);
    replay::Replay replay(std::make_unique<replay::FreshBeginnings>(
        replay::Original{m_file, m_configuration, false}));
    while (!replay.workTowards(replay::kEnd, 10'000)) {
    }
    const auto snapshot = replay.snapshot(Window::fiveMinutes);
    const auto category =
        std::ranges::find(snapshot->metrics->categories, subject, &CategorySnapshot::category);
    ASSERT_NE(category, snapshot->metrics->categories.end());
    EXPECT_EQ(category->acknowledgedBy, "Ann");
}

TEST_F(CapsuleTest, OneFromBeforeThatWasToldIsOpened)
{
    write(R"({"recording":"bellwether","version":1,"started":"2026-11-23T12:00:00Z","part":1,)"
          R"("capsule":"1","product":"0.9.0","from":"2026-11-23T12:00:00Z",)"
          R"("to":"2026-11-23T12:01:00Z","configuration":""})");
    const auto read = replay::readCapsule(m_file);
    ASSERT_TRUE(std::holds_alternative<Capsule>(read));
    EXPECT_TRUE(std::get<Capsule>(read).acknowledged.empty());
}

TEST_F(CapsuleTest, NeverReplacesAFileAndLeavesNoneBehindThatFailed)
{
    ASSERT_EQ(save(0, 120).problem, "");
    const std::string before = bytes();
    Capsule capsule;
    capsule.to = Timestamp::max();
    EXPECT_THAT(replay::writeCapsule(m_customers.original(), capsule, {}, m_file).problem,
                HasSubstr("already"));
    EXPECT_EQ(bytes(), before);
    EXPECT_THAT(save(500, 600).problem, HasSubstr("nothing was recorded"));
    EXPECT_FALSE(fs::exists(m_file));
    EXPECT_FALSE(fs::exists(m_file.string() + ".part"));
}

TEST_F(CapsuleTest, OtherFilesAreNone)
{
    const auto segment = record::SegmentFolder(m_customers.folder()).segments().front();
    EXPECT_TRUE(std::holds_alternative<std::monostate>(replay::readCapsule(segment)));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(replay::readCapsule(m_customers.folder())));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(
        replay::readCapsule(m_customers.folder() / "events.ndjson")));
}

TEST_F(CapsuleTest, OneThatIsCutIsRefused)
{
    save(0, 120);
    fs::resize_file(m_file, fs::file_size(m_file) - 5);
    EXPECT_THAT(refusal(), HasSubstr("not whole"));
}

TEST_F(CapsuleTest, OneOfANewerVersionIsRefused)
{
    write(R"({"recording":"bellwether","version":1,"capsule":"2"})");
    EXPECT_THAT(refusal(), HasSubstr("version 2, expected 1"));
}

TEST_F(CapsuleTest, OneThatNamesAnotherFileIsRefusedAndThatIsNotRead)
{
    write(
        R"({"recording":"bellwether","version":1,"capsule":"1","from":"2026-11-23T12:00:00Z",)"
        R"("to":"2026-11-23T12:00:01Z","configuration":"[[owner]]\ncatalog = \"/etc/passwd\"\n"})");
    EXPECT_THAT(refusal(), HasSubstr("another file"));
    EXPECT_THAT(refusal(), testing::Not(HasSubstr("passwd")));
}

TEST_F(CapsuleTest, OneWithAWrongConfigurationIsRefusedWithWhatIsWrong)
{
    write(
        R"({"recording":"bellwether","version":1,"capsule":"1","from":"2026-11-23T12:00:00Z",)"
        R"("to":"2026-11-23T12:00:01Z","configuration":"[[signal]]\nname = \"a\"\nkind = \"sums\"\n"})");
    EXPECT_THAT(refusal(), HasSubstr("sums"));
}

TEST_F(CapsuleTest, OneWithoutAHeadIsRefused)
{
    std::ofstream(m_file) << "{\"type\":\"a\"}\n";
    EXPECT_THAT(refusal(), HasSubstr("no head"));
    write(R"({"recording":"bellwether","capsule":"1","from":"2026-11-23T12:00:00Z"})");
    EXPECT_THAT(refusal(), HasSubstr("without span"));
}

TEST_F(CapsuleTest, AStrangersWishForMemoryIsBounded)
{
    m_configuration.limits.memoryBytes = std::size_t{1} << 36;
    m_configuration.limits.journeys = 20'000'000;
    save(0, 120);
    const auto read = replay::readCapsule(m_file);
    ASSERT_TRUE(std::holds_alternative<Capsule>(read));
    const auto &limits = std::get<Capsule>(read).configuration.limits;
    EXPECT_LE(limits.memoryBytes, std::size_t{2} << 30);
    EXPECT_LE(limits.journeys, std::size_t{4'000'000});
}

// Whatever a stranger's bytes are, they are refused in words or read; nothing else happens.
TEST_F(CapsuleTest, AnyDamageIsRefusedOrHarmless)
{
    save(0, 20);
    const std::string whole = bytes();
    std::mt19937 random(20261128);
    int refused = 0;
    constexpr int kRounds = test::kSanitized ? 100 : 300;
    for (int round = 0; round < kRounds; ++round) {
        std::string damaged = whole;
        for (std::size_t hits = 1 + random() % 4; hits > 0; --hits)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        if (round % 5 == 0)
            damaged.resize(random() % damaged.size());
        std::ofstream(m_file, std::ios::binary | std::ios::trunc) << damaged;
        const auto read = replay::readCapsule(m_file);
        ASSERT_FALSE(std::holds_alternative<std::monostate>(read));
        if (const auto *problem = std::get_if<std::string>(&read)) {
            EXPECT_THAT(*problem, HasSubstr("incident.bwcap"));
            ++refused;
        }
        static_cast<void>(reportOf({m_file, m_configuration, false}));
    }
    EXPECT_GT(refused, kRounds - kRounds / 15); // zstd's checksum tells all but the luckiest
}

} // namespace
