// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/event_keeper.h"

#include "ingest/evidence/event_reader.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"
#include "tests/ingest/support/raw_event.h"
#include "tests/ingest/support/raw_json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace ingest;
using evidence::EventKeeper;
using evidence::KeptEvents;

constexpr std::size_t kBudget = std::size_t{1} << 20; // sixteen chunks of 64 KiB

class Keeping
{
public:
    explicit Keeping(std::size_t budget) : keeper(budget) {}

    void keep(const std::string &type, std::uint32_t category = evidence::kNoCategory,
              std::size_t padding = 200)
    {
        text = "{\"type\":\"" + type + "\",\"pad\":\"" + std::string(padding, 'x') + "\"}";
        wire::Event event;
        event.type = type;
        event.source = "/shop/web";
        event.text = text;
        event.arrival = test::at(static_cast<double>(++n));
        keeper.keep(event, *event.arrival, n, category);
    }

    void keepEarlier(double time, std::uint32_t category = evidence::kNoCategory)
    {
        text = R"({"pad":")" + std::string(200, 'x') + "\"}";
        wire::Event event;
        event.text = text;
        keeper.keepEarlier(event, test::at(time), std::nullopt, category);
    }

    [[nodiscard]] std::vector<std::uint64_t> numbers(bool failing) const
    {
        std::vector<std::uint64_t> out;
        keeper.view()->forEach([&](const auto &, const evidence::KeptRecord &record) {
            if ((record.category != evidence::kNoCategory) == failing)
                out.push_back(record.number);
        });
        return out;
    }

    EventKeeper keeper;
    std::string text;
    std::uint64_t n = 0;
};

TEST(EventKeeper, keepsWhatWasReceivedAsItWasReceived)
{
    Keeping keeping(kBudget);
    keeping.keep("payment.failed", 3);
    evidence::EventReader reader{wire::FieldPlaces{}};
    std::size_t seen = 0;
    keeping.keeper.view()->forEach([&](const auto &chunk, const evidence::KeptRecord &record) {
        ++seen;
        EXPECT_EQ(record.category, 3u);
        EXPECT_EQ(record.journey, 1u);
        EXPECT_EQ(chunk->text(record), keeping.text);
        const wire::Event &event = reader.read(*chunk, record);
        EXPECT_EQ(event.type, "payment.failed");
        EXPECT_EQ(event.source, "/shop/web"); // came with the message, not in the text
        EXPECT_EQ(event.arrival, test::at(1));
        ASSERT_EQ(event.attributes.size(), 1u);
        EXPECT_EQ(event.attributes[0].name, "pad");
    });
    EXPECT_EQ(seen, 1u);
}

TEST(EventKeeper, staysWithinItsBudgetAndKeepsTheNewest)
{
    Keeping keeping(kBudget);
    for (int i = 0; i < 20'000; ++i)
        keeping.keep("page.viewed");
    const auto numbers = keeping.numbers(false);
    EXPECT_EQ(keeping.keeper.view()->offered(), 20'000u);
    EXPECT_LT(numbers.size() * 250, kBudget);
    EXPECT_GT(numbers.size() * 350, kBudget * 8 / 10);
    EXPECT_EQ(numbers.back(), 20'000u);
    EXPECT_EQ(numbers.front(), 20'001u - numbers.size());
}

TEST(EventKeeper, keepsFailingEventsLongest)
{
    Keeping keeping(kBudget);
    for (int i = 0; i < 20'000; ++i)
        keeping.keep("page.viewed", i % 20 == 0 ? 0 : evidence::kNoCategory);
    EXPECT_EQ(keeping.numbers(true).size(), 1'000u);
    EXPECT_LT(keeping.numbers(false).size(), 4'000u);
}

TEST(EventKeeper, leavesSomeRoomForTheOthersWhereEverythingFails)
{
    Keeping keeping(kBudget);
    for (int i = 0; i < 40'000; ++i)
        keeping.keep("payment.failed", i % 20 == 0 ? evidence::kNoCategory : 0);
    EXPECT_GT(keeping.numbers(false).size(), 700u);
    EXPECT_LT(keeping.numbers(true).size(), 3'500u);
}

TEST(EventKeeper, aViewNeverSeesWhatCameAfterIt)
{
    Keeping keeping(kBudget);
    keeping.keep("page.viewed");
    const auto view = keeping.keeper.view();
    keeping.keep("page.viewed");
    EXPECT_EQ(view->size(), 1u);
    EXPECT_EQ(keeping.keeper.view()->size(), 2u);
}

TEST(EventKeeper, aHeldViewKeepsNothingAlive)
{
    Keeping keeping(kBudget);
    keeping.keep("page.viewed");
    const auto view = keeping.keeper.view();
    for (int i = 0; i < 20'000; ++i)
        keeping.keep("page.viewed");
    EXPECT_EQ(view->size(), 0u);
}

TEST(EventKeeper, leavesOutWhatWouldFillAChunkAlone)
{
    Keeping keeping(kBudget);
    keeping.keep("page.viewed", evidence::kNoCategory, 40'000);
    keeping.keep("page.viewed");
    EXPECT_EQ(keeping.keeper.view()->offered(), 2u);
    EXPECT_EQ(keeping.keeper.view()->size(), 1u);
}

// As if restored from a state after so many events.
void restore(EventKeeper &keeper, std::uint64_t offered)
{
    state::StateWriter writer;
    writer(offered);
    state::StateReader reader(writer.bytes());
    keeper.archive(reader);
    ASSERT_TRUE(reader.ok());
}

TEST(EventKeeper, PutsEarlierEventsBeforeThoseSinceAStateOnceTheyAreAllThere)
{
    Keeping keeping(kBudget);
    restore(keeping.keeper, 100);
    keeping.keep("page.viewed");
    for (int i = 0; i < 3; ++i)
        keeping.keepEarlier(i);
    keeping.keep("page.viewed");
    keeping.keepEarlier(3);
    const auto before = keeping.keeper.view();
    EXPECT_EQ(keeping.numbers(false), (std::vector<std::uint64_t>{101, 102}));
    keeping.keeper.endEarlier();
    EXPECT_EQ(before->size(), 2u);
    EXPECT_EQ(keeping.numbers(false), (std::vector<std::uint64_t>{97, 98, 99, 100, 101, 102}));
    EXPECT_EQ(keeping.keeper.view()->offered(), 102u);
}

TEST(EventKeeper, EarlierEventsTakeTheRoomThatIsLeft)
{
    Keeping keeping(kBudget);
    restore(keeping.keeper, 100'000);
    for (int i = 0; i < 1'000; ++i)
        keeping.keep("page.viewed");
    for (int i = 0; i < 20'000; ++i)
        keeping.keepEarlier(i, i % 20 == 0 ? 0 : evidence::kNoCategory);
    keeping.keeper.endEarlier();
    const auto others = keeping.numbers(false);
    EXPECT_EQ(keeping.numbers(true).size(), 1'000u); // failing ones longest
    EXPECT_EQ(std::ranges::count_if(others, [](auto number) { return number > 100'000; }), 1'000);
    EXPECT_LT(others.size(), 4'000u);
    EXPECT_TRUE(std::ranges::is_sorted(others));
}

TEST(EventKeeper, EarlierEventsGoFirst)
{
    Keeping keeping(kBudget);
    restore(keeping.keeper, 100'000);
    for (int i = 0; i < 20'000; ++i)
        keeping.keep("page.viewed");
    const auto full = keeping.numbers(false);
    for (int i = 0; i < 1'000; ++i)
        keeping.keepEarlier(i);
    keeping.keeper.endEarlier();
    EXPECT_EQ(keeping.numbers(false), full);

    Keeping growing(kBudget);
    restore(growing.keeper, 100'000);
    for (int i = 0; i < 1'000; ++i)
        growing.keepEarlier(i);
    for (int i = 0; i < 20'000; ++i)
        growing.keep("page.viewed");
    growing.keeper.endEarlier();
    EXPECT_EQ(growing.numbers(false), full);
}

TEST(EventKeeper, keepsNothingWithoutABudget)
{
    Keeping keeping(0);
    keeping.keep("page.viewed");
    EXPECT_EQ(keeping.keeper.view()->size(), 0u);
}

} // namespace
