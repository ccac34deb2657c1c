// SPDX-License-Identifier: GPL-3.0-or-later
// What is no state, or not of this version or configuration, is refused with a word.
#include "ingest/state/sealed_state.h"

#include "ingest/engine.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/snapshot.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;
using state::RefusedState;

constexpr std::size_t kVersionAt = 16;
constexpr std::size_t kBodyAt = 40;

class SealedStateTest : public testing::Test
{
protected:
    SealedStateTest()
    {
        config::Configuration configuration = test::everySignal();
        configuration.limits.journeyEvents = 2;
        m_configuration = std::make_shared<const config::Configuration>(std::move(configuration));
        Engine engine(m_configuration, 4711);
        test::EventView view;
        for (const test::RawEvent &event : test::randomStream(1, {300, 600, true}))
            engine.accept(view.of(event));
        m_state = engine.checkpoint();
    }

    [[nodiscard]] std::optional<state::StateRefusal> refusalOf(std::string_view bytes) const
    {
        const auto restored = Engine::restored(m_configuration, bytes);
        const auto *refusal = std::get_if<state::StateRefusal>(&restored);
        return refusal == nullptr ? std::nullopt : std::optional(*refusal);
    }
    // As somebody would who means harm: with a checksum that fits.
    static std::string resealed(std::string bytes)
    {
        bytes.resize(bytes.size() - sizeof(std::uint64_t));
        state::StateWriter writer;
        writer.append(bytes.data(), bytes.size());
        return sealed(writer);
    }

    std::shared_ptr<const config::Configuration> m_configuration;
    std::string m_state;
};

TEST_F(SealedStateTest, isTakenUp)
{
    EXPECT_FALSE(refusalOf(m_state));
    EXPECT_EQ(resealed(m_state), m_state);
}

TEST_F(SealedStateTest, refusesAnOlderAndANewerFormat)
{
    std::string older = m_state;
    older[kVersionAt] = state::kStateVersion - 1;
    EXPECT_EQ(refusalOf(older)->reason, RefusedState::older);
    EXPECT_EQ(refusalOf(older)->words,
              "a state of format " + std::to_string(state::kStateVersion - 1) +
                  ", where this version reads format " + std::to_string(state::kStateVersion));
    std::string newer = m_state;
    newer[kVersionAt] = state::kStateVersion + 1;
    EXPECT_EQ(refusalOf(newer)->reason, RefusedState::newer);
}

// What is a marker from now on says nothing about those of before.
TEST_F(SealedStateTest, isTakenUpWhereOtherEventsAreMarkers)
{
    config::Configuration other = *m_configuration;
    other.markers.front().title = "{country}";
    EXPECT_TRUE(std::holds_alternative<Engine>(
        Engine::restored(std::make_shared<const config::Configuration>(other), m_state)));
}

TEST_F(SealedStateTest, refusesTheStateOfAnotherConfiguration)
{
    const std::vector<void (*)(config::Configuration &)> changes{
        [](config::Configuration &other) { other.signals.pop_back(); },
        [](config::Configuration &other) { other.signals[0].by.pop_back(); },
        [](config::Configuration &other) { other.limits.journeys = 7; },
        [](config::Configuration &other) { other.fields.type = {"/kind"}; },
        [](config::Configuration &other) { other.experience.revenue = "revenue"; }};
    for (const auto change : changes) {
        config::Configuration other = *m_configuration;
        change(other);
        const auto restored =
            Engine::restored(std::make_shared<const config::Configuration>(other), m_state);
        const auto *refusal = std::get_if<state::StateRefusal>(&restored);
        ASSERT_NE(refusal, nullptr);
        EXPECT_EQ(refusal->reason, RefusedState::otherConfiguration);
    }
}

TEST_F(SealedStateTest, doesNotMindOtherSocketsAndOwners)
{
    config::Configuration other = *m_configuration;
    other.sources.emplace_back();
    other.owners.push_back({"payments", "", "", {"payment.*"}, {}, {}});
    const auto restored =
        Engine::restored(std::make_shared<const config::Configuration>(other), m_state);
    EXPECT_TRUE(std::holds_alternative<Engine>(restored));
}

TEST_F(SealedStateTest, refusesWhatIsSomethingElse)
{
    EXPECT_EQ(refusalOf("{\"recording\":\"bellwether\"}")->reason, RefusedState::noState);
    EXPECT_EQ(refusalOf("")->reason, RefusedState::damaged);
    EXPECT_EQ(refusalOf("bellwether")->reason, RefusedState::damaged);
}

TEST_F(SealedStateTest, refusesEveryTruncation)
{
    std::mt19937_64 random(1);
    for (std::size_t size = 0; size < m_state.size();
         size += size < 200 ? 1 : 1 + random() % (m_state.size() / 200)) {
        const auto refusal = refusalOf(std::string_view(m_state).substr(0, size));
        ASSERT_TRUE(refusal) << size;
        ASSERT_EQ(refusal->reason, RefusedState::damaged) << size;
    }
    EXPECT_EQ(refusalOf(m_state + "x")->reason, RefusedState::damaged);
}

TEST_F(SealedStateTest, refusesEveryFlippedBit)
{
    std::mt19937_64 random(2);
    for (int i = 0; i < 300; ++i) {
        std::string flipped = m_state;
        flipped[random() % flipped.size()] ^= static_cast<char>(1 << random() % 8);
        ASSERT_TRUE(refusalOf(flipped));
    }
}

// Whatever the body says, there is an answer: refused, or an engine that can be asked and fed.
TEST_F(SealedStateTest, survivesABodyThatMeansHarm)
{
    std::mt19937_64 random(3);
    const auto events = test::randomStream(2, {100, 700, false});
    int refused = 0;
    constexpr int kRounds = test::kSanitized ? 60 : 200;
    for (int i = 0; i < kRounds; ++i) {
        std::string harm = m_state;
        const std::size_t bytes = 1 + random() % 4;
        for (std::size_t k = 0; k < bytes; ++k)
            harm[kBodyAt + random() % (harm.size() - kBodyAt)] = static_cast<char>(random());
        if (random() % 8 == 0)
            harm.resize(kBodyAt + random() % (harm.size() - kBodyAt));
        auto restored = Engine::restored(m_configuration, resealed(harm));
        if (std::holds_alternative<state::StateRefusal>(restored)) {
            ++refused;
            continue;
        }
        Engine &engine = std::get<Engine>(restored);
        test::EventView view;
        for (const test::RawEvent &event : events)
            engine.accept(view.of(event));
        for (const Window window : kWindows)
            std::ignore = engine.snapshot(window);
        std::ignore = engine.checkpoint();
    }
    EXPECT_GT(refused, kRounds / 20);
}

// The format of a version is what these bytes are: raise kStateVersion where they change, unless
// all that has changed is the order in which tallies or slots were entered: what is read says the
// same.
TEST_F(SealedStateTest, keepsItsFormatAsLongAsItsVersion)
{
    ASSERT_EQ(state::kStateVersion, 7u);
    EXPECT_EQ(metrics::seededHash(m_state, 0), 8875466511495430552u);
}

TEST(StateReaderTest, believesNoLengthBeyondTheEnd)
{
    state::StateWriter writer;
    writer.size(std::uint64_t{1} << 60);
    const std::string bytes = writer.take();
    state::StateReader reader(bytes);
    std::vector<std::string> texts;
    reader(texts);
    EXPECT_FALSE(reader.ok());
    EXPECT_EQ(reader.problem(), "a length beyond the end");
}

TEST(StateReaderTest, readsWhatWasWritten)
{
    std::tuple values(std::int64_t{-1}, std::uint64_t{1} << 63, -0.5, 0.25f, true,
                      std::string("text"), std::optional(3), Second::min(), Timestamp::max(),
                      std::vector<bool>{true, false}, std::map<std::string, int>{{"a", -7}});
    state::StateWriter writer;
    std::apply([&](auto &...each) { writer(each...); }, values);
    const std::string bytes = writer.take();
    auto read = decltype(values){};
    state::StateReader reader(bytes);
    std::apply([&](auto &...each) { reader(each...); }, read);
    EXPECT_TRUE(reader.ok());
    EXPECT_EQ(reader.left(), 0u);
    EXPECT_EQ(read, values);
}

TEST(StateReaderTest, refusesANumberOutOfRange)
{
    state::StateWriter writer;
    std::uint32_t large = 70'000;
    writer(large);
    const std::string bytes = writer.take();
    state::StateReader reader(bytes);
    std::uint16_t small = 0;
    reader(small);
    EXPECT_EQ(reader.problem(), "a number out of range");
}

} // namespace
