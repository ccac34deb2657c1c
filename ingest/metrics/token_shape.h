// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises what in a word of a message changes from one message to the next. Pure functions.
#pragma once

#include <functional>
#include <string_view>

namespace ingest::metrics {

// "<num>" and its like, as a fingerprint writes them.
[[nodiscard]] bool isPlaceholder(std::string_view word);

// The placeholder for a whole word that is a UUID, an address, a time, a path, a number or hex;
// empty for any other word.
[[nodiscard]] std::string_view placeholderFor(std::string_view word);

// Between the parts of a word that are masked each by itself.
inline constexpr std::string_view kJoints = "=,:;()[]{}|#";

// Gives `put` the word with what varies in it masked: as a whole, without the time it begins with,
// by the parts around its joints, or else its runs of digits.
template <class Put>
void putMasked(std::string_view word, Put put);

// Length of the date, time of day or both at the front, with a time zone; 0 where there is none.
[[nodiscard]] std::size_t timeLength(std::string_view text);

// Length of the run of digits at the front, with points and commas between digits.
[[nodiscard]] std::size_t digitRun(std::string_view text);

template <class Put>
void putMasked(std::string_view word, Put put)
{
    if (word.empty())
        return;
    if (const std::string_view placeholder = placeholderFor(word); !placeholder.empty()) {
        put(placeholder);
        return;
    }
    if (const std::size_t time = timeLength(word)) {
        const std::size_t dash = word[time] == '-' ? 1 : 0; // not a sign of what follows
        put(std::string_view("<time>"));
        put(word.substr(time, dash));
        putMasked(word.substr(time + dash), put);
        return;
    }
    if (const std::size_t joint = word.find_first_of(kJoints); joint != std::string_view::npos) {
        putMasked(word.substr(0, joint), put);
        put(word.substr(joint, 1));
        putMasked(word.substr(joint + 1), put);
        return;
    }
    while (!word.empty()) {
        if (const std::size_t digits = digitRun(word)) {
            put(std::string_view("<num>"));
            word.remove_prefix(digits);
            continue;
        }
        const std::size_t plain = word.find_first_of("0123456789");
        put(word.substr(0, plain));
        word.remove_prefix(plain == std::string_view::npos ? word.size() : plain);
    }
}

} // namespace ingest::metrics
