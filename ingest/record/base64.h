// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 as RFC 4648 has it, with padding. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace ingest::record {

void putBase64(std::string_view bytes, std::string &to);

// Replaces `to`. False where the text is no base64; then `to` is of no use.
[[nodiscard]] bool readBase64(std::string_view text, std::string &to);

} // namespace ingest::record
