// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace models {

namespace {

constexpr std::size_t kMostFacets = 6;
constexpr std::size_t kMostValues = 5;
constexpr std::size_t kFewDifferent = 40; // more different values are ids

using Counts = std::map<QString, std::map<QString, int>>; // by name and value

void countAttributes(const EventRow &row, Counts &counts)
{
    if (!row.reason.isEmpty())
        ++counts[QStringLiteral("category")][row.reason];
    for (const auto &[name, value] : row.attributes)
        if (!value.isEmpty())
            ++counts[name][value];
}

Facet facetOf(const QString &name, const std::map<QString, int> &values)
{
    Facet facet{name, 0, {}};
    for (const auto &[value, count] : values) {
        facet.total += count;
        facet.values.push_back({value, count});
    }
    std::ranges::stable_sort(facet.values, std::greater<>{}, &Facet::Value::count);
    if (facet.values.size() > kMostValues)
        facet.values.resize(kMostValues);
    return facet;
}

double ruledByOne(const Facet &facet)
{
    return facet.values.size() < 2
               ? 0.0
               : static_cast<double>(facet.values.front().count) / static_cast<double>(facet.total);
}

bool isNumber(const QString &text)
{
    bool number = false;
    static_cast<void>(text.toDouble(&number));
    return number;
}

} // namespace

std::vector<Facet> facetsOf(const std::vector<EventRow> &rows, const EventQuery &query)
{
    Counts counts;
    for (const EventRow &row : rows)
        countAttributes(row, counts);
    const auto isAskedFor = [&query](const Facet &facet) {
        return std::ranges::any_of(query.terms, [&facet](const QueryTerm &term) {
            return term.kind == QueryTerm::Kind::is &&
                   QString::fromStdString(term.field) == facet.attribute;
        });
    };
    std::vector<Facet> facets;
    for (const auto &[name, values] : counts) {
        if (values.size() > kFewDifferent)
            continue;
        Facet facet = facetOf(name, values);
        if (facet.total * 2 >= static_cast<int>(rows.size()))
            facets.push_back(std::move(facet));
    }
    std::ranges::stable_sort(facets, std::greater<>{}, [&isAskedFor](const Facet &facet) {
        return std::tuple(isAskedFor(facet), ruledByOne(facet));
    });
    if (facets.size() > kMostFacets)
        facets.resize(kMostFacets);
    return facets;
}

QStringList vocabularyOf(const std::vector<EventRow> &rows)
{
    Counts counts{{QStringLiteral("type"), {}},
                  {QStringLiteral("source"), {}},
                  {QStringLiteral("category"), {}},
                  {QStringLiteral("journey"), {}}};
    bool anyAmount = false;
    for (const EventRow &row : rows) {
        ++counts[QStringLiteral("type")][row.type];
        ++counts[QStringLiteral("source")][row.source];
        countAttributes(row, counts);
        anyAmount = anyAmount || !row.amount.isEmpty();
    }
    QStringList terms;
    for (const auto &[name, values] : counts) {
        if (unfinishedWord(name).text != name || name.contains(QLatin1Char(':')))
            continue; // no such name can be written
        terms.append(name + QLatin1Char(':'));
        const bool numbers = !values.empty() && std::ranges::all_of(values, [](const auto &value) {
            return isNumber(value.first);
        });
        if (numbers)
            terms.append(name + QLatin1Char('>'));
        if (values.size() <= kFewDifferent)
            for (const auto &[value, count] : values)
                terms.append(name + QLatin1Char(':') + value);
    }
    const QString amount = QStringLiteral("amount>"); // of whatever its field is named
    if (anyAmount && !terms.contains(amount))
        terms.append(amount);
    return terms;
}

} // namespace models
