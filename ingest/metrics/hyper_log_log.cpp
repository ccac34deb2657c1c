// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/hyper_log_log.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ingest::metrics {

namespace {

constexpr int kHashBits = 64 - HyperLogLog::kPrecision;

// Ertl's sigma: the contribution of registers still at zero; x in [0, 1].
double sigma(double x)
{
    if (x == 1.0)
        return HUGE_VAL;
    double y = 1;
    double z = x;
    for (double before = -1; z != before;) {
        x *= x;
        before = z;
        z += x * y;
        y += y;
    }
    return z;
}

// Ertl's tau: the contribution of saturated registers; x in [0, 1].
double tau(double x)
{
    if (x == 0.0 || x == 1.0)
        return 0;
    double y = 1;
    double z = 1 - x;
    for (double before = -1; z != before;) {
        x = std::sqrt(x);
        before = z;
        y *= 0.5;
        z -= (1 - x) * (1 - x) * y;
    }
    return z / 3;
}

} // namespace

void HyperLogLog::add(std::uint64_t hash)
{
    if (!m_registers)
        m_registers = std::make_unique<Registers>();
    const std::size_t index = hash >> kHashBits;
    const std::uint64_t rest = hash << kPrecision;
    const int rank = rest == 0 ? kHashBits + 1 : std::countl_zero(rest) + 1;
    std::uint8_t &reg = (*m_registers)[index];
    reg = std::max(reg, static_cast<std::uint8_t>(rank));
}

void HyperLogLog::merge(const HyperLogLog &other)
{
    if (!other.m_registers)
        return;
    if (!m_registers) {
        m_registers = std::make_unique<Registers>(*other.m_registers);
        return;
    }
    for (std::size_t i = 0; i < kRegisters; ++i)
        (*m_registers)[i] = std::max((*m_registers)[i], (*other.m_registers)[i]);
}

double HyperLogLog::estimate() const
{
    return estimateOf(registers());
}

double HyperLogLog::estimateOf(std::span<const std::uint8_t> registers)
{
    if (registers.empty())
        return 0;
    std::array<double, kHashBits + 2> counts{};
    for (const std::uint8_t reg : registers)
        counts.at(reg) += 1;
    constexpr double m = kRegisters;
    double z = m * tau(1.0 - counts.back() / m);
    for (std::size_t k = kHashBits; k >= 1; --k)
        z = 0.5 * (z + counts.at(k));
    z += m * sigma(counts.front() / m);
    constexpr double alpha = 0.5 / 0.6931471805599453; // 1 / (2 ln 2)
    return alpha * m * m / z;
}

std::span<const std::uint8_t> HyperLogLog::registers() const
{
    return m_registers ? std::span<const std::uint8_t>(*m_registers)
                       : std::span<const std::uint8_t>();
}

} // namespace ingest::metrics
