// SPDX-License-Identifier: GPL-3.0-or-later
// The instant that somebody typed. Plain functions; any thread.
#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>

namespace models {

// Milliseconds since 1970 of "14:09", "14:09:40", "2025-11-20 14:09", "2025-11-20T14:09:40" in
// `zone`, or of either with "Z" or "+01:00" behind it. A time of day is the one on the day of
// `nearMs`, else the nearest one within [fromMs, toMs]. Empty: none of these.
[[nodiscard]] std::optional<double> typedTime(const QString &text, double nearMs, double fromMs,
                                              double toMs, const QTimeZone &zone);

} // namespace models
