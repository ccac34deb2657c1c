// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/token_shape.h"

#include <algorithm>
#include <array>

namespace ingest::metrics {

namespace {

constexpr std::array<std::string_view, 8> kPlaceholders{"<num>", "<hex>", "<uuid>", "<email>",
                                                        "<ip>",  "<str>", "<path>", "<time>"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool hasDigit(std::string_view word)
{
    return std::ranges::any_of(word, isDigit);
}

// True where `word` has the form of `pattern`: h a hex digit, d a digit, anything else itself.
bool matches(std::string_view word, std::string_view pattern)
{
    if (word.size() < pattern.size())
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool same = pattern[i] == 'h'   ? isHexDigit(word[i])
                          : pattern[i] == 'd' ? isDigit(word[i])
                                              : word[i] == pattern[i];
        if (!same)
            return false;
    }
    return true;
}

bool isUuid(std::string_view word)
{
    return word.size() == 36 && matches(word, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh");
}

bool isEmail(std::string_view word)
{
    const std::size_t at = word.find('@');
    return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos &&
           word.back() != '.';
}

// Dates, with or without a time behind them, and times of day.
bool isTime(std::string_view word)
{
    return matches(word, "dddd-dd-dd") || matches(word, "dd.dd.dddd") ||
           matches(word, "dd/dd/dddd") || matches(word, "dddd/dd/dd") ||
           matches(word, "dd:dd:dd") || (word.size() == 5 && matches(word, "dd:dd"));
}

bool isIpv4(std::string_view word)
{
    int dots = 0;
    int digits = 0;
    for (const char c : word.substr(0, std::min(word.find_first_of(":/"), word.size()))) {
        if (isDigit(c)) {
            if (++digits > 3)
                return false;
        } else if (c == '.' && digits > 0) {
            ++dots;
            digits = 0;
        } else {
            return false;
        }
    }
    return dots == 3 && digits > 0;
}

bool isIpv6(std::string_view word)
{
    return std::ranges::count(word, ':') >= 2 &&
           (hasDigit(word) || word.find("::") != std::string_view::npos) &&
           std::ranges::all_of(word, [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

bool isPath(std::string_view word)
{
    if (word.find("://") != std::string_view::npos)
        return true;
    const bool rooted = word.size() > 1 && (word.front() == '/' || word.starts_with("~/") ||
                                            word.starts_with("./") || word.starts_with("../"));
    const bool drive = word.size() > 3 && isLetter(word[0]) && word[1] == ':' && word[2] == '\\';
    return rooted || drive || std::ranges::count(word, '/') >= 2;
}

// 0x1f, or eight and more hex digits with a digit among them.
bool isHex(std::string_view word)
{
    if (word.size() > 2 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X'))
        return std::ranges::all_of(word.substr(2), isHexDigit);
    return word.size() >= 8 && hasDigit(word) && std::ranges::all_of(word, isHexDigit) &&
           !std::ranges::all_of(word, isDigit);
}

// -12, 1,204.50, 3e9, 99%, with a currency sign or not.
bool isNumber(std::string_view word)
{
    for (const std::string_view sign : {"-", "+", "€", "$", "£", "¥", "#", "\xe2\x88\x92"})
        if (word.starts_with(sign))
            word.remove_prefix(sign.size());
    for (const std::string_view unit : {"%", "€", "$", "£"})
        if (word.ends_with(unit))
            word.remove_suffix(unit.size());
    if (word.empty() || !isDigit(word.front()))
        return false;
    return std::ranges::all_of(word, [](char c) {
        return isDigit(c) || c == '.' || c == ',' || c == '_' || c == 'e' || c == 'E' || c == '-' ||
               c == '+';
    });
}

} // namespace

bool isPlaceholder(std::string_view word)
{
    return std::ranges::find(kPlaceholders, word) != kPlaceholders.end();
}

std::string_view placeholderFor(std::string_view word)
{
    if (isPlaceholder(word))
        return word;
    if (isUuid(word))
        return "<uuid>";
    if (isEmail(word))
        return "<email>";
    if (isTime(word))
        return "<time>";
    if (isIpv4(word) || isIpv6(word))
        return "<ip>";
    if (isPath(word))
        return "<path>";
    if (isNumber(word))
        return "<num>";
    if (isHex(word))
        return "<hex>";
    return {};
}

std::size_t digitRun(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length])) {
        ++length;
        const bool joined = length + 1 < text.size() &&
                            (text[length] == '.' || text[length] == ',') &&
                            isDigit(text[length + 1]);
        if (joined)
            ++length;
    }
    return length;
}

} // namespace ingest::metrics
