// SPDX-License-Identifier: GPL-3.0-or-later
// Takes plain structs apart, so that their state is all of their members without naming one: a
// member added is a member kept. Pure; compile time.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace ingest::state {

// Stands for a value of any type where members are counted. Never evaluated.
struct Anything
{
    template <class T>
    operator T() const; // NOLINT(google-explicit-constructor): converts
};

inline constexpr std::size_t kMostMembers = 22;

template <class T, std::size_t... I>
consteval bool takesInitializers(std::index_sequence<I...>)
{
    return requires
    {
        T{(static_cast<void>(I), Anything{})...};
    };
}

template <class T, std::size_t n = kMostMembers>
consteval std::size_t memberCount()
{
    if constexpr (n == 0 || takesInitializers<T>(std::make_index_sequence<n>()))
        return n;
    else
        return memberCount<T, n - 1>();
}

// Calls visit(members...) with all of them, in order. A miscount does not compile.
template <class T, class Visit>
void withMembers(T &value, Visit visit)
{
    constexpr std::size_t kMembers = memberCount<T>();
    static_assert(kMembers > 0);
    if constexpr (kMembers == 1) {
        auto &[a] = value;
        visit(a);
    } else if constexpr (kMembers == 2) {
        auto &[a, b] = value;
        visit(a, b);
    } else if constexpr (kMembers == 3) {
        auto &[a, b, c] = value;
        visit(a, b, c);
    } else if constexpr (kMembers == 4) {
        auto &[a, b, c, d] = value;
        visit(a, b, c, d);
    } else if constexpr (kMembers == 5) {
        auto &[a, b, c, d, e] = value;
        visit(a, b, c, d, e);
    } else if constexpr (kMembers == 6) {
        auto &[a, b, c, d, e, f] = value;
        visit(a, b, c, d, e, f);
    } else if constexpr (kMembers == 7) {
        auto &[a, b, c, d, e, f, g] = value;
        visit(a, b, c, d, e, f, g);
    } else if constexpr (kMembers == 8) {
        auto &[a, b, c, d, e, f, g, h] = value;
        visit(a, b, c, d, e, f, g, h);
    } else if constexpr (kMembers == 9) {
        auto &[a, b, c, d, e, f, g, h, i] = value;
        visit(a, b, c, d, e, f, g, h, i);
    } else if constexpr (kMembers == 10) {
        auto &[a, b, c, d, e, f, g, h, i, j] = value;
        visit(a, b, c, d, e, f, g, h, i, j);
    } else if constexpr (kMembers == 11) {
        auto &[a, b, c, d, e, f, g, h, i, j, k] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k);
    } else if constexpr (kMembers == 12) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l);
    } else if constexpr (kMembers == 13) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m);
    } else if constexpr (kMembers == 14) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    } else if constexpr (kMembers == 15) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    } else if constexpr (kMembers == 16) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    } else if constexpr (kMembers == 17) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    } else if constexpr (kMembers == 18) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
    } else if constexpr (kMembers == 19) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s);
    } else if constexpr (kMembers == 20) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
    } else if constexpr (kMembers == 21) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
    } else if constexpr (kMembers == 22) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v] = value;
        visit(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v);
    }
}

template <class T>
inline constexpr bool kIsTime = false;
template <class Rep, class Period>
inline constexpr bool kIsTime<std::chrono::duration<Rep, Period>> = true;
template <class Clock, class Duration>
inline constexpr bool kIsTime<std::chrono::time_point<Clock, Duration>> = true;

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class T>
inline constexpr bool kIsPair = false;
template <class A, class B>
inline constexpr bool kIsPair<std::pair<A, B>> = true;

template <class T>
inline constexpr bool kIsArray = false;
template <class T, std::size_t n>
inline constexpr bool kIsArray<std::array<T, n>> = true;

template <class T>
inline constexpr bool kIsMap = false;
template <class K, class V, class C>
inline constexpr bool kIsMap<std::map<K, V, C>> = true;

template <class T>
inline constexpr bool kIsSequence = false;
template <class T, class A>
inline constexpr bool kIsSequence<std::vector<T, A>> = true;
template <class T, class A>
inline constexpr bool kIsSequence<std::deque<T, A>> = true;

} // namespace ingest::state
