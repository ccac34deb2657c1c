// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/packer.h"

#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <vector>

namespace ingest::record {

namespace {

constexpr int kLevel = 1;

} // namespace

struct Packer::Compressor
{
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    std::vector<char> out = std::vector<char>(ZSTD_CStreamOutSize());
};

Packer::Packer(bool checksummed) : m_compressor(std::make_unique<Compressor>())
{
    ZSTD_CCtx_setParameter(m_compressor->context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(m_compressor->context.get(), ZSTD_c_checksumFlag, checksummed ? 1 : 0);
}

Packer::~Packer() = default;

const char *Packer::pack(std::string_view text, bool end, const Give &give)
{
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    std::size_t left = 1;
    while (end ? left != 0 : in.pos < in.size) {
        ZSTD_outBuffer out{m_compressor->out.data(), m_compressor->out.size(), 0};
        left = ZSTD_compressStream2(m_compressor->context.get(), &out, &in,
                                    end ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0)
            return ZSTD_getErrorName(left);
        give({m_compressor->out.data(), out.pos});
    }
    return nullptr;
}

int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

} // namespace ingest::record
