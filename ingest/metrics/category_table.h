// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every class of failure a number for life: by the category the event gives, else by the
// fingerprint of its message, else by its type. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/interner.h"
#include "ingest/metrics/seen_times.h"
#include "ingest/time.h"
#include "ingest/wire/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace ingest::metrics {

inline constexpr std::string_view kOtherCategory = "(other)"; // all those beyond the cap

class CategoryTable
{
public:
    struct Category
    {
        std::string name;
        // Of the event with the latest time; of several the least of all three, as texts in order:
        // which of them arrives last must not show.
        std::string fingerprint; // of its message
        std::string type;
        std::string source;
        SeenTimes seen;
        std::uint64_t count = 0; // since the start
    };

    // Beyond `cap` categories everything new is `(other)`, which is the number `cap`.
    CategoryTable(std::size_t cap, std::uint64_t seed);

    // `event.failure` is present. `time`: the time the event counts at.
    std::uint32_t observe(const wire::Event &event, Timestamp time);

    [[nodiscard]] const std::vector<Category> &categories() const { return m_categories; }
    [[nodiscard]] std::uint64_t overflow() const { return m_names.overflow(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[cap, names, categories, fingerprint, message, shortened, source] = *this;
        state(names, categories);
        if constexpr (Archive::kReading) {
            state.require(categories.size() == names.size() ||
                              (names.size() == cap && categories.size() == cap + 1),
                          "categories without names");
            message.clear(); // of the last one seen
            fingerprint.clear();
        }
    }

private:
    Category &categoryOf(std::string_view name, std::uint32_t &id);
    void learn(Category &category, const wire::Event &event, Timestamp time);

    std::size_t m_cap;
    Interner m_names;
    std::vector<Category> m_categories; // by number
    std::string m_fingerprint;          // of m_message
    std::string m_message;              // the last message seen: they repeat
    std::string m_shortened;            // the last overlong type
    std::string m_shortSource;          // and source
};

// What a failing event is counted as, below the cap: by the same rule. `event.failure` is present.
[[nodiscard]] std::string categoryNameOf(const wire::Event &event);

} // namespace ingest::metrics
