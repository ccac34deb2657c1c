// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_query.h"

#include "ingest/wire/event.h"

#include <gtest/gtest.h>

namespace {

using models::EventQuery;
using models::parseQuery;
using models::QueryProblem;

class EventQueryTest : public testing::Test
{
protected:
    EventQueryTest()
    {
        m_event.type = "payment.failed";
        m_event.source = "/shop/payments";
        m_event.journey = "j-17";
        m_event.failure = ingest::wire::Failure{"declined", "card 1 was Declined"};
        m_event.money = ingest::wire::Money{12840, {{'E', 'U', 'R'}}};
        m_event.attributes = {{"country", "DE", 0, ingest::wire::ValueKind::string},
                              {"app", "iOS 4.2", 0, ingest::wire::ValueKind::string}};
        m_event.numbers = {{"tries", "2", 2, ingest::wire::ValueKind::number}};
        m_event.text = R"({"type":"payment.failed","message":"card 1 was Declined"})";
    }

    [[nodiscard]] bool matches(const char *text) const
    {
        const auto read = parseQuery(QString::fromUtf8(text));
        EXPECT_TRUE(std::holds_alternative<EventQuery>(read)) << text;
        return models::matches(std::get<EventQuery>(read), m_event);
    }

    ingest::wire::Event m_event;
};

TEST_F(EventQueryTest, everyTermMustHold)
{
    EXPECT_TRUE(matches(""));
    EXPECT_TRUE(matches("type:payment.failed country:DE amount>100 \"declined\""));
    EXPECT_FALSE(matches("type:payment.failed country:FR"));
    EXPECT_FALSE(matches("country:DE \"approved\""));
}

TEST_F(EventQueryTest, aStarStandsForAnyText)
{
    EXPECT_TRUE(matches("type:payment.* source:*payments"));
    EXPECT_FALSE(matches("type:order.*"));
}

TEST_F(EventQueryTest, comparesAmountsAndNumbers)
{
    EXPECT_TRUE(matches("amount>128.39 amount<=128.40 amount>=128.40"));
    EXPECT_FALSE(matches("amount>128.40"));
    EXPECT_FALSE(matches("amount<128.40"));
    EXPECT_TRUE(matches("tries>1 tries<3"));
    EXPECT_FALSE(matches("missing>0"));
}

TEST_F(EventQueryTest, knowsFieldsThatAreNoAttributes)
{
    EXPECT_TRUE(matches("journey:j-17 category:declined"));
    EXPECT_FALSE(matches("category:timeout"));
    EXPECT_TRUE(matches("app:\"iOS 4.2\""));
    EXPECT_TRUE(matches("DECLINED"));
}

TEST_F(EventQueryTest, aCategoryIsTheNameItIsCountedUnder)
{
    m_event.failure = ingest::wire::Failure{"", "card 4711 was declined"};
    EXPECT_TRUE(matches("category:\"card <num> was declined\""));
    EXPECT_FALSE(matches("category:\"card 4711 was declined\""));
    m_event.failure = ingest::wire::Failure{"", ""};
    EXPECT_TRUE(matches("category:payment.failed"));
    m_event.failure.reset();
    EXPECT_FALSE(matches("category:payment.failed"));
}

TEST_F(EventQueryTest, whatIsWrittenForAValueFindsIt)
{
    for (const char *value :
         {"DE", "iOS 4.2", "two  blanks", "a \"quoted\" word", "x\ty", "a:b>c"}) {
        m_event.attributes = {{"app", value, 0, ingest::wire::ValueKind::string}};
        const QString term = models::termText({QStringLiteral("app"), QString::fromUtf8(value)});
        EXPECT_TRUE(matches(term.toUtf8().constData())) << term.toStdString();
    }
}

TEST(EventQueryText, termsAreAddedWhereMissingAndTakenBackWhereAllAreThere)
{
    const std::vector<models::FieldValue> both{{QStringLiteral("app"), QStringLiteral("iOS  4.2")},
                                               {QStringLiteral("country"), QStringLiteral("DE")}};
    const QString written = QStringLiteral("\"no such  card\" app:\"iOS  4.2\" country:DE");
    EXPECT_EQ(models::withTermsToggled(QStringLiteral("\"no such  card\""), both), written);
    EXPECT_EQ(models::withTermsToggled(QStringLiteral("\"no such  card\" app:\"iOS  4.2\""), both),
              written);
    EXPECT_EQ(models::withTermsToggled(written, both), QStringLiteral("\"no such  card\""));
    EXPECT_EQ(models::withTermsToggled(QStringLiteral("country:DEU"), {both[1]}),
              QStringLiteral("country:DEU country:DE"));
}

TEST(EventQueryText, theUnfinishedWordIsTheLastOneWithoutItsQuotes)
{
    const auto last = [](const char *text) {
        const models::UnfinishedWord word = models::unfinishedWord(QString::fromUtf8(text));
        return std::pair(word.at, word.text.toStdString());
    };
    EXPECT_EQ(last(""), std::pair(qsizetype{0}, std::string()));
    EXPECT_EQ(last("type:a cou"), std::pair(qsizetype{7}, std::string("cou")));
    EXPECT_EQ(last("type:a "), std::pair(qsizetype{7}, std::string()));
    EXPECT_EQ(last("a city:\"New Yo"), std::pair(qsizetype{2}, std::string("city:New Yo")));
}

struct Wrong
{
    const char *text;
    qsizetype at;
    qsizetype length;
};

class EventQueryProblem : public testing::TestWithParam<Wrong>
{
};

TEST_P(EventQueryProblem, isSaidInPlace)
{
    const auto read = parseQuery(QString::fromUtf8(GetParam().text));
    ASSERT_TRUE(std::holds_alternative<QueryProblem>(read));
    EXPECT_EQ(std::get<QueryProblem>(read).at, GetParam().at);
    EXPECT_EQ(std::get<QueryProblem>(read).length, GetParam().length);
    EXPECT_FALSE(std::get<QueryProblem>(read).text.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, EventQueryProblem,
                         testing::Values(Wrong{"country:", 0, 8}, Wrong{"a:b :DE", 4, 3},
                                         Wrong{"x:y amount>many", 4, 11}, Wrong{"a \"open", 2, 5}));

} // namespace
