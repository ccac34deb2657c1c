// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seeded_hash.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace ingest::metrics {

namespace {

constexpr std::uint64_t kFirst = 0xa0761d6478bd642full;
constexpr std::uint64_t kSecond = 0xe7037ed1a0b428dbull;

std::uint64_t fold(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Of sixteen bytes with others behind them.
std::uint64_t foldBlock(const char *at, std::uint64_t state)
{
    return fold(loadWord(at) ^ kSecond, loadWord(at + 8) ^ state);
}

// `end`: the last 1 to 16 of `size` bytes, or none.
std::uint64_t foldEnd(std::string_view end, std::size_t size, std::uint64_t state)
{
    const auto [front, back] = end.empty() ? TextEnds{} : endsOf(end);
    return fold(kSecond ^ size, fold(front ^ kSecond, back ^ state));
}

} // namespace

std::uint64_t seededHash(std::string_view bytes, std::uint64_t seed)
{
    const char *at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t state = seed ^ kFirst;
    while (left > kMostEnds) {
        state = foldBlock(at, state);
        at += kMostEnds;
        left -= kMostEnds;
    }
    return foldEnd({at, left}, bytes.size(), state);
}

PiecewiseHash::PiecewiseHash(std::uint64_t seed) : m_state(seed ^ kFirst) {}

void PiecewiseHash::add(std::string_view bytes)
{
    m_size += bytes.size();
    while (!bytes.empty()) {
        if (m_lastSize == kMostEnds) { // it was not the end
            m_state = foldBlock(m_last.data(), m_state);
            m_lastSize = 0;
        }
        if (m_lastSize == 0)
            for (; bytes.size() > kMostEnds; bytes.remove_prefix(kMostEnds))
                m_state = foldBlock(bytes.data(), m_state);
        const std::size_t count = std::min(kMostEnds - m_lastSize, bytes.size());
        std::memcpy(m_last.data() + m_lastSize, bytes.data(), count);
        m_lastSize += count;
        bytes.remove_prefix(count);
    }
}

std::uint64_t PiecewiseHash::value() const
{
    return foldEnd({m_last.data(), m_lastSize}, m_size, m_state);
}

std::uint64_t freshSeed()
{
    std::random_device random;
    return std::uint64_t{random()} << 32 | random();
}

} // namespace ingest::metrics
