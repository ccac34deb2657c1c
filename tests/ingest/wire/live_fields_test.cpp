// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/live_fields.h"

#include "tests/ingest/support/walked_object.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest::wire;
using test::WalkedObject;

std::string textOf(const Attribute *scalar)
{
    return scalar != nullptr ? std::string(scalar->text) : "-";
}

TEST(LiveFields, NamesTheScalarThatHoldsEachField)
{
    const WalkedObject object(
        R"({"event":"a.failed","name":"n","service":"s","event_id":"i","instance":"e","seq":7,)"
        R"("ts":1795421403,"started":1,"cart_id":"c","error":{"type":"t","message":"m"},)"
        R"("data":{"currency":"EUR","total":5}})");
    ASSERT_TRUE(object.isEvent());
    const LiveFields &fields = object.fields();
    EXPECT_EQ(textOf(fields.type()), "a.failed");
    EXPECT_EQ(textOf(fields.name()), "n");
    EXPECT_EQ(textOf(fields.source()), "s");
    EXPECT_EQ(textOf(fields.id()), "i");
    EXPECT_EQ(textOf(fields.epoch()), "e");
    EXPECT_EQ(textOf(fields.sequence()), "7");
    EXPECT_EQ(textOf(fields.time()), "1795421403");
    EXPECT_EQ(textOf(fields.started()), "1");
    EXPECT_EQ(textOf(fields.journey()), "c");
    EXPECT_EQ(textOf(fields.currency()), "EUR");
    EXPECT_EQ(textOf(fields.category()), "t");
    EXPECT_EQ(textOf(fields.message()), "m");
    EXPECT_TRUE(fields.saysFailure());
    EXPECT_FALSE(fields.isErrorBoolean());
}

TEST(LiveFields, NamesNothingThatIsNotThere)
{
    const WalkedObject object(R"({"type":"a"})");
    const LiveFields &fields = object.fields();
    for (const Attribute *field :
         {fields.name(), fields.source(), fields.id(), fields.epoch(), fields.sequence(),
          fields.time(), fields.started(), fields.journey(), fields.currency(), fields.category(),
          fields.message()})
        EXPECT_EQ(field, nullptr);
    EXPECT_FALSE(fields.saysFailure());
}

TEST(LiveFields, OffersAmountsUntilOneIsTaken)
{
    const WalkedObject object(R"({"type":"a","value":1,"amount":2,"data":{"amount":3,"total":4}})");
    std::string offered;
    object.fields().eachAmount([&](const Attribute &amount) {
        offered += amount.text;
        return amount.text == "4";
    });
    EXPECT_EQ(offered, "234");
}

TEST(LiveFields, SaysOfABooleanErrorThatItsValueMatters)
{
    EXPECT_TRUE(WalkedObject(R"({"type":"a","error":true})").fields().isErrorBoolean());
    const WalkedObject inData(R"({"type":"a","data":{"error":false}})");
    EXPECT_TRUE(inData.fields().isErrorBoolean());
    EXPECT_FALSE(inData.fields().saysFailure());
}

} // namespace
