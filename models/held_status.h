// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a status from flapping: it rises after two buckets and falls after five. Plain values; any
// thread. Time is an argument.
#pragma once

#include "models/status.h"

#include <cstddef>
#include <cstdint>
#include <deque>

namespace models {

inline constexpr std::size_t kBucketsToRise = 2;
inline constexpr std::size_t kBucketsToFall = 5;

// The shown status s follows the buckets' own statuses r by
//   s = clamp(s, worst that the last 2 buckets all reach, worst that one of the last 5 reaches);
// a bucket's own status is the last one seen in it. What cannot be known is shown at once, and
// afterwards everything begins anew: the first bucket then counts as it is.
class HeldStatus
{
public:
    // `bucket` counts up from anywhere; a smaller one than before begins anew.
    Status update(Status seen, std::int64_t bucket);
    [[nodiscard]] Status shown() const { return m_shown; }

private:
    void close();

    Status m_shown = Status::unknown;
    Status m_open = Status::unknown; // the last seen in the bucket that is not over
    std::int64_t m_bucket = 0;
    std::deque<Status> m_closed; // at most five, the newest last
};

} // namespace models
