// SPDX-License-Identifier: GPL-3.0-or-later
// Text compressed as it comes, and written to a descriptor as a whole. Not thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace ingest::record {

class Packer
{
public:
    using Give = std::function<void(std::string_view)>;

    // Some 400 MB/s a core, and events are alike: a fifth to a tenth of their size. `checksummed`:
    // with a checksum behind each frame.
    explicit Packer(bool checksummed);
    ~Packer();
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    // Gives what comes of the text, if anything yet; all of it where `end`, which ends a frame. Why
    // it failed, or null.
    [[nodiscard]] const char *pack(std::string_view text, bool end, const Give &give);

private:
    struct Compressor;
    std::unique_ptr<Compressor> m_compressor;
};

// Every byte, however often a signal comes between. Why it failed, as errno says, or 0.
[[nodiscard]] int writeAll(int descriptor, std::string_view bytes);

} // namespace ingest::record
