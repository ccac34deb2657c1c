// SPDX-License-Identifier: GPL-3.0-or-later
// What the Triage page shows, as JSON for the desktop's report. Plain functions; any thread.
#pragma once

#include "models/triage_findings.h"

#include <QJsonObject>

namespace models {

struct TriageTexts
{
    QString about;   // what "what changed" is about
    QString samples; // the title over the samples
    QString verdict;
    bool chosen = false; // the journey, by hand; else it is that of the newest sample
};
// {"about": "declined", "samples": {"title": ..., "matching": 12, "figure": 14, "rows": [...]},
//  "whatChanged": {"verdict": ..., "rows": [{"traits": {...}, "named": true, ...}]},
//  "journey": {"key": ..., "chosen": true, "summary": ..., "note": ..., "events": [...], "missing":
//  [...]}}
[[nodiscard]] QJsonObject triageReport(const TriageFindings &findings, const TriageTexts &texts);

} // namespace models
