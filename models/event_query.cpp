// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_query.h"

#include "ingest/metrics/category_table.h"
#include "ingest/metrics/event_matching.h"
#include "ingest/wire/currency.h"
#include "ingest/wire/event.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

QString eventQueryTr(const char *text)
{
    return QCoreApplication::translate("models::EventQuery", text);
}

struct Word
{
    QString text; // without its quotes
    qsizetype at = 0;
    qsizetype length = 0;
    bool quoted = false; // it begins with a quote: plain text
    bool open = false;   // its quote does not end
};

// Blanks divide words, except between quotes.
std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    bool inQuotes = false;
    bool inWord = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace() && !inQuotes) {
            inWord = false;
            continue;
        }
        if (!inWord)
            words.push_back({QString(), i, 0, c == QLatin1Char('"'), false});
        inWord = true;
        words.back().length = i + 1 - words.back().at;
        if (c == QLatin1Char('"'))
            inQuotes = !inQuotes;
        else
            words.back().text += c;
    }
    if (inQuotes && !words.empty())
        words.back().open = true;
    return words;
}

using Kind = QueryTerm::Kind;

std::variant<QueryTerm, QString> termOf(const Word &word)
{
    if (word.open)
        return eventQueryTr("The quote does not end");
    if (word.quoted)
        return QueryTerm{Kind::text, {}, word.text.toStdString(), 0};
    const qsizetype sign =
        std::ranges::find_if(word.text,
                             [](QChar c) {
                                 return c == QLatin1Char(':') || c == QLatin1Char('>') ||
                                        c == QLatin1Char('<') || c == QLatin1Char('=');
                             }) -
        word.text.begin();
    if (sign == word.text.size())
        return QueryTerm{Kind::text, {}, word.text.toStdString(), 0};
    const QString field = word.text.left(sign);
    QString value = word.text.mid(sign + 1);
    if (field.isEmpty())
        return eventQueryTr("A field is missing, such as country:DE");
    const QChar c = word.text[sign];
    if (c == QLatin1Char(':') || c == QLatin1Char('=')) {
        if (value.isEmpty())
            return eventQueryTr("A value is missing, such as country:DE");
        return QueryTerm{Kind::is, field.toStdString(), value.toStdString(), 0};
    }
    const bool orEqual = value.startsWith(QLatin1Char('='));
    value = value.mid(orEqual ? 1 : 0);
    bool number = false;
    const double than = value.toDouble(&number);
    if (!number)
        return eventQueryTr("Here belongs a number, such as amount>100");
    const bool more = c == QLatin1Char('>');
    return QueryTerm{more ? (orEqual ? Kind::atLeast : Kind::greater)
                          : (orEqual ? Kind::atMost : Kind::less),
                     field.toStdString(), value.toStdString(), than};
}

std::optional<double> numberOf(const ingest::wire::Event &event, const std::string &field)
{
    const auto found = std::ranges::find(event.numbers, field, &ingest::wire::Attribute::name);
    if (found != event.numbers.end())
        return found->number;
    if (field == "amount" && event.money)
        return static_cast<double>(event.money->minor) /
               std::pow(10, ingest::wire::exponentOf(event.money->currency));
    return std::nullopt;
}

std::string_view textOf(const ingest::wire::Event &event, const std::string &field)
{
    if (field == "type")
        return event.type;
    if (field == "source")
        return event.source;
    if (field == "journey")
        return event.journey;
    const auto found = std::ranges::find(event.attributes, field, &ingest::wire::Attribute::name);
    return found == event.attributes.end() ? std::string_view() : found->text;
}

bool holds(const QueryTerm &term, const ingest::wire::Event &event)
{
    if (term.kind == Kind::text)
        return std::ranges::search(event.text, term.value, [](char a, char b) {
                   return std::tolower(static_cast<unsigned char>(a)) ==
                          std::tolower(static_cast<unsigned char>(b));
               }).begin() != event.text.end();
    if (term.kind == Kind::is && term.field == "category" && event.failure)
        return ingest::metrics::matchesPattern(term.value, ingest::metrics::categoryNameOf(event));
    if (term.kind == Kind::is)
        return ingest::metrics::matchesPattern(term.value, textOf(event, term.field));
    const auto number = numberOf(event, term.field);
    if (!number)
        return false;
    switch (term.kind) {
    case Kind::greater:
        return *number > term.number;
    case Kind::atLeast:
        return *number >= term.number;
    case Kind::less:
        return *number < term.number;
    default:
        return *number <= term.number;
    }
}

} // namespace

std::variant<EventQuery, QueryProblem> parseQuery(const QString &text)
{
    EventQuery query;
    for (const Word &word : wordsOf(text)) {
        auto term = termOf(word);
        if (const auto *wrong = std::get_if<QString>(&term))
            return QueryProblem{word.at, word.length, *wrong};
        query.terms.push_back(std::get<QueryTerm>(std::move(term)));
    }
    return query;
}

QString termText(const FieldValue &term)
{
    QString value = term.second;
    value.replace(QLatin1Char('"'), QLatin1Char('*'));
    const bool quoted = std::ranges::any_of(value, [](QChar c) { return c.isSpace(); });
    return term.first + QLatin1Char(':') +
           (quoted ? QLatin1Char('"') + value + QLatin1Char('"') : value);
}

QString withTermsToggled(const QString &text, const std::vector<FieldValue> &terms)
{
    QStringList written;
    for (const Word &word : wordsOf(text))
        written.append(text.mid(word.at, word.length));
    QStringList toggled;
    for (const FieldValue &term : terms)
        toggled.append(termText(term));
    const bool all = std::ranges::all_of(
        toggled, [&written](const QString &term) { return written.contains(term); });
    for (const QString &term : toggled)
        if (all)
            written.removeAll(term);
        else if (!written.contains(term))
            written.append(term);
    return written.join(QLatin1Char(' '));
}

UnfinishedWord unfinishedWord(const QString &text)
{
    const std::vector<Word> words = wordsOf(text);
    if (words.empty() || words.back().at + words.back().length < text.size())
        return {text.size(), {}};
    return {words.back().at, words.back().text};
}

bool matches(const EventQuery &query, const ingest::wire::Event &event)
{
    return std::ranges::all_of(query.terms,
                               [&](const QueryTerm &term) { return holds(term, event); });
}

} // namespace models
