// SPDX-License-Identifier: GPL-3.0-or-later
// What the sources table says of each publisher: its state in a word, and every cell as text and as
// a number to sort by. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QString>
#include <QStringList>
#include <QVariant>

namespace models {

enum class SourceColumn : std::uint8_t {
    source,
    rate,
    sequence, // drawn from SourceSnapshot::minutes
    lost,
    late,
    duplicate,
    malformed,
    skew,
    lag,
    lastSeen,
    restarts,
    state
};
inline constexpr int kSourceColumns = 12;

struct SourceVerdict
{
    Status status = Status::normal;
    QString word;
};

[[nodiscard]] QString titleOf(SourceColumn column);
[[nodiscard]] SourceVerdict verdictOf(const ingest::SourceSnapshot &source);
[[nodiscard]] QString cellText(const ingest::SourceSnapshot &source, SourceColumn column,
                               ingest::Timestamp now);
// The same as a number or an instant; empty where the text is all there is.
[[nodiscard]] QVariant exactCell(const ingest::SourceSnapshot &source, SourceColumn column);
// Its title with the unit; empty for what is drawn.
[[nodiscard]] QString exactTitle(SourceColumn column);
// Larger is worse; what is unknown sorts below every number.
[[nodiscard]] double sortValue(const ingest::SourceSnapshot &source, SourceColumn column);
// The bytes as they can be shown: what is not printable ASCII or valid UTF-8 as \xNN.
[[nodiscard]] QString printable(std::string_view bytes);
// "not-json 2, no-type 1".
[[nodiscard]] QString malformedText(const ingest::SourceSnapshot &source);

} // namespace models
