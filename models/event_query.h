// SPDX-License-Identifier: GPL-3.0-or-later
// What the filter bar says: `type:payment.failed country:DE amount>100 "declined"`. All terms must
// hold. Plain values; any thread.
#pragma once

#include <QString>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ingest::wire {
struct Event;
}

namespace models {

struct QueryTerm
{
    enum class Kind { is, greater, atLeast, less, atMost, text };
    Kind kind = Kind::text;
    std::string field; // empty for text
    std::string value; // `*` in `is` stands for any run of characters
    double number = 0; // for comparisons
    bool operator==(const QueryTerm &) const = default;
};

struct EventQuery
{
    std::vector<QueryTerm> terms;
    bool operator==(const EventQuery &) const = default;
};

// Where in the text, and what to do about it.
struct QueryProblem
{
    qsizetype at = 0;
    qsizetype length = 0;
    QString text;
};

[[nodiscard]] std::variant<EventQuery, QueryProblem> parseQuery(const QString &text);

// `category` as the engine names it; fields are type, source, journey, category, and attributes.
[[nodiscard]] bool matches(const EventQuery &query, const ingest::wire::Event &event);

// A name and the value it is to have.
using FieldValue = std::pair<QString, QString>;

// `country:DE`, in quotes where it must be. A quote in the value cannot be written: `*` stands for
// it.
[[nodiscard]] QString termText(const FieldValue &term);

// The text without these terms where it has all of them, else with those that are missing.
[[nodiscard]] QString withTermsToggled(const QString &text, const std::vector<FieldValue> &terms);

// The word that a text ends with, to be completed: where it begins, and without its quotes. Empty
// where it ends with a blank.
struct UnfinishedWord
{
    qsizetype at = 0;
    QString text;
};
[[nodiscard]] UnfinishedWord unfinishedWord(const QString &text);

} // namespace models
