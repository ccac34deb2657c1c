// SPDX-License-Identifier: GPL-3.0-or-later
// Random payloads for the decoder: events in every shape it understands, odd but legal JSON, and
// broken bytes. The same seed gives the same payloads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>

namespace test::oracle {

class RandomDocument
{
public:
    explicit RandomDocument(std::uint64_t seed) : m_random(seed) {}

    // One event's object, mostly an acceptable event.
    [[nodiscard]] std::string object();
    // An object, an array or lines of objects.
    [[nodiscard]] std::string payload();
    // A payload with some bytes changed, cut out, put in or repeated.
    [[nodiscard]] std::string broken();

    [[nodiscard]] std::size_t below(std::size_t bound) { return m_random() % bound; }
    [[nodiscard]] bool oneIn(std::size_t n) { return below(n) == 0; }

private:
    std::string pick(std::initializer_list<const char *> words);
    std::string blank();
    std::string quoted(const std::string &raw);
    std::string key(bool topLevel);
    std::string valueFor(const std::string &key, int depth);
    std::string scalar();
    std::string number();
    std::string string();
    std::string time();
    std::string container(int depth);
    std::string members(std::size_t count, bool topLevel, int depth);

    std::mt19937_64 m_random;
};

} // namespace test::oracle
