// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a sanitizer is compiled in: its own memory is not to be measured, and what takes it tens
// of seconds is done with fewer seeds, since the whole number runs without it.
#pragma once

namespace test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace test
