// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/checkpoint_file.h"

#include "ingest/metrics/large_pages.h"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>
#include <vector>

namespace ingest::record {

namespace {

namespace fs = std::filesystem;

constexpr int kCheckpointLevel = 1;
constexpr std::size_t kStep = std::size_t{256} << 10; // unpacked at once
constexpr std::uintmax_t kMostPacked = 64;            // bytes of a state in one of its file

std::string wordsOf(const fs::path &file, const std::string &why)
{
    return file.string() + ": " + why;
}

// What is wrong, or nothing.
std::string writeWhole(const fs::path &file, std::string_view bytes)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return std::strerror(errno);
    std::string problem;
    while (!bytes.empty() && problem.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            problem = std::strerror(errno);
    }
    if (problem.empty() && ::fdatasync(descriptor) != 0)
        problem = std::strerror(errno);
    ::close(descriptor);
    return problem;
}

// As large as a file that begins so says it will be, where that can be; else 0.
std::size_t roomFor(const fs::path &file, const ZSTD_inBuffer &begin)
{
    const unsigned long long told = ZSTD_getFrameContentSize(begin.src, begin.size);
    std::error_code error;
    const std::uintmax_t packed = fs::file_size(file, error);
    return error || told / kMostPacked > packed ? 0 : static_cast<std::size_t>(told);
}

void makeRoom(std::string &state, std::size_t bytes)
{
    state.reserve(bytes + kStep);
    metrics::askForLargePages(state);
}

} // namespace

WrittenCheckpoint writeCheckpoint(const fs::path &file, std::string_view state)
{
    std::string packed(ZSTD_compressBound(state.size()), '\0');
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), state.data(), state.size(), kCheckpointLevel);
    if (ZSTD_isError(size) != 0)
        return {0, wordsOf(file, ZSTD_getErrorName(size))};
    packed.resize(size);
    fs::path part = file;
    part += ".part";
    std::string problem = writeWhole(part, packed);
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
            makeRoom(state, std::min(roomFor(file, from), mostBytes));
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
