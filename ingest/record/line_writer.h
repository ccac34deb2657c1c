// SPDX-License-Identifier: GPL-3.0-or-later
// Writes entries of a recording as lines of JSON that jq reads; payloads that are JSON as they are,
// any other bytes as text or base64, so that each can be read back byte for byte. What is to be
// redacted never gets this far. Belongs to the thread that writes recordings.
#pragma once

#include "ingest/record/entry.h"
#include "ingest/record/redaction.h"

#include <string>
#include <string_view>
#include <vector>

namespace ingest::record {

class LineWriter
{
public:
    static constexpr int kVersion = 1;

    explicit LineWriter(const std::vector<std::string> &redact) : m_redaction(redact) {}

    // Each appends one line.
    void put(const SegmentHead &head, std::string &to);
    void put(const wire::Frame &frame, std::string &to);
    void put(const Tick &tick, std::string &to);
    void put(const Missing &missing, std::string &to);

private:
    void putAt(Timestamp at, std::string &to);

    Redaction m_redaction;
    Timestamp m_lastAt{};
    std::string m_lastText; // of m_lastAt: the frames of a burst share theirs
};

// RFC 3339 in UTC with nine decimals.
[[nodiscard]] std::string rfc3339(Timestamp time);

} // namespace ingest::record
