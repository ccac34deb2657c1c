// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what StateWriter wrote. Total: whatever the bytes, it gives values and says whether they
// can be used; no length is believed further than there are bytes. Owned by one thread.
#pragma once

#include "ingest/state/state_shapes.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

namespace ingest::state {

class StateReader
{
public:
    static constexpr bool kReading = true;

    explicit StateReader(std::string_view bytes) : m_rest(bytes) {}

    template <class... Values>
    void operator()(Values &...values)
    {
        (take(values), ...);
    }

    template <class Container>
    void fixed(Container &values)
    {
        const std::size_t expected = values.size();
        if (require(takeVarint() == expected, "a table of another size"))
            for (auto &&item : values)
                takeItem(item);
    }

    template <class Container>
    void fixedLater(Container &values)
    {
        fixed(values);
    }

    [[nodiscard]] std::uint64_t hash()
    {
        std::uint64_t value = 0;
        const std::string_view bytes = takeBytes(sizeof value);
        if (!bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        if constexpr (std::endian::native == std::endian::big)
            value = __builtin_bswap64(value);
        return value;
    }
    // How many items follow, of at least so many bytes each; 0 where there cannot be as many.
    [[nodiscard]] std::size_t size(std::size_t leastBytes = 1)
    {
        const std::uint64_t count = takeVarint();
        if (!require(count <= m_rest.size() / leastBytes, "a length beyond the end"))
            return 0;
        return static_cast<std::size_t>(count);
    }
    // A number that is no length; bounded by whoever asks.
    [[nodiscard]] std::uint64_t number() { return takeVarint(); }
    // Valid as long as the bytes.
    [[nodiscard]] std::string_view text() { return takeBytes(size()); }

    // What cannot be: the first such thing is kept.
    bool require(bool holds, std::string_view otherwise)
    {
        if (!holds && m_problem.empty()) {
            m_problem = otherwise;
            m_rest = {};
        }
        return holds && m_problem.empty();
    }
    [[nodiscard]] bool ok() const { return m_problem.empty(); }
    [[nodiscard]] const std::string &problem() const { return m_problem; }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }

private:
    template <class T>
    void take(T &value)
    {
        if constexpr (requires { value.archive(*this); })
            value.archive(*this);
        else if constexpr (std::is_same_v<T, float>)
            value = std::bit_cast<float>(static_cast<std::uint32_t>(takeVarint()));
        else if constexpr (std::is_same_v<T, double>)
            value = std::bit_cast<double>(hash());
        else if constexpr (std::is_enum_v<T>)
            value = static_cast<T>(takeNumber<std::underlying_type_t<T>>());
        else if constexpr (std::is_integral_v<T>)
            value = takeNumber<T>();
        else if constexpr (requires { value.time_since_epoch(); })
            value = T(takeTime<typename T::duration>());
        else if constexpr (kIsTime<T>)
            value = takeTime<T>();
        else if constexpr (std::is_same_v<T, std::string>)
            value = text();
        else
            takeCompound(value);
    }

    template <class T>
    void takeCompound(T &value)
    {
        if constexpr (kIsOptional<T>) {
            value.reset();
            if (takeNumber<bool>())
                take(value.emplace());
        } else if constexpr (kIsPair<T>) {
            take(value.first);
            take(value.second);
        } else if constexpr (kIsArray<T>) {
            for (auto &item : value)
                take(item);
        } else if constexpr (kIsMap<T>) {
            takeMap(value);
        } else if constexpr (kIsSequence<T>) {
            takeSequence(value);
        } else {
            withMembers(value, [this](auto &...members) { (take(members), ...); });
        }
    }

    template <class T>
    void takeSequence(T &values)
    {
        const std::size_t count = size();
        values.clear();
        if constexpr (requires { values.reserve(count); })
            values.reserve(std::min(count, m_rest.size() / sizeof(typename T::value_type) + 1));
        for (std::size_t i = 0; i < count && ok(); ++i) {
            typename T::value_type item{};
            take(item);
            values.push_back(std::move(item));
        }
    }

    template <class T>
    void takeMap(T &values)
    {
        const std::size_t count = size();
        values.clear();
        for (std::size_t i = 0; i < count && ok(); ++i) {
            typename T::key_type key{};
            typename T::mapped_type value{};
            take(key);
            take(value);
            require(values.emplace(std::move(key), std::move(value)).second, "a key twice");
        }
    }

    template <class T>
    void takeItem(T &item)
    {
        if constexpr (std::is_same_v<T, std::vector<bool>::reference>)
            item = takeNumber<bool>();
        else
            take(item);
    }

    template <class T>
    T takeNumber()
    {
        const std::uint64_t bits = takeVarint();
        if constexpr (std::is_signed_v<T>) {
            const auto wide = static_cast<std::int64_t>(bits >> 1 ^ (~(bits & 1) + 1));
            require(wide >= std::numeric_limits<T>::min() && wide <= std::numeric_limits<T>::max(),
                    "a number out of range");
            return static_cast<T>(wide);
        } else {
            require(bits <= std::numeric_limits<T>::max(), "a number out of range");
            return static_cast<T>(bits);
        }
    }

    // Seconds within those that nanoseconds can tell, so that sums of them do not overflow.
    template <class Duration>
    Duration takeTime()
    {
        const Duration time(takeNumber<typename Duration::rep>());
        if constexpr (std::is_same_v<Duration, std::chrono::seconds>)
            require(time == Duration::min() || time == Duration::max() ||
                        std::abs(time.count()) < kFarthestSecond,
                    "a time out of range");
        return time;
    }

    std::uint64_t takeVarint()
    {
        if (!m_rest.empty() &&
            static_cast<unsigned char>(m_rest.front()) < 0x80) { // most are small
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            return byte;
        }
        return takeLongVarint();
    }

    std::uint64_t takeLongVarint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0, used = 0; used < m_rest.size() && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest[used++]);
            value |= std::uint64_t{byte & 0x7fu} << shift;
            if (byte < 0x80) {
                m_rest.remove_prefix(used);
                return value;
            }
        }
        require(false, "cut short");
        return 0;
    }

    std::string_view takeBytes(std::size_t count)
    {
        if (!require(count <= m_rest.size(), "cut short"))
            return {};
        const std::string_view bytes = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return bytes;
    }

    static constexpr std::int64_t kFarthestSecond = 9'000'000'000;

    std::string_view m_rest;
    std::string m_problem;
};

} // namespace ingest::state
