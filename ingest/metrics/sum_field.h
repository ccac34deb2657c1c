// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what a sum adds up: the event's money, or another number by name. Owned by one signal.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/known_name.h"
#include "ingest/wire/event.h"

#include <optional>
#include <string>

namespace ingest::metrics {

class SumField
{
public:
    // An empty `field`, and any of the places of money, means the event's money.
    SumField(std::string field, const wire::FieldPlaces &places);

    // Empty where the event has no such number. A number that is not the event's money counts
    // without currency, in hundredths, rounded half away from zero from its decimal digits.
    [[nodiscard]] std::optional<wire::Money> amountOf(const wire::Event &event);

private:
    [[nodiscard]] bool meansMoney(const wire::Event &event);

    KnownName m_field;
    bool m_configuredMoney = false; // the field is a configured place of money
    bool m_defaultMoney = false;    // the field is one of amount, total, value
    std::size_t m_place = 0;
};

} // namespace ingest::metrics
