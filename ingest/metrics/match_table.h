// SPDX-License-Identifier: GPL-3.0-or-later
// The distinct combinations of what an event is to all funnels: the steps it matches in each and
// the attribute values a chain starting there belongs to. One number stands for one combination, so
// that an event in flight takes 12 bytes. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/step_mask.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

class MatchTable
{
public:
    static constexpr std::size_t kMostRows = 1u << 20;
    static constexpr std::uint32_t kOtherValue = 0xffffffffu; // Interner::kOther

    MatchTable(std::size_t funnels, std::size_t attributes);

    // 0 for the combination without any match or value. Allocates for a new combination only;
    // beyond kMostRows every value of a new one is kOtherValue.
    std::uint32_t intern(std::span<const StepMask> masks, std::span<const std::uint32_t> values);

    // Events whose values went under kOtherValue because their combination was one too many.
    [[nodiscard]] std::uint64_t overflow() const { return m_overflow; }

    [[nodiscard]] std::size_t size() const { return m_size; } // combinations; numbers are below

    [[nodiscard]] StepMask mask(std::uint32_t match, std::size_t funnel) const
    {
        return m_rows[match * m_width + funnel];
    }
    [[nodiscard]] std::uint32_t value(std::uint32_t match, std::size_t attribute) const
    {
        return m_rows[match * m_width + m_funnels + attribute];
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[funnels, width, size, overflow, rows, slots, scratch] =
            *this; // slots follow from rows
        if constexpr (Archive::kReading) {
            std::vector<std::uint32_t> read;
            state(read);
            if (!state.require(width == 0 ? read.empty() : read.size() % width == 0,
                               "half a combination"))
                return;
            for (std::size_t row = 0; width > 0 && row < read.size() / width && state.ok(); ++row) {
                const auto values = std::span(read).subspan(row * width, width);
                const std::uint32_t id = intern(values.first(funnels), values.subspan(funnels));
                state.require(id == row, "a combination twice");
            }
        } else {
            state(rows);
        }
        state(overflow);
    }

private:
    [[nodiscard]] std::size_t slotOf(std::span<const std::uint32_t> row) const;
    std::uint32_t append(std::size_t slot);
    void grow();

    std::size_t m_funnels;
    std::size_t m_width;
    std::size_t m_size = 0;
    std::uint64_t m_overflow = 0;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::uint32_t> m_slots; // open addressing, a power of two, at most half full
    std::vector<std::uint32_t> m_row;   // scratch: the one looked for
};

} // namespace ingest::metrics
