// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/currency.h"

#include <algorithm>

namespace ingest::wire {

namespace {

// ISO 4217 list one: everything else there has two decimals.
constexpr std::array<std::string_view, 17> kNone{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                 "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                 "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> kThree{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::array<std::string_view, 2> kFour{"CLF", "UYW"};

} // namespace

int exponentOf(CurrencyCode currency)
{
    const auto isIn = [code = currency.view()](const auto &codes) {
        return std::ranges::find(codes, code) != codes.end();
    };
    if (isIn(kNone))
        return 0;
    if (isIn(kThree))
        return 3;
    return isIn(kFour) ? 4 : 2;
}

std::optional<CurrencyCode> parseCurrency(std::string_view text)
{
    CurrencyCode code;
    if (text.size() != code.letters.size())
        return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char upper = static_cast<char>(text[i] & ~0x20);
        if (upper < 'A' || upper > 'Z')
            return std::nullopt;
        code.letters.at(i) = upper;
    }
    return code;
}

} // namespace ingest::wire
