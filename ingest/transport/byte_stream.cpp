// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/byte_stream.h"

#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace ingest::transport {

namespace {

// The file itself, with the bytes that were read ahead to tell what it is.
class RawFile
{
public:
    explicit RawFile(const std::filesystem::path &file)
        : m_descriptor(file == "-" ? ::dup(STDIN_FILENO)
                                   : ::open(file.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (m_descriptor < 0)
            m_error = errno;
    }
    ~RawFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;

    std::string_view peek()
    {
        while (m_error == 0 && m_ahead < m_head.size()) {
            const std::size_t got = readFresh(m_head.data() + m_ahead, m_head.size() - m_ahead);
            if (got == 0)
                break;
            m_ahead += got;
        }
        return {m_head.data(), m_ahead};
    }

    std::size_t read(char *into, std::size_t most)
    {
        if (m_taken < m_ahead) {
            const std::size_t count = std::min(most, m_ahead - m_taken);
            std::memcpy(into, m_head.data() + m_taken, count);
            m_taken += count;
            return count;
        }
        return readFresh(into, most);
    }

    [[nodiscard]] int error() const { return m_error; }

private:
    std::size_t readFresh(char *into, std::size_t most)
    {
        if (m_descriptor < 0)
            return 0;
        ssize_t got = 0;
        do {
            got = ::read(m_descriptor, into, most);
        } while (got < 0 && errno == EINTR);
        if (got < 0)
            m_error = errno;
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }

    int m_descriptor;
    int m_error = 0;
    std::array<char, 4> m_head{};
    std::size_t m_ahead = 0;
    std::size_t m_taken = 0;
};

std::string endsInTheMiddle(const std::string &name)
{
    return name + " ends in the middle; what came before was read";
}

std::string isDamaged(const std::string &name, const char *why)
{
    return name + " is damaged (" + why + "); what came before was read";
}

class PlainStream final : public ByteStream
{
public:
    PlainStream(std::unique_ptr<RawFile> file, std::string name)
        : m_file(std::move(file)), m_name(std::move(name))
    {
        noteError();
    }

    std::size_t read(char *into, std::size_t most) override
    {
        const std::size_t got = m_file->read(into, most);
        noteError();
        return got;
    }

private:
    void noteError()
    {
        if (m_file->error() != 0)
            m_problem = "cannot read " + m_name + ": " + std::strerror(m_file->error());
    }

    std::unique_ptr<RawFile> m_file;
    std::string m_name;
};

class GzipStream final : public ByteStream
{
public:
    GzipStream(std::unique_ptr<RawFile> file, std::string name)
        : m_file(std::move(file)), m_name(std::move(name)), m_input(1 << 16)
    {
        // 15 + 16: the largest window, gzip's own header and checksum.
        if (inflateInit2(&m_state, 15 + 16) != Z_OK)
            m_problem = "no memory to unpack " + m_name;
    }
    ~GzipStream() override { inflateEnd(&m_state); }

    std::size_t read(char *into, std::size_t most) override
    {
        m_state.next_out = reinterpret_cast<Bytef *>(into);
        m_state.avail_out = static_cast<uInt>(std::min<std::size_t>(most, 1u << 30));
        const uInt wanted = m_state.avail_out;
        while (m_state.avail_out == wanted && m_problem.empty()) {
            if (m_state.avail_in == 0 && !refill())
                break;
            const int result = inflate(&m_state, Z_NO_FLUSH);
            if (result == Z_STREAM_END) {
                m_complete = true; // another member may follow
                inflateReset(&m_state);
            } else if (result == Z_OK) {
                m_complete = false;
            } else if (result != Z_BUF_ERROR) {
                m_problem =
                    isDamaged(m_name, m_state.msg != nullptr ? m_state.msg : "no gzip data");
            }
        }
        return wanted - m_state.avail_out;
    }

private:
    bool refill()
    {
        const std::size_t got = m_file->read(m_input.data(), m_input.size());
        m_state.next_in = reinterpret_cast<Bytef *>(m_input.data());
        m_state.avail_in = static_cast<uInt>(got);
        if (got == 0 && !m_complete)
            m_problem = endsInTheMiddle(m_name);
        return got > 0;
    }

    std::unique_ptr<RawFile> m_file;
    std::string m_name;
    std::vector<char> m_input;
    z_stream m_state{};
    bool m_complete = false;
};

class ZstdStream final : public ByteStream
{
public:
    ZstdStream(std::unique_ptr<RawFile> file, std::string name)
        : m_file(std::move(file)), m_name(std::move(name)), m_input(ZSTD_DStreamInSize()),
          m_state(ZSTD_createDCtx(), &ZSTD_freeDCtx)
    {
    }

    std::size_t read(char *into, std::size_t most) override
    {
        ZSTD_outBuffer out{into, most, 0};
        while (out.pos == 0 && m_problem.empty()) {
            if (m_in.pos == m_in.size) {
                m_in = {m_input.data(), m_file->read(m_input.data(), m_input.size()), 0};
                if (m_in.size == 0) {
                    if (m_left != 0)
                        m_problem = endsInTheMiddle(m_name);
                    break;
                }
            }
            m_left = ZSTD_decompressStream(m_state.get(), &out, &m_in);
            if (ZSTD_isError(m_left) != 0)
                m_problem = isDamaged(m_name, ZSTD_getErrorName(m_left));
        }
        return out.pos;
    }

private:
    std::unique_ptr<RawFile> m_file;
    std::string m_name;
    std::vector<char> m_input;
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> m_state;
    ZSTD_inBuffer m_in{nullptr, 0, 0};
    std::size_t m_left = 0; // 0 after a complete frame
};

} // namespace

std::unique_ptr<ByteStream> ByteStream::open(const std::filesystem::path &file)
{
    auto raw = std::make_unique<RawFile>(file);
    const std::string name = file == "-" ? "standard input" : file.string();
    const std::string_view head = raw->peek();
    if (head.starts_with("\x1f\x8b"))
        return std::make_unique<GzipStream>(std::move(raw), name);
    if (head == "\x28\xb5\x2f\xfd")
        return std::make_unique<ZstdStream>(std::move(raw), name);
    return std::make_unique<PlainStream>(std::move(raw), name);
}

} // namespace ingest::transport
