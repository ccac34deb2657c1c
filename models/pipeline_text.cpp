// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline_text.h"

#include "models/axis_text.h"
#include "models/ledger_flow.h"
#include "models/source_table.h"

#include <QCoreApplication>
#include <QStringList>

namespace models {

namespace {

QString pipelineTextTr(const char *text)
{
    return QCoreApplication::translate("PipelineText", text);
}

} // namespace

QString bytesText(std::uint64_t bytes)
{
    const double mib = static_cast<double>(bytes) / (1 << 20);
    if (mib < 1000)
        return QStringLiteral("%1\u202fMiB").arg(mib, 0, 'f', mib < 10 ? 1 : 0);
    return QStringLiteral("%1\u202fGiB").arg(mib / 1024, 0, 'f', 2);
}

std::vector<QString> capsHit(const ingest::Snapshot &snapshot)
{
    const ingest::LedgerSnapshot &ledger = snapshot.ledger;
    std::vector<QString> hit;
    if (ledger.overflow > 0)
        hit.push_back(
            pipelineTextTr("%1 events counted under (other)").arg(wholeCount(ledger.overflow)));
    if (ledger.evictedJourneys > 0)
        hit.push_back(
            pipelineTextTr("%1 journeys evicted").arg(wholeCount(ledger.evictedJourneys)));
    if (ledger.funnelBounded > 0)
        hit.push_back(pipelineTextTr("%1 journeys longer than is kept")
                          .arg(wholeCount(ledger.funnelBounded)));
    if (snapshot.sourcesTotal > snapshot.sources.size())
        hit.push_back(pipelineTextTr("%1 of %2 sources shown, those heard last")
                          .arg(snapshot.sources.size())
                          .arg(snapshot.sourcesTotal));
    return hit;
}

QString pipelineText(const ingest::Snapshot &snapshot)
{
    const std::vector<FlowStage> flow = ledgerFlow(snapshot);
    QString text = pipelineTextTr("Where every event went, since the start\n");
    for (const FlowStage &stage : flow) {
        if (!stage.branch.name.isEmpty())
            text += QStringLiteral("  %1\t%2\n")
                        .arg(stage.branch.name, branchText(stage.branch, flow.front().count));
        text += QStringLiteral("%1\t%2\n").arg(stage.title, wholeCount(stage.count));
    }
    text += addsUp(flow) ? pipelineTextTr("The counts add up.\n")
                         : pipelineTextTr("The counts do NOT add up.\n");
    if (const QString before = earlierLedgerText(snapshot); !before.isEmpty())
        text += before + QLatin1Char('\n');
    SourceTable table;
    table.update(snapshot);
    text += QLatin1Char('\n') + table.toTsv();
    for (const ingest::SourceSnapshot &source : snapshot.sources)
        if (source.lastBad)
            text += pipelineTextTr("%1 malformed (%2), last: %3\n")
                        .arg(QString::fromStdString(source.source), malformedText(source),
                             printable(source.lastBad->excerpt));
    text += QLatin1Char('\n');
    if (snapshot.load)
        text += pipelineTextTr("Ingest busy %1, largest burst %2 of %3, memory %4\n")
                    .arg(percentText(100 * snapshot.load->last.busy),
                         wholeCount(snapshot.load->last.largestBurst),
                         wholeCount(snapshot.load->burstLimit),
                         bytesText(snapshot.load->last.residentBytes));
    for (const QString &cap : capsHit(snapshot))
        text += cap + QLatin1Char('\n');
    for (const std::string &warning : snapshot.warnings)
        text += QString::fromStdString(warning) + QLatin1Char('\n');
    return text;
}

} // namespace models
