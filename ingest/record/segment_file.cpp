// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/segment_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ingest::record {

SegmentFile::SegmentFile(const std::filesystem::path &file)
    : m_name(file.string()),
      m_descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)),
      m_packer(true)
{
    if (m_descriptor < 0)
        fail(std::strerror(errno));
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
    if (!m_problem.empty())
        return;
    const auto give = [this](std::string_view packed) { m_packed.append(packed); };
    if (const char *why = m_packer.pack(text, end, give))
        fail(why);
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
    if (const int failed = writeAll(m_descriptor, m_packed); failed != 0) {
        fail(std::strerror(failed));
        // The blocks before stay whole: no half of this one behind them.
        if (::ftruncate(m_descriptor, static_cast<off_t>(m_bytes)) != 0)
            m_problem += "; its end is torn";
        return false;
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
