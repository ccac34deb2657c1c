// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/checkpoint_file.h"

#include "ingest/metrics/large_pages.h"
#include "ingest/record/packer.h"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace ingest::record {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStep = std::size_t{256} << 10; // unpacked at once
constexpr std::uintmax_t kUsualPacked = 5;            // bytes of a state in one of its file

std::string wordsOf(const fs::path &file, const std::string &why)
{
    return file.string() + ": " + why;
}

// A file that is compressed as it is written. The first thing that goes wrong ends it.
class PackedFile
{
public:
    explicit PackedFile(const fs::path &file)
        : m_descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600))
    {
        if (m_descriptor < 0)
            m_problem = std::strerror(errno);
    }
    ~PackedFile() { close(); }
    PackedFile(const PackedFile &) = delete;
    PackedFile &operator=(const PackedFile &) = delete;

    void add(std::string_view bytes) { pack(bytes, false); }
    // What is wrong, or nothing.
    std::string end()
    {
        pack({}, true);
        if (m_problem.empty() && ::fdatasync(m_descriptor) != 0)
            m_problem = std::strerror(errno);
        close();
        return m_problem;
    }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    void pack(std::string_view bytes, bool last)
    {
        if (!m_problem.empty())
            return;
        const auto give = [this](std::string_view packed) { write(packed); };
        if (const char *why = m_packer.pack(bytes, last, give); why && m_problem.empty())
            m_problem = why;
    }
    void write(std::string_view packed)
    {
        m_size += packed.size();
        if (!m_problem.empty())
            return;
        if (const int failed = writeAll(m_descriptor, packed); failed != 0)
            m_problem = std::strerror(failed);
    }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

    int m_descriptor;
    Packer m_packer{false};
    std::uint64_t m_size = 0;
    std::string m_problem;
};

// About as large as such a file comes to. Room that is not used is not memory.
std::size_t roomFor(const fs::path &file)
{
    std::error_code error;
    const std::uintmax_t packed = fs::file_size(file, error);
    return error ? 0
                 : static_cast<std::size_t>(std::min(packed, kMostCheckpointBytes / kUsualPacked)) *
                       kUsualPacked;
}

void makeRoom(std::string &state, std::size_t bytes)
{
    state.reserve(bytes + kStep);
    metrics::askForLargePages(state);
}

} // namespace

WrittenCheckpoint writeCheckpoint(const fs::path &file, state::FrozenState state,
                                  std::string_view trailer)
{
    fs::path part = file;
    part += ".part";
    PackedFile packed(part);
    std::move(state).giveTo([&packed](std::string_view bytes) { packed.add(bytes); });
    packed.add(trailer);
    std::string problem = packed.end();
    std::error_code error;
    if (problem.empty())
        fs::rename(part, file, error);
    if (error)
        problem = error.message();
    if (problem.empty())
        return {packed.size(), {}};
    fs::remove(part, error); // half a file is of no use; that it cannot be deleted changes nothing
    return {0, wordsOf(file, problem)};
}

std::variant<std::string, CheckpointProblem> readCheckpoint(const fs::path &file,
                                                            std::size_t mostBytes)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return CheckpointProblem{wordsOf(file, std::strerror(errno))};
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(),
                                                                       &ZSTD_freeDCtx};
    std::vector<char> packed(ZSTD_DStreamInSize());
    std::string state;
    std::size_t used = 0; // of it
    std::size_t left = 1;
    while (in) {
        in.read(packed.data(), static_cast<std::streamsize>(packed.size()));
        ZSTD_inBuffer from{packed.data(), static_cast<std::size_t>(in.gcount()), 0};
        if (used == 0)
            makeRoom(state, std::min(roomFor(file), mostBytes));
        while (from.pos < from.size) {
            if (state.size() < used + kStep)
                state.resize(used + kStep);
            ZSTD_outBuffer to{state.data(), state.size(), used};
            left = ZSTD_decompressStream(context.get(), &to, &from);
            if (ZSTD_isError(left) != 0)
                return CheckpointProblem{wordsOf(file, ZSTD_getErrorName(left))};
            used = to.pos;
            if (used > mostBytes)
                return CheckpointProblem{wordsOf(file, "larger than any state")};
        }
    }
    state.resize(used);
    if (left != 0)
        return CheckpointProblem{wordsOf(file, "cut short")};
    return state;
}

} // namespace ingest::record
