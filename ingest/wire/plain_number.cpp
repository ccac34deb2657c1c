// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/plain_number.h"

#include <algorithm>

namespace ingest::wire {

AnyNumber readAnyNumber(std::string_view text)
{
    const std::size_t bytes = std::min(text.find_first_not_of("0123456789+-.eE"), text.size());
    const ParsedNumber parsed = parseNumber(text.substr(0, bytes));
    if (!parsed.wellFormed || !parsed.inRange)
        return {};
    return {parsed.value, parseDecimal(text.substr(0, bytes)).value_or(Decimal{}), bytes};
}

} // namespace ingest::wire
