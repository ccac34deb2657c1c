// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/store/rollup_codec.h"

#include "ingest/metrics/hyper_log_log.h"

#include <algorithm>

namespace ingest::store {

namespace {

constexpr std::string_view kHead("\0\xff", 2);
constexpr char kSparse = 'S';
constexpr char kDense = 'D';
constexpr std::size_t kRegisters = metrics::HyperLogLog::kRegisters;

void putNumber(std::string &bytes, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.push_back(static_cast<char>(value | 0x80));
    bytes.push_back(static_cast<char>(value));
}

std::uint64_t takeNumber(std::string_view &bytes)
{
    std::uint64_t value = 0;
    for (int shift = 0; !bytes.empty() && shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7fU} << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

std::uint64_t fixed(std::string_view bytes, std::size_t width)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return value;
}

} // namespace

std::string encodeHistogram(const std::vector<SlotCount> &histogram)
{
    if (histogram.empty())
        return {};
    std::string bytes(kHead);
    std::uint16_t before = 0;
    for (const auto &[slot, count] : histogram) {
        putNumber(bytes, static_cast<std::uint64_t>(slot - before));
        putNumber(bytes, count);
        before = slot;
    }
    return bytes;
}

std::vector<SlotCount> decodeHistogram(std::string_view bytes)
{
    std::vector<SlotCount> histogram;
    if (!bytes.starts_with(kHead)) {
        for (; bytes.size() >= 10; bytes.remove_prefix(10))
            histogram.emplace_back(static_cast<std::uint16_t>(fixed(bytes, 2)),
                                   fixed(bytes.substr(2), 8));
        return histogram;
    }
    bytes.remove_prefix(kHead.size());
    std::uint64_t slot = 0;
    while (!bytes.empty()) {
        slot += takeNumber(bytes);
        if (slot > 0xffff)
            break;
        histogram.emplace_back(static_cast<std::uint16_t>(slot), takeNumber(bytes));
    }
    return histogram;
}

std::string encodeUniques(const std::vector<std::uint8_t> &registers)
{
    const auto zeros = static_cast<std::size_t>(std::ranges::count(registers, 0));
    if (zeros == registers.size())
        return {};
    std::string bytes;
    if ((registers.size() - zeros) * 3 < registers.size()) {
        bytes.push_back(kSparse);
        for (std::size_t i = 0; i < registers.size(); ++i)
            if (registers[i] != 0)
                bytes.append({static_cast<char>(i & 0xff), static_cast<char>(i >> 8),
                              static_cast<char>(registers[i])});
    } else {
        bytes.push_back(kDense);
        bytes.append(registers.begin(), registers.end());
    }
    return bytes;
}

std::vector<std::uint8_t> decodeUniques(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    const char form = bytes.front();
    bytes.remove_prefix(1);
    std::vector<std::uint8_t> registers(kRegisters);
    // A rank beyond what 64 bits can have is no rank.
    const auto rank = [](char byte) {
        return std::min<std::uint8_t>(static_cast<std::uint8_t>(byte),
                                      64 - metrics::HyperLogLog::kPrecision + 1);
    };
    if (form == kSparse) {
        for (; bytes.size() >= 3; bytes.remove_prefix(3))
            if (const std::uint64_t index = fixed(bytes, 2); index < kRegisters)
                registers[index] = rank(bytes[2]);
    } else if (form == kDense && bytes.size() == kRegisters) {
        std::ranges::transform(bytes, registers.begin(), rank);
    }
    return registers;
}

} // namespace ingest::store
