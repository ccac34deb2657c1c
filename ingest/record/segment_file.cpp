// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/segment_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace ingest::record {

namespace {

// Some 400 MB/s a core, and events are alike: a fifth to a tenth of their size.
constexpr int kLevel = 1;

} // namespace

struct SegmentFile::Compressor
{
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    std::vector<char> out = std::vector<char>(ZSTD_CStreamOutSize());
};

SegmentFile::SegmentFile(const std::filesystem::path &file)
    : m_name(file.string()),
      m_descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)),
      m_compressor(std::make_unique<Compressor>())
{
    if (m_descriptor < 0)
        fail(std::strerror(errno));
    ZSTD_CCtx_setParameter(m_compressor->context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(m_compressor->context.get(), ZSTD_c_checksumFlag, 1);
}

SegmentFile::~SegmentFile()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    if (m_bytes == 0)
        ::unlink(m_name.c_str());
}

void SegmentFile::put(std::string_view text)
{
    m_textInBlock += text.size();
    compress(text, false);
}

void SegmentFile::compress(std::string_view text, bool end)
{
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    std::size_t left = 1;
    while (m_problem.empty() && (end ? left != 0 : in.pos < in.size)) {
        ZSTD_outBuffer out{m_compressor->out.data(), m_compressor->out.size(), 0};
        left = ZSTD_compressStream2(m_compressor->context.get(), &out, &in,
                                    end ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0)
            fail(ZSTD_getErrorName(left));
        m_packed.append(m_compressor->out.data(), out.pos);
    }
}

bool SegmentFile::endBlock()
{
    if (m_textInBlock == 0)
        return m_problem.empty();
    compress({}, true);
    m_textInBlock = 0;
    const bool written = m_problem.empty() && writeOut();
    m_packed.clear();
    return written;
}

bool SegmentFile::writeOut()
{
    std::string_view rest = m_packed;
    while (!rest.empty()) {
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            fail(std::strerror(errno));
            // The blocks before stay whole: no half of this one behind them.
            if (::ftruncate(m_descriptor, static_cast<off_t>(m_bytes)) != 0)
                m_problem += "; its end is torn";
            return false;
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fdatasync(m_descriptor) != 0) {
        fail(std::strerror(errno));
        return false;
    }
    m_bytes += m_packed.size();
    return true;
}

void SegmentFile::fail(const char *why)
{
    if (m_problem.empty())
        m_problem = m_name + ": " + why;
}

} // namespace ingest::record
