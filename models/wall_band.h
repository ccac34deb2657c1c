// SPDX-License-Identifier: GPL-3.0-or-later
// The band across the wall: what hurts customers now and what it has cost, or why the numbers must
// not be trusted. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QString>

#include <optional>
#include <string>

namespace models {

struct WallBand
{
    enum class Kind : std::uint8_t { incident, stale, incomplete };

    Kind kind = Kind::incident;
    Status status = Status::bad;
    QString headline; // "Payment success: 23.1 % fail"
    QString detail;   // "Payments has it."
    QString brief;    // the same in fewer words, where that does not fit; may be empty
    QString first;    // "29 min"; may be empty
    QString firstNote;
    QString second; // "€32.4 k"; may be empty
    QString secondNote;
    double sinceMs = 0; // what it is about began then
};

// The share of the window's events that is known to be lost.
[[nodiscard]] double lostShare(const ingest::Snapshot &snapshot);

// The source that lost the greatest share of its own events in the window, of long ones in the last
// hour: one that sends little may decide a figure. Nameless where none is known to have lost any,
// or under 100 were expected.
struct SourceLoss
{
    std::string source;
    std::uint64_t lost = 0;
    double share = 0;
    ingest::Window window = ingest::Window::oneHour;
};
[[nodiscard]] SourceLoss worstLoss(const ingest::Snapshot &snapshot);

// From this share on the numbers are called incomplete.
inline constexpr double kIncompleteShare = 0.01;

// "Owner: Payments, pay@shop.example."; "M. Okafor has it."
[[nodiscard]] QString ownerSentence(const ingest::Incident &incident);

[[nodiscard]] WallBand incidentBand(const ingest::Snapshot &snapshot,
                                    const ingest::Incident &incident, double nowMs);

// Nothing at all is heard of any more. `ownSilence`: it is Bellwether itself that stands still.
[[nodiscard]] WallBand staleBand(const ingest::Snapshot *snapshot, bool ownSilence, double nowMs);

// One or more sources that numbers need are silent; empty where none is.
[[nodiscard]] std::optional<WallBand> silentBand(const ingest::Snapshot &snapshot, double nowMs);

// Events are known to be lost, of all or of one source; empty where hardly any are.
[[nodiscard]] std::optional<WallBand> incompleteBand(const ingest::Snapshot &snapshot);

} // namespace models
