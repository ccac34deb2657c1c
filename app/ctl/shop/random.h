// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated shop's only source of chance: the same seed gives the same shop on every machine,
// which std's distributions do not promise. Generator: SplitMix64 (Steele, Lea, Flood 2014).
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace app::shop {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t bits()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    // In [0, 1).
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

    bool chance(double probability) { return uniform() < probability; }

    // Mean 1 / rate.
    double exponential(double rate) { return -std::log1p(-uniform()) / rate; }

    // `sigma` is the standard deviation of the logarithm: 0.5 is mild, 1 has a long tail.
    double logNormal(double median, double sigma)
    {
        const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
        return median * std::exp(sigma * radius * std::cos(6.283185307179586 * uniform()));
    }

    // Index into `weights`, which need not add up to one.
    std::size_t pick(std::span<const double> weights)
    {
        double total = 0;
        for (const double weight : weights)
            total += weight;
        double at = uniform() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            if (at < weights[i])
                return i;
            at -= weights[i];
        }
        return weights.size() - 1;
    }

    std::size_t pick(std::initializer_list<double> weights)
    {
        return pick(std::span(weights.begin(), weights.size()));
    }

private:
    std::uint64_t m_state;
};

} // namespace app::shop
