// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duplicate_filter.h"

#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using metrics::DuplicateFilter;

constexpr Timestamp kDuplicateFilterStart{std::chrono::seconds(1'790'000'000)};

std::string stateOf(DuplicateFilter &filter)
{
    state::StateWriter writer;
    filter.archive(writer);
    return writer.take();
}

DuplicateFilter restoredFrom(const std::string &saved, std::size_t cap)
{
    DuplicateFilter filter(cap);
    state::StateReader reader(saved);
    filter.archive(reader);
    EXPECT_TRUE(reader.ok()) << reader.problem();
    EXPECT_EQ(reader.left(), 0u);
    return filter;
}

// What the filter remembers, written the slow way, where a full table never is what makes it
// forget.
class RememberedKeys
{
public:
    explicit RememberedKeys(std::size_t cap) : m_cap(cap) {}

    bool seenBefore(std::uint64_t key, Second now)
    {
        if (now - m_now > DuplicateFilter::kMemory)
            m_lastSeen.clear();
        m_now = now;
        if (m_lastSeen.size() >= m_cap)
            makeRoom();
        const auto before = m_lastSeen.find(key);
        const bool seen =
            before != m_lastSeen.end() && now - before->second <= DuplicateFilter::kMemory;
        m_lastSeen[key] = now;
        return seen;
    }
    [[nodiscard]] std::uint64_t cuts() const { return m_cuts; }

private:
    void makeRoom()
    {
        forgetOlderThan(DuplicateFilter::kMemory);
        if (m_lastSeen.size() < m_cap - m_cap / 8)
            return;
        ++m_cuts;
        Seconds age = DuplicateFilter::kMemory / 2;
        while (age > 0s && std::ranges::count_if(m_lastSeen, [&](const auto &each) {
                               return m_now - each.second <= age;
                           }) > std::ptrdiff_t(m_cap / 4 * 3))
            age /= 2;
        if (age > 0s)
            forgetOlderThan(age);
        else
            m_lastSeen.clear();
    }
    void forgetOlderThan(Seconds age)
    {
        std::erase_if(m_lastSeen, [&](const auto &each) { return m_now - each.second > age; });
    }

    std::size_t m_cap;
    std::map<std::uint64_t, Second> m_lastSeen;
    Second m_now{};
    std::uint64_t m_cuts = 0;
};

// Keys that stand in each other's way: at the start of the table, around its end, and alike in
// their lower halves.
class DuplicateFilterOracle : public testing::TestWithParam<std::uint64_t (*)(std::uint64_t)>
{
};

TEST_P(DuplicateFilterOracle, AgreesWithAMapOverDays)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    DuplicateFilter filter(1'000'000);
    std::map<std::uint64_t, Second> oracle;
    std::vector<std::uint64_t> keys;
    for (int i = 0; i < 3000; ++i)
        keys.push_back(GetParam()(random()));
    Timestamp now = kDuplicateFilterStart;
    for (int i = 0; i < 200'000; ++i) {
        now += std::chrono::milliseconds(random() % 1500);
        if (random() % 20'000 == 0)
            now += std::chrono::minutes(random() % (70 * 60));
        // Half of them never come again, so that room has to be made.
        const std::uint64_t key = random() % 2 == 0 ? random() : keys[random() % keys.size()];
        const Second second = bucketOf(now);
        const auto before = oracle.find(key);
        const bool expected = before != oracle.end() && second - before->second <= 600s;
        ASSERT_EQ(filter.seenBefore(key, now), expected) << "event " << i;
        oracle[key] = second;
    }
    EXPECT_EQ(filter.cuts(), 0u);
}

INSTANTIATE_TEST_SUITE_P(
    Crowded, DuplicateFilterOracle,
    testing::Values([](std::uint64_t random) { return random & ~std::uint64_t{0x3f8}; },
                    [](std::uint64_t random) { return random | 0xfff0; },
                    [](std::uint64_t random) { return random << 32 | 0xfffffff0; }));

TEST(DuplicateFilter, KnowsTheIdentityZero)
{
    DuplicateFilter filter(1000);
    EXPECT_FALSE(filter.seenBefore(0, kDuplicateFilterStart));
    EXPECT_TRUE(filter.seenBefore(0, kDuplicateFilterStart));
}

TEST(DuplicateFilter, MakesRoomWithoutForgettingWhatIsTenMinutesOld)
{
    DuplicateFilter filter(100'000);
    for (std::uint64_t key = 1; key <= 5'000; ++key)
        EXPECT_FALSE(filter.seenBefore(key << 40 | key, kDuplicateFilterStart))
            << "grows to hold them all";
    for (std::uint64_t key = 5'001; key <= 20'000; ++key)
        filter.seenBefore(key << 40 | key, kDuplicateFilterStart + 600s);
    for (std::uint64_t key = 1; key <= 5'000; ++key)
        ASSERT_TRUE(filter.seenBefore(key << 40 | key, kDuplicateFilterStart + 600s)) << key;
}

TEST(DuplicateFilter, WhatIsForgottenTakesNoRoom)
{
    DuplicateFilter filter(1000);
    std::mt19937_64 random(1);
    const auto pass = [&](Timestamp from, std::chrono::milliseconds every) {
        for (int i = 0; i < 600; ++i)
            filter.seenBefore(random(), from + every * i);
    };
    for (int hour = 0; hour < 5; ++hour)
        pass(kDuplicateFilterStart + std::chrono::hours(hour), 1ms); // long pauses between
    for (int second = 0; second < 86'400; second += 1200)
        pass(kDuplicateFilterStart + 5h + Seconds(second), 2s); // none: half of the cap at any time
    EXPECT_EQ(filter.cuts(), 0u);
}

TEST(DuplicateFilter, RemembersTenMinutesAlsoAfterEighteenHours)
{
    DuplicateFilter filter(1000);
    EXPECT_FALSE(filter.seenBefore(7, kDuplicateFilterStart));
    EXPECT_TRUE(filter.seenBefore(7, kDuplicateFilterStart + 600s));
    EXPECT_FALSE(filter.seenBefore(7, kDuplicateFilterStart + 1201s));
    EXPECT_FALSE(filter.seenBefore(8, kDuplicateFilterStart + 1201s));
    for (Timestamp now = kDuplicateFilterStart + 1201s;
         now < kDuplicateFilterStart + 1201s + 65'536s; now += 500s)
        filter.seenBefore(9, now);
    EXPECT_FALSE(filter.seenBefore(8, kDuplicateFilterStart + 1201s + 65'536s));
}

TEST(DuplicateFilter, CutsItsMemoryShortAtItsCapAndSaysSo)
{
    std::mt19937_64 random(1);
    DuplicateFilter filter(1000);
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < 100'000; ++i) {
        const Timestamp now = kDuplicateFilterStart + 10ms * i;
        filter.seenBefore(keys.emplace_back(random()), now);
        if (i >= 10) {
            ASSERT_TRUE(filter.seenBefore(keys[i - 10], now)) << "the latest are still known";
        }
        if (i == 1'200) {
            EXPECT_GT(filter.cuts(), 0u);
        }
    }
}

// What is forgotten at the cap depends on how many were seen when.
TEST(DuplicateFilter, RestoredForgetsAtItsCapWhatItWouldHaveForgotten)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    DuplicateFilter filter(1000);
    Timestamp now = kDuplicateFilterStart;
    const auto next = [&random, &now] {
        now += std::chrono::milliseconds(random() % 200);
        return (random() % 4'000) << 32 | 1; // some come again
    };
    for (int i = 0; i < 900; ++i)
        filter.seenBefore(next(), now);
    DuplicateFilter restored = restoredFrom(stateOf(filter), 1000);
    for (int i = 0; i < 5'000; ++i) {
        const std::uint64_t key = next();
        ASSERT_EQ(filter.seenBefore(key, now), restored.seenBefore(key, now)) << i;
        ASSERT_EQ(filter.cuts(), restored.cuts()) << i;
    }
    EXPECT_GT(filter.cuts(), 0u);
}

// Most keys belong to the last lines of the table and to its first ones, so that those run over,
// from the end to the beginning too; at paces that cut the memory to nothing, to some of it, and
// not.
TEST(DuplicateFilter, KeepsLinesThatRunOverThroughForgettingAndRestoring)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    constexpr std::size_t kCap = 1000;
    constexpr std::array kPaces{0ms, 1ms, 100ms, 300ms, 1500ms};
    DuplicateFilter filter(kCap);
    RememberedKeys oracle(kCap);
    Timestamp now = kDuplicateFilterStart;
    for (int i = 0; i < 60'000; ++i) {
        const std::uint64_t line = random() % 8 == 0 ? random() : random() % 16 - 8;
        const std::uint64_t key = (random() % 200 + 1) << 32 | (line & 0xffff);
        now += kPaces.at(static_cast<std::size_t>(i / 3'000) % kPaces.size()) *
               static_cast<int>(random() % 3);
        ASSERT_EQ(filter.seenBefore(key, now), oracle.seenBefore(key, bucketOf(now))) << i;
        ASSERT_EQ(filter.cuts(), oracle.cuts()) << i;
        if (random() % 500 != 0)
            continue;
        const std::string saved = stateOf(filter);
        filter = restoredFrom(saved, kCap);
        ASSERT_EQ(stateOf(filter), saved) << "each key where it was";
    }
    EXPECT_GT(filter.cuts(), 10u);
}

// The first table has 256 lines, and grows when it holds 1,024: all of these belong to the last and
// the first few of each half of the grown one, so that lines run over across both ends.
TEST(DuplicateFilter, KeepsLinesThatRunOverThroughGrowing)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    DuplicateFilter filter(100'000);
    std::vector<std::uint64_t> keys;
    for (std::uint64_t i = 0; i < 4'000; ++i) {
        const std::uint64_t line = (256 - 8 + random() % 16) % 256 + random() % 4 * 256;
        keys.push_back((i + 1) << 32 | line);
        ASSERT_FALSE(filter.seenBefore(keys.back(), kDuplicateFilterStart)) << i;
        if (i % 1'024 > 1 && i != 3'999)
            continue;
        for (const std::uint64_t key : keys)
            ASSERT_TRUE(filter.seenBefore(key, kDuplicateFilterStart)) << i << " " << key;
    }
}

} // namespace
