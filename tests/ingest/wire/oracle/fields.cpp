// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/fields.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <map>
#include <regex>

namespace test::oracle {

namespace {

// A decimal number as digits and the place of its point: digits * 10^-scale.
struct Digits
{
    bool negative = false;
    std::string digits;
    long scale = 0;
};

std::optional<Digits> digitsOf(const std::string &text)
{
    static const std::regex shape(R"((-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([-+]?[0-9]+))?)");
    std::smatch match;
    if (!std::regex_match(text, match, shape))
        return std::nullopt;
    Digits result;
    result.negative = match[1].length() != 0;
    result.digits = match[2].str() + match[3].str();
    result.digits.erase(0, result.digits.find_first_not_of('0'));
    result.scale = static_cast<long>(match[3].length());
    if (match[4].matched)
        result.scale -=
            std::clamp(std::strtol(match[4].str().c_str(), nullptr, 10), -100'000L, 100'000L);
    return result;
}

// floor(|value| * 10^power) as text of digits, and whether what was cut is a half or more.
std::optional<std::pair<std::string, bool>> shifted(const Digits &value, long power)
{
    std::string digits = value.digits.empty() ? "0" : value.digits;
    const long shift = power - value.scale;
    if (value.digits.empty())
        return std::pair(std::string("0"), false);
    if (shift > 40)
        return std::nullopt;
    if (shift >= 0)
        return std::pair(digits + std::string(static_cast<std::size_t>(shift), '0'), false);
    const auto cut = static_cast<std::size_t>(-shift);
    if (cut > digits.size())
        return std::pair(std::string("0"), false);
    const bool half = digits[digits.size() - cut] >= '5';
    digits.resize(digits.size() - cut);
    return std::pair(digits.empty() ? std::string("0") : digits, half);
}

std::optional<std::int64_t> integerOf(const std::string &digits)
{
    errno = 0;
    const long long value = std::strtoll(digits.c_str(), nullptr, 10);
    if (errno != 0)
        return std::nullopt;
    return value;
}

std::optional<ingest::Timestamp> rfc3339(const std::string &text)
{
    static const std::regex shape(
        R"((\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([-+])(\d\d):(\d\d)))");
    std::smatch match;
    if (!std::regex_match(text, match, shape))
        return std::nullopt;
    const auto number = [&match](std::size_t i) { return std::atoi(match[i].str().c_str()); };
    std::tm calendar{};
    calendar.tm_year = number(1) - 1900;
    calendar.tm_mon = number(2) - 1;
    calendar.tm_mday = number(3);
    const std::tm given = calendar;
    const std::time_t midnight = timegm(&calendar);
    if (calendar.tm_mon != given.tm_mon || calendar.tm_mday != given.tm_mday)
        return std::nullopt; // the date does not exist
    if (number(1) < 1678 || number(1) > 2261 || number(4) > 23 || number(5) > 59 || number(6) > 60)
        return std::nullopt;
    std::int64_t seconds = midnight + number(4) * 3600 + number(5) * 60 + number(6);
    if (match[8].matched) {
        if (number(9) > 23 || number(10) > 59)
            return std::nullopt;
        const int offset = number(9) * 3600 + number(10) * 60;
        seconds += match[8].str() == "+" ? -offset : offset;
    }
    const std::string fraction = (match[7].str() + "000000000").substr(0, 9);
    return ingest::Timestamp(
        std::chrono::nanoseconds(seconds * 1'000'000'000 + std::atoll(fraction.c_str())));
}

std::optional<ingest::Timestamp> epoch(const std::string &text)
{
    const auto value = digitsOf(text);
    if (!value || value->negative)
        return std::nullopt;
    const auto whole = shifted(*value, 0);
    if (!whole)
        return std::nullopt;
    const std::size_t length = whole->first.size();
    const long power = length <= 11 ? 9 : length <= 14 ? 6 : length <= 17 ? 3 : 0;
    const auto scaled = shifted(*value, power);
    const auto nanoseconds = scaled ? integerOf(scaled->first) : std::nullopt;
    if (!nanoseconds)
        return std::nullopt;
    return ingest::Timestamp(std::chrono::nanoseconds(*nanoseconds));
}

} // namespace

void Places::add(const Json *json)
{
    if (json != nullptr && json->isScalar() && json->kind != Json::Kind::null)
        m_found.push_back(json);
}

Places &Places::pointers(const std::vector<std::string> &pointers)
{
    for (const std::string &pointer : pointers)
        add(resolve(m_root, pointer));
    return *this;
}

Places &Places::top(std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        add(m_root.member(name));
    return *this;
}

Places &Places::topThenData(std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        add(m_root.member(name));
        if (m_data != nullptr)
            add(m_data->member(name));
    }
    return *this;
}

Places &Places::nested(std::string_view parent, std::string_view name)
{
    for (const Json *level : {&m_root, m_data}) {
        const Json *object = level != nullptr ? level->member(parent) : nullptr;
        if (object != nullptr && object->kind == Json::Kind::object)
            add(object->member(name));
    }
    return *this;
}

const Json *Places::first() const
{
    return m_found.empty() ? nullptr : m_found.front();
}

const Json *Places::firstText() const
{
    for (const Json *json : m_found)
        if (json->kind == Json::Kind::number ||
            (json->kind == Json::Kind::string && !json->text.empty()))
            return json;
    return nullptr;
}

const Json *resolve(const Json &root, std::string_view pointer)
{
    const Json *at = &root;
    while (at != nullptr && !pointer.empty()) {
        if (pointer.front() != '/')
            return nullptr;
        pointer.remove_prefix(1);
        std::string token(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(token.size());
        token = std::regex_replace(token, std::regex("~1"), "/");
        token = std::regex_replace(token, std::regex("~0"), "~");
        if (at->kind == Json::Kind::array) {
            static const std::regex index("0|[1-9][0-9]{0,6}");
            const std::size_t i = std::regex_match(token, index) ? std::stoul(token) : SIZE_MAX;
            at = i < at->elements.size() ? &at->elements[i] : nullptr;
        } else {
            at = at->member(token);
        }
    }
    return at;
}

std::optional<ingest::Timestamp> timeOf(const Json &json)
{
    if (json.kind == Json::Kind::number)
        return epoch(json.text);
    if (json.kind != Json::Kind::string)
        return std::nullopt;
    const auto time = rfc3339(json.text);
    return time ? time : epoch(json.text);
}

std::optional<std::int64_t> minorOf(const Json &amount, int exponent)
{
    if (amount.kind != Json::Kind::number && amount.kind != Json::Kind::string)
        return std::nullopt;
    const auto value = digitsOf(amount.text);
    if (!value)
        return std::nullopt;
    const auto scaled = shifted(*value, exponent);
    const auto whole = scaled ? integerOf(scaled->first) : std::nullopt;
    if (!whole || (scaled->second && *whole == INT64_MAX))
        return std::nullopt;
    const std::int64_t rounded = *whole + (scaled->second ? 1 : 0);
    return value->negative ? -rounded : rounded;
}

int exponentOf(const std::string &currency)
{
    static const std::map<std::string, int> exceptions{{"JPY", 0}, {"KRW", 0}, {"ISK", 0},
                                                       {"KWD", 3}, {"BHD", 3}, {"CLF", 4}};
    const auto found = exceptions.find(currency);
    return found == exceptions.end() ? 2 : found->second;
}

std::optional<double> numberOf(const Json &json)
{
    if (json.kind != Json::Kind::number)
        return std::nullopt;
    const double value = std::strtod(json.text.c_str(), nullptr);
    const auto digits = digitsOf(json.text);
    if (!std::isfinite(value) || (value == 0 && digits && !digits->digits.empty()))
        return std::nullopt;
    return value;
}

} // namespace test::oracle
