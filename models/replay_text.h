// SPDX-License-Identifier: GPL-3.0-or-later
// What the scrubber and the bar say of a moment that is past. Plain functions; any thread.
#pragma once

#include "models/honesty.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace models {

// "Thu 20 Nov 14:09:40".
[[nodiscard]] QString momentText(double ms, const QTimeZone &zone);
// "×0.25", "×10".
[[nodiscard]] QString speedText(double speed);
// "22 min 28 s behind live", "3 min 0 s before the end"; "at the end".
[[nodiscard]] QString distanceText(double seconds, bool live);
// "catches up in 2 min 30 s"; empty where it never will.
[[nodiscard]] QString catchUpText(double seconds, double speed);
// "2 h 5 min", "22 min 28 s", "9 s".
[[nodiscard]] QString exactSpanText(double seconds);

// What the data strip says while a recording is replayed: that it is one, and as of when; what was
// wrong with the data then stays there. `liveRate`: events a second that come meanwhile.
[[nodiscard]] Honesty replayHonesty(Honesty then, const QString &clock,
                                    std::optional<double> liveRate);

} // namespace models
