// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/original.h"

#include "ingest/record/segment_folder.h"
#include "ingest/replay/capsule.h"
#include "ingest/transport/byte_stream.h"

namespace ingest::replay {

std::variant<config::Configuration, std::string> checkOriginal(const std::filesystem::path &path)
{
    const std::string name = path.string();
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return "found no file or folder " + name +
               ", expected a recording, a file of events or a capsule";
    if (std::filesystem::is_directory(path, error)) {
        if (record::SegmentFolder(path).segments().empty())
            return "found no recording in " + name +
                   ", expected a folder that --record has written to";
        return config::Configuration{};
    }
    auto read = readCapsule(path);
    if (auto *capsule = std::get_if<Capsule>(&read))
        return std::move(capsule->configuration);
    if (auto *problem = std::get_if<std::string>(&read))
        return std::move(*problem);
    char first = 0;
    const auto stream = transport::ByteStream::open(path);
    if (stream->read(&first, 1) == 0)
        return stream->problem().empty()
                   ? "found nothing in " + name + ", expected a recording or a file of events"
                   : stream->problem();
    return config::Configuration{};
}

} // namespace ingest::replay
