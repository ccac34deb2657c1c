// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/trait_table.h"

#include "ingest/evidence/event_keeper.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace ingest;
using evidence::Trait;
using evidence::TraitTable;

class TraitTableTest : public testing::Test
{
protected:
    void add(bool fails, const std::string &data)
    {
        const std::string text = R"({"type":"payment","source":"s","data":{)" + data + "}}";
        wire::Event event;
        event.type = "payment";
        event.text = text;
        event.arrival = test::at(1);
        m_fails.push_back(fails);
        m_keeper.keep(event, test::at(1), m_fails.size(), evidence::kNoCategory);
    }

    TraitTable table()
    {
        std::vector<evidence::Attempt> attempts;
        m_keeper.view()->forEach([&](const auto &chunk, const evidence::KeptRecord &record) {
            attempts.push_back({{chunk, record},
                                record.journey,
                                m_fails[record.number - 1],
                                m_fails[record.number - 1] ? 1u : 0u});
        });
        TraitTable traits(wire::FieldPlaces{});
        traits.add(attempts, true);
        traits.leaveOutTellTales();
        return traits;
    }

    static std::set<std::string> attributes(const TraitTable &table)
    {
        std::set<std::string> names;
        for (const Trait &trait : table.traits(1))
            names.insert(table.attribute(trait));
        return names;
    }

    evidence::EventKeeper m_keeper{std::size_t{8} << 20};
    std::vector<bool> m_fails;
};

TEST_F(TraitTableTest, leavesOutIdsAmountsReasonsAndWhatNeverVaries)
{
    for (int i = 0; i < 400; ++i) {
        std::string data = R"("country":")" + std::string(i % 3 == 0 ? "DE" : "FR") + R"(",)";
        data += R"("order":"o)" + std::to_string(i) + R"(",)";
        data += R"("amount":)" + std::to_string(i * 17 % 301) + ".5,";
        data += R"("currency":"EUR")";
        if (i % 4 == 0)
            data += R"(,"reason":")" + std::string(i % 8 == 0 ? "a" : "b") + R"(")";
        add(i % 4 == 0, data);
    }
    EXPECT_EQ(attributes(table()), (std::set<std::string>{"country"}));
}

TEST_F(TraitTableTest, countsThoseThatBearATraitWithinThoseThatBearAnother)
{
    for (int i = 0; i < 100; ++i)
        add(i % 10 == 0, R"("country":")" + std::string(i % 2 == 0 ? "DE" : "FR") + R"(","app":")" +
                             std::string(i % 4 == 0 ? "1" : "2") + R"(")");
    const TraitTable traits = table();
    const auto all = traits.traits(1);
    ASSERT_EQ(all.size(), 4u); // app=1, app=2, country=DE, country=FR
    const evidence::Table german = traits.count(true, all[2], {});
    EXPECT_EQ(german.trials, 100u);
    EXPECT_EQ(german.marked, 50u);
    EXPECT_EQ(german.failing, 10u);
    EXPECT_EQ(german.both, 10u);
    const evidence::Table first = traits.count(true, all[0], {all[2]});
    EXPECT_EQ(first.trials, 50u);
    EXPECT_EQ(first.marked, 25u);
    EXPECT_EQ(first.both, 5u); // 0, 20, 40, 60, 80
    EXPECT_EQ(traits.count(false, all[0], {}).trials, 0u);
}

} // namespace
