// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told without being asked: changes of status only, at most one in ten
// seconds, never values. GUI thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

#include <optional>

namespace models {

// "LIVE. Payment success: Bad" - the state of the stream and every figure that is not as usual.
[[nodiscard]] QString statusSentence(const ingest::Snapshot &snapshot, const QString &state);

class Announcements
{
public:
    static constexpr std::int64_t kApartMs = 10'000;

    // What is to be said now: the newest status, once it differs from what was said last and that
    // is long enough ago. The first status is nobody's news.
    [[nodiscard]] std::optional<QString> update(const QString &status, std::int64_t nowMs);

private:
    std::optional<QString> m_said;
    std::optional<std::int64_t> m_saidMs;
};

} // namespace models
