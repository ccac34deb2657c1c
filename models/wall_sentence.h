// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence under the wall's word: why it says so. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

#include <cstdint>

namespace models {

struct WallFigure;
struct WallPicture;

// `picture` has its word and figures already; `worst` may be null; the word has stood for
// `heldSeconds`.
[[nodiscard]] QString wallSentence(const WallPicture &picture, const WallFigure *worst,
                                   const ingest::Snapshot &snapshot, std::int64_t heldSeconds);

} // namespace models
