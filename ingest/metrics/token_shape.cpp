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
           word.back() != '.' && word.find_first_of(kJoints) == std::string_view::npos;
}

std::size_t digitsAt(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
}

// The length of 2026-11-23, 2026/3/9, 23.11.2026 or 3/9/2026 at the front; 0 where there is none.
std::size_t dateLength(std::string_view text)
{
    const std::size_t first = digitsAt(text);
    if (first == 0 || first == text.size())
        return 0;
    const bool yearFirst = first == 4;
    const char joint = text[first];
    if ((!yearFirst && first > 2) || (joint != '/' && joint != (yearFirst ? '-' : '.')))
        return 0;
    const std::size_t second = digitsAt(text.substr(first + 1));
    const std::size_t end = first + 1 + second;
    if (second == 0 || second > 2 || end == text.size() || text[end] != joint)
        return 0;
    const std::size_t third = digitsAt(text.substr(end + 1));
    if (yearFirst ? third == 0 || third > 2 : third != 4)
        return 0;
    const std::string_view rest = text.substr(end + 1 + third);
    return joint == '/' && rest.starts_with('/') ? 0 : text.size() - rest.size(); // else a path
}

// The length of 08:10:03.123 at the front; 08:10 is one behind a date, or alone.
std::size_t clockLength(std::string_view text, bool behindDate)
{
    if (!matches(text, "dd:dd:dd"))
        return matches(text, "dd:dd") && (behindDate || text.size() == 5) ? 5 : 0;
    const std::string_view rest = text.substr(8);
    if (rest.starts_with('.') || rest.starts_with(','))
        return 8 + (digitsAt(rest.substr(1)) > 0 ? 1 + digitsAt(rest.substr(1)) : 0);
    return rest.starts_with(':') && digitsAt(rest.substr(1)) == 3 ? 12 : 8;
}

std::size_t zoneLength(std::string_view text)
{
    if (text.starts_with('Z') || text.starts_with('z'))
        return text.size() == 1 || !isLetter(text[1]) ? 1 : 0;
    if (!text.starts_with('+') && !text.starts_with('-'))
        return 0;
    const std::string_view offset = text.substr(1);
    return matches(offset, "dd:dd") ? 6 : matches(offset, "dddd") ? 5 : 0;
}

bool isIpv4(std::string_view word)
{
    int dots = 0;
    int digits = 0;
    const std::size_t end = std::min(word.find_first_of(":/"), word.size());
    if (end < word.size() && !std::ranges::all_of(word.substr(end + 1), isDigit))
        return false; // a word behind it, not a port or the length of a prefix
    for (const char c : word.substr(0, end)) {
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
    const std::size_t time = timeLength(word);
    if (time == word.size())
        return "<time>";
    if (isIpv4(word) || isIpv6(word))
        return "<ip>";
    if (time > 0) // what is behind it may be words
        return {};
    if (isPath(word))
        return "<path>";
    if (isNumber(word))
        return "<num>";
    if (isHex(word))
        return "<hex>";
    return {};
}

std::size_t timeLength(std::string_view text)
{
    std::size_t length = dateLength(text);
    std::size_t clock = 0;
    if (length == 0) {
        clock = length = clockLength(text, false);
    } else if (length < text.size() && (text[length] == 'T' || text[length] == 't')) {
        clock = clockLength(text.substr(length + 1), true);
        length += clock > 0 ? 1 + clock : 0;
    }
    if (clock > 0)
        length += zoneLength(text.substr(length));
    return length < text.size() && isDigit(text[length]) ? 0 : length;
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
