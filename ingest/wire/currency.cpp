// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/currency.h"

namespace ingest::wire {

namespace {

constexpr std::uint32_t packed(std::string_view code)
{
    std::uint32_t word = 0;
    for (const char letter : code)
        word = word << 8 | static_cast<unsigned char>(letter);
    return word;
}

} // namespace

int exponentOf(CurrencyCode currency)
{
    // ISO 4217 list one: everything else there has two decimals.
    switch (packed(currency.view())) {
    case packed("BIF"):
    case packed("CLP"):
    case packed("DJF"):
    case packed("GNF"):
    case packed("ISK"):
    case packed("JPY"):
    case packed("KMF"):
    case packed("KRW"):
    case packed("PYG"):
    case packed("RWF"):
    case packed("UGX"):
    case packed("UYI"):
    case packed("VND"):
    case packed("VUV"):
    case packed("XAF"):
    case packed("XOF"):
    case packed("XPF"):
        return 0;
    case packed("BHD"):
    case packed("IQD"):
    case packed("JOD"):
    case packed("KWD"):
    case packed("LYD"):
    case packed("OMR"):
    case packed("TND"):
        return 3;
    case packed("CLF"):
    case packed("UYW"):
        return 4;
    default:
        return 2;
    }
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
