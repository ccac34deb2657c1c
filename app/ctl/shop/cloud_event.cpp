// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop/cloud_event.h"

#include "app/ctl/shop/planned_event.h"

#include <array>
#include <charconv>

namespace app::shop {

namespace {

// Appends `number` in decimal, padded with zeros to `width`.
void appendPadded(std::string &out, std::uint64_t number, std::size_t width)
{
    std::array<char, 20> digits{};
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
    const auto length = static_cast<std::size_t>(end - digits.begin());
    out.append(width > length ? width - length : 0, '0');
    out.append(digits.data(), length);
}

void appendTime(std::string &out, ingest::Timestamp time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(
        std::chrono::duration_cast<std::chrono::microseconds>(time - day));
    appendPadded(out, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.day()), 2);
    out += 'T';
    appendPadded(out, static_cast<std::uint64_t>(clock.hours().count()), 2);
    out += ':';
    appendPadded(out, static_cast<std::uint64_t>(clock.minutes().count()), 2);
    out += ':';
    appendPadded(out, static_cast<std::uint64_t>(clock.seconds().count()), 2);
    out += '.';
    appendPadded(out, static_cast<std::uint64_t>(clock.subseconds().count()), 6);
    out += 'Z';
}

} // namespace

std::string rfc3339(ingest::Timestamp time)
{
    std::string out;
    appendTime(out, time);
    return out;
}

void writeCloudEvent(const PlannedEvent &event, std::string_view epoch, std::uint64_t sequence,
                     std::string &out)
{
    out.assign("{\"specversion\":\"1.0\",\"type\":\"").append(event.type);
    out.append("\",\"source\":\"").append(nameOf(event.service));
    out.append("\",\"id\":\"").append(epoch).append("-");
    appendPadded(out, sequence, 1);
    out.append("\",\"time\":\"");
    appendTime(out, event.time);
    if (event.journey != 0) {
        out.append("\",\"subject\":\"j-");
        appendPadded(out, event.journey, 1);
    }
    out.append("\",\"sequence\":\"");
    appendPadded(out, sequence, 20);
    out.append("\",\"epoch\":\"").append(epoch);
    out.append("\",\"data\":{").append(event.data).append("}}");
}

} // namespace app::shop
