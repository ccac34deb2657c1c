// SPDX-License-Identifier: GPL-3.0-or-later
// Takes values out of payloads before they are written: those that the configured JSON Pointers
// lead to become "[redacted]", every other byte stays. What is no JSON could hide them and is left
// out. Belongs to the thread that writes recordings.
#pragma once

#include "ingest/record/json_text.h"
#include "ingest/wire/pointer_paths.h"

#include <string>
#include <string_view>
#include <vector>

namespace ingest::record {

class Redaction
{
public:
    // JSON Pointers (RFC 6901), at most PointerPaths::kMax, from the event on: "/data/email".
    explicit Redaction(const std::vector<std::string> &pointers);

    // Valid until the next call. A line, or a whole payload, that is no JSON becomes the one string
    // "[redacted]" where there are pointers.
    [[nodiscard]] std::string_view apply(std::string_view payload);

    // Whether the text is one JSON value.
    [[nodiscard]] bool isJson(std::string_view text) { return m_json.walk(text); }

private:
    void applyTo(std::string_view text);
    void putRedacted(std::string_view text);

    bool m_idle;
    wire::PointerPaths m_paths;
    JsonText m_json{m_paths};
    std::string m_out;
};

} // namespace ingest::record
