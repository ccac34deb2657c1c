// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sum_field.h"

#include "ingest/metrics/attribute_values.h"
#include "ingest/wire/decimal.h"

#include <algorithm>
#include <array>

namespace ingest::metrics {

namespace {

constexpr std::array<std::string_view, 3> kMoneyNames{"amount", "total", "value"};
constexpr int kHundredths = 2;

} // namespace

SumField::SumField(std::string field, const wire::FieldPlaces &places)
    : m_field(std::move(field)),
      m_configuredMoney(std::ranges::find(places.amount, m_field.text()) != places.amount.end()),
      m_defaultMoney(std::ranges::find(kMoneyNames, m_field.text()) != kMoneyNames.end())
{
}

// Of several numbers with a name of money, the event's money is the first in the order of places.
bool SumField::meansMoney(const wire::Event &event)
{
    if (m_field.text().empty() || m_configuredMoney)
        return true;
    if (!m_defaultMoney)
        return false;
    for (const std::string_view name : kMoneyNames) {
        if (m_field == name)
            return true;
        if (std::ranges::find(event.numbers, name, &wire::Attribute::name) != event.numbers.end())
            return false;
    }
    return true;
}

std::optional<wire::Money> SumField::amountOf(const wire::Event &event)
{
    if (event.money && meansMoney(event))
        return event.money;
    if (m_field.text().empty())
        return std::nullopt;
    const wire::Attribute *number = findAttribute(event.numbers, m_field, m_place);
    if (number == nullptr)
        return std::nullopt;
    const auto decimal = wire::parseDecimal(number->text);
    if (!decimal)
        return std::nullopt;
    const auto minor = decimal->scaled(kHundredths, wire::Rounding::halfAwayFromZero);
    return minor ? std::optional(wire::Money{*minor, {}}) : std::nullopt;
}

} // namespace ingest::metrics
