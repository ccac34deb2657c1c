// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the engine's state. Every class that holds some has one function for both ways,
//   template <class Archive> void archive(Archive &state);
// which names each of its members in a structured binding, so that one that is added and forgotten
// does not compile, and gives those that are not caches to `state`. Plain structs need none: see
// state_shapes.h. Whole numbers are varints, times too; floating point is its bits. Bytes are
// little endian. Owned by one thread.
#pragma once

#include "ingest/state/state_shapes.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest::state {

class StateWriter
{
public:
    static constexpr bool kReading = false;

    // What is written of a copy, once the original goes on changing: on another thread.
    struct Later
    {
        std::size_t at = 0; // of the bytes written so far
        std::function<void(StateWriter &)> write;
    };

    // Who takes what is written, block by block.
    using Taker = std::function<void(std::string_view)>;

    // `expected`: about how many bytes it will be. `later`: where what can wait is put.
    explicit StateWriter(std::size_t expected = 0, std::vector<Later> *later = nullptr)
        : m_later(later)
    {
        makeRoom(expected);
    }
    // Keeps nothing of what is written.
    explicit StateWriter(Taker taker) : m_later(nullptr), m_taker(std::move(taker)) {}
    ~StateWriter()
    {
        if (m_taker)
            flush();
    }
    StateWriter(const StateWriter &) = delete;
    StateWriter &operator=(const StateWriter &) = delete;

    template <class... Values>
    void operator()(Values &...values)
    {
        (put(values), ...);
    }

    // A container whose size the configuration decides.
    template <class Container>
    void fixed(Container &values)
    {
        put(values);
    }

    // The same of what costs more to write than to copy.
    template <class Container>
    void fixedLater(Container &values)
    {
        if (m_later == nullptr)
            return put(values);
        flush();
        m_later->push_back({m_bytes.size(), [copy = std::make_shared<Container>(values)](
                                                StateWriter &writer) { writer.put(*copy); }});
    }

    // A copy that its owner has made because it costs less than to write it.
    template <class Copy>
    void later(std::shared_ptr<Copy> copy)
    {
        if (m_later == nullptr)
            return put(*copy);
        flush();
        m_later->push_back(
            {m_bytes.size(), [copy = std::move(copy)](StateWriter &writer) { writer.put(*copy); }});
    }

    // Eight bytes for a number that is a hash: a varint would take more.
    void hash(std::uint64_t value)
    {
        if constexpr (std::endian::native == std::endian::big)
            value = __builtin_bswap64(value);
        append(&value, sizeof value);
    }
    void size(std::uint64_t value) { putVarint(value); }
    void text(std::string_view bytes)
    {
        putVarint(bytes.size());
        append(bytes.data(), bytes.size());
    }

    // So far; valid until more is written.
    [[nodiscard]] std::string_view bytes()
    {
        flush();
        return m_bytes;
    }
    // What was written; nothing may be written any more.
    [[nodiscard]] std::string take()
    {
        flush();
        return std::move(m_bytes);
    }
    // Without a length.
    void append(const void *bytes, std::size_t count)
    {
        if (count > kBlock - m_used)
            flush();
        if (count > kBlock) {
            giveOn({static_cast<const char *>(bytes), count});
        } else if (count > 0) {
            std::memcpy(m_block.data() + m_used, bytes, count);
            m_used += count;
        }
    }

private:
    template <class T>
    void put(T &value)
    {
        using Value = std::remove_const_t<T>;
        if constexpr (requires { value.archive(*this); })
            value.archive(*this);
        else if constexpr (std::is_floating_point_v<Value>)
            putFloat(value);
        else if constexpr (std::is_enum_v<Value>)
            putNumber(static_cast<std::underlying_type_t<Value>>(value));
        else if constexpr (std::is_integral_v<Value>)
            putNumber(value);
        else if constexpr (requires { value.time_since_epoch(); })
            putNumber(value.time_since_epoch().count());
        else if constexpr (kIsTime<Value>)
            putNumber(value.count());
        else if constexpr (std::is_same_v<Value, std::string>)
            text(value);
        else
            putCompound(value);
    }

    template <class T>
    void putCompound(T &value)
    {
        using Value = std::remove_const_t<T>;
        if constexpr (kIsOptional<Value>) {
            putNumber(value.has_value());
            if (value)
                put(*value);
        } else if constexpr (kIsPair<Value>) {
            put(value.first);
            put(value.second);
        } else if constexpr (kIsArray<Value>) {
            for (auto &item : value)
                put(item);
        } else if constexpr (kIsSequence<Value> || kIsMap<Value>) {
            putVarint(value.size());
            for (auto &&item : value)
                putItem(item);
        } else {
            withMembers(value, [this](auto &...members) { (put(members), ...); });
        }
    }

    template <class T>
    void putItem(T &item)
    {
        if constexpr (std::is_same_v<T, std::vector<bool>::reference>)
            putNumber(static_cast<bool>(item));
        else
            put(item);
    }

    template <class T>
    void putNumber(T value)
    {
        if constexpr (std::is_signed_v<T>) {
            const auto wide = static_cast<std::int64_t>(value);
            putVarint(static_cast<std::uint64_t>(wide) << 1 ^
                      static_cast<std::uint64_t>(wide >> 63));
        } else {
            putVarint(static_cast<std::uint64_t>(value));
        }
    }
    void putFloat(float value) { putVarint(std::bit_cast<std::uint32_t>(value)); }
    void putFloat(double value) { hash(std::bit_cast<std::uint64_t>(value)); }

    void putVarint(std::uint64_t value)
    {
        if (m_used + 10 > kBlock)
            flush();
        char *at = m_block.data() + m_used;
        for (; value >= 0x80; value >>= 7)
            *at++ = static_cast<char>(value | 0x80);
        *at++ = static_cast<char>(value);
        m_used = static_cast<std::size_t>(at - m_block.data());
    }

    void flush()
    {
        giveOn({m_block.data(), m_used});
        m_used = 0;
    }
    void giveOn(std::string_view bytes)
    {
        if (m_taker)
            return m_taker(bytes);
        makeRoom(bytes.size());
        m_bytes.append(bytes);
    }
    void makeRoom(std::size_t count);

    static constexpr std::size_t kBlock = 8192;

    std::vector<Later> *m_later; // null: all is written at once
    Taker m_taker;               // empty: all is kept
    std::string m_bytes;
    std::array<char, kBlock> m_block; // what comes behind, so far
    std::size_t m_used = 0;           // of it
};

} // namespace ingest::state
