// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_note.h"

#include "models/axis_text.h"
#include "models/cost_text.h"

#include <QCoreApplication>

namespace models {

namespace {

QString triageNoteTr(const char *text)
{
    return QCoreApplication::translate("models::TriageNote", text);
}

} // namespace

QString samplesNote(const TriageFindings &findings, const std::optional<AskedFigure> &asked)
{
    if (findings.reading)
        return triageNoteTr("%1 so far: reading earlier events").arg(wholeCount(findings.matching));
    if (!findings.query.terms.empty())
        return triageNoteTr("%1 matching, newest first").arg(wholeCount(findings.matching));
    if (asked && asked->amount && findings.minor != asked->amount->minor)
        return triageNoteTr("%1 of %2 kept, newest first")
            .arg(exactMoney({asked->amount->currency, findings.minor, asked->amount->exponent}),
                 exactMoney(*asked->amount));
    if (findings.matching < findings.figure)
        return triageNoteTr("%1 of %2 kept, newest first")
            .arg(wholeCount(findings.matching), wholeCount(findings.figure));
    return triageNoteTr("%1, newest first").arg(wholeCount(findings.matching));
}

} // namespace models
