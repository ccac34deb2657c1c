// SPDX-License-Identifier: GPL-3.0-or-later
// The one word of the wall: the worst primary figure, held for two minutes; at once where the data
// themselves cannot be trusted. Plain values; any thread. Time is an argument.
#pragma once

#include "models/status.h"

#include <QString>

#include <cstdint>
#include <deque>

namespace models {

enum class WallWord : std::uint8_t { healthy, degraded, critical, stale, noData };

[[nodiscard]] QString textOf(WallWord word);
[[nodiscard]] Status statusOf(WallWord word);

inline constexpr std::int64_t kWordHeldSeconds = 120;

class WallStatus
{
public:
    // What can be told of the data: trusted, or why not.
    enum class Trust : std::uint8_t { trusted, stale, noData };

    // `worst` of the primary figures at `second`; normal, look or bad. The word w follows the worst
    // figures v of the last two minutes by w = clamp(w, least v in them, greatest v in them); after
    // no trust, or a step back in time, the first one counts as it is. An incident that is open has
    // been held already: `atLeast` counts at once.
    WallWord update(Trust trust, Status worst, Status atLeast, std::int64_t second);

    [[nodiscard]] WallWord word() const { return m_word; }
    // Since when the word is what it is, on the clock of update().
    [[nodiscard]] std::int64_t since() const { return m_since; }

private:
    struct Seen
    {
        std::int64_t second;
        Status worst;
    };
    [[nodiscard]] Status held(Status worst, std::int64_t second);

    WallWord m_word = WallWord::noData;
    Status m_level = Status::unknown;
    std::int64_t m_since = 0;
    std::int64_t m_last = 0;
    std::deque<Seen> m_seen; // changes of the last two minutes, and the one before them
};

} // namespace models
