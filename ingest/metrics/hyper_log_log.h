// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates how many distinct keys were added, with a standard error of 1.6 %, in 4 KiB at most.
// Merging is exact: the registers of a union are the maxima. Owned by the engine; not thread-safe.
// Source: Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog" (2007), p = 12; the estimate after
// O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches" (2017), which needs no
// correction tables.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace ingest::metrics {

class HyperLogLog
{
public:
    static constexpr int kPrecision = 12;
    static constexpr std::size_t kRegisters = std::size_t{1} << kPrecision;
    using Registers = std::array<std::uint8_t, kRegisters>;

    // `hash` is good in all its 64 bits.
    void add(std::uint64_t hash);
    void merge(const HyperLogLog &other);
    void clear() { m_registers.reset(); }

    [[nodiscard]] double estimate() const;
    // Of registers that were kept: all 4,096, or none.
    [[nodiscard]] static double estimateOf(std::span<const std::uint8_t> registers);
    [[nodiscard]] bool empty() const { return !m_registers; }
    // Empty, or all 4,096 registers.
    [[nodiscard]] std::span<const std::uint8_t> registers() const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[registers] = *this;
        bool used = registers != nullptr;
        state(used);
        if constexpr (Archive::kReading)
            registers = used ? std::make_unique<Registers>() : nullptr;
        if (used)
            state(*registers);
        if constexpr (Archive::kReading)
            if (used)
                state.require(std::ranges::max(*registers) <= 64 - kPrecision + 1,
                              "a register out of range");
    }

private:
    std::unique_ptr<Registers> m_registers; // allocated with the first key
};

} // namespace ingest::metrics
