// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a file, plain, gzip or zstd, told apart by their first bytes; "-" is standard input.
// Owned by one thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ingest::transport {

class ByteStream
{
public:
    virtual ~ByteStream() = default;
    ByteStream() = default;
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    // Fills at most `most` bytes; 0 at the end or after a failure.
    virtual std::size_t read(char *into, std::size_t most) = 0;

    // The next of its bytes, wherever they lie; valid until the next call. Empty at the end or
    // after a failure. `room` may be filled, and then has to stay.
    virtual std::string_view next(std::string &room)
    {
        if (room.size() < kBlockBytes)
            room.resize(kBlockBytes);
        return std::string_view(room).substr(0, read(room.data(), kBlockBytes));
    }

    // What went wrong, if anything: "x.gz ends in the middle; what came before was read".
    [[nodiscard]] const std::string &problem() const { return m_problem; }

    // Never null; a file that cannot be opened has a problem and no bytes.
    [[nodiscard]] static std::unique_ptr<ByteStream> open(const std::filesystem::path &file);

protected:
    static constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

    std::string m_problem;
};

} // namespace ingest::transport
