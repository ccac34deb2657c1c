// SPDX-License-Identifier: GPL-3.0-or-later
// How many events the list of samples is of, and how many of them are still kept. Any thread.
#pragma once

#include "models/triage_findings.h"

namespace models {

// "41 matching, newest first"; "1,082 of 1,204 kept, newest first"; "310 so far: reading earlier
// events".
[[nodiscard]] QString samplesNote(const TriageFindings &findings,
                                  const std::optional<AskedFigure> &asked);

} // namespace models
