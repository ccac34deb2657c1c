// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_rows.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using small::plain;

struct CategoryRowsTest : testing::Test
{
    CategoryRowsTest() : m_shown(ingest::Window::fiveMinutes)
    {
        add("out_of_stock", 12'345);
        add("declined", 5);
        add("gone", 0);
    }
    void add(const char *name, std::uint64_t count)
    {
        ingest::CategorySnapshot category;
        category.ordinal = static_cast<std::uint32_t>(m_shown.metrics->categories.size());
        category.category = name;
        category.type = "payment.failed";
        category.count = count;
        category.journeys = count;
        category.series =
            small::seriesToNow(std::vector<std::uint64_t>(60, count / 60), std::chrono::seconds(5));
        m_shown.metrics->categories.push_back(category);
    }
    std::vector<models::CategoryRow> rows(std::size_t most = 10)
    {
        return models::categoryRows(m_shown.snapshot, most);
    }
    small::SmallSnapshot m_shown;
};

TEST_F(CategoryRowsTest, OnlyWhatFailedInTheWindowIsListed)
{
    ASSERT_EQ(rows().size(), 2u);
    EXPECT_EQ(plain(rows()[0].name), "Out of stock");
    EXPECT_EQ(plain(rows()[0].type), "payment.failed");
    EXPECT_EQ(rows()[1].ordinal, 1u);
    EXPECT_EQ(rows(1).size(), 1u);
}

TEST_F(CategoryRowsTest, CountsShowEveryDigitAndRatesAreOfTheObservedPart)
{
    EXPECT_EQ(plain(rows()[0].count), "12,345");
    EXPECT_EQ(plain(rows()[0].perMinute), "2,469");
    EXPECT_EQ(plain(rows()[1].perMinute), "1");
    m_shown.snapshot.observed = std::chrono::seconds(60);
    EXPECT_EQ(plain(rows()[1].perMinute), "5");
}

TEST_F(CategoryRowsTest, AnEstimateOfJourneysIsMarked)
{
    EXPECT_EQ(plain(rows()[0].journeys), "12,345");
    m_shown.metrics->categories[0].journeysExact = false;
    EXPECT_EQ(rows()[0].journeys, QStringLiteral("≈12,345"));
}

TEST_F(CategoryRowsTest, TheTrendIsBoundedAndLosesNoCount)
{
    for (const std::size_t points : {60u, 90u, 300u, 3'600u}) {
        m_shown.metrics->categories[0].series.points.assign(points, 1);
        const auto trend = rows()[0].trend;
        EXPECT_LT(trend.size(), 120u);
        EXPECT_EQ(std::accumulate(trend.begin(), trend.end(), 0.0), double(points));
    }
}

TEST_F(CategoryRowsTest, NoMetricsHaveNoRows)
{
    m_shown.snapshot.metrics = nullptr;
    EXPECT_TRUE(rows().empty());
}

} // namespace
