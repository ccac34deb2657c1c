// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the escapes of a JSON string (RFC 8259) into what they stand for. Pure; never allocates.
#pragma once

#include <string_view>

namespace ingest::wire {

// Writes to `out`, which has room for raw.size() bytes: no escape stands for more bytes than it
// takes. Returns the end of what was written; null for an unknown escape or an unpaired surrogate.
[[nodiscard]] char *unescape(std::string_view raw, char *out);

} // namespace ingest::wire
