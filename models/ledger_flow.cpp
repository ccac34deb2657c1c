// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger_flow.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/time_axis.h"
#include "models/trust.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace models {

namespace {

QString ledgerFlowTr(const char *text)
{
    return QCoreApplication::translate("LedgerFlow", text);
}

QString reasonsText(const ingest::LedgerSnapshot &ledger)
{
    QStringList reasons;
    for (std::size_t i = 0; i < ledger.malformed.size(); ++i)
        if (ledger.malformed[i] > 0)
            reasons.append(QStringLiteral("%1 %2").arg(
                QString::fromUtf8(ingest::wire::kReasonNames[i].data(),
                                  static_cast<qsizetype>(ingest::wire::kReasonNames[i].size())),
                wholeCount(ledger.malformed[i])));
    return reasons.join(QStringLiteral(", "));
}

QString worstLoser(const ingest::Snapshot &snapshot)
{
    const auto worst = std::ranges::max_element(
        snapshot.sources, {}, [](const auto &source) { return source.lost.value_or(0); });
    if (worst == snapshot.sources.end() || worst->lost.value_or(0) == 0)
        return {};
    return ledgerFlowTr("%1: %2").arg(QString::fromStdString(worst->source),
                                      wholeCount(*worst->lost));
}

// Nothing of a recording: it came through sockets that are not there any more.
QString endpointsText(const ingest::Snapshot &snapshot)
{
    const std::size_t count = snapshot.sockets.size();
    if (count == 0)
        return {};
    return count == 1 ? ledgerFlowTr("ZeroMQ, one endpoint")
                      : ledgerFlowTr("ZeroMQ, %1 endpoints").arg(count);
}

Status statusOf(std::uint64_t count, Status where)
{
    return count > 0 ? where : Status::normal;
}

} // namespace

std::vector<FlowStage> ledgerFlow(const ingest::Snapshot &snapshot)
{
    const ingest::LedgerSnapshot &ledger = snapshot.ledger;
    const ingest::Freshness &fresh = snapshot.freshness;
    const bool known = ledger.lossKnown && tailsKnown(snapshot);
    const std::uint64_t malformed = ledger.malformedTotal();
    const std::uint64_t decoded = ledger.received - malformed;
    std::vector<FlowStage> flow;
    flow.push_back(
        {ledgerFlowTr("Published"),
         ledger.received + ledger.lost,
         snapshot.sourcesTotal == 1 ? ledgerFlowTr("by one source")
                                    : ledgerFlowTr("by %1 sources").arg(snapshot.sourcesTotal),
         known               ? ledgerFlowTr("from sequence numbers")
         : !ledger.lossKnown ? ledgerFlowTr("at least: not every source numbers its events")
         : unknownTail(snapshot) != nullptr
             ? ledgerFlowTr("at least: a source ended without goodbye")
             : ledgerFlowTr("at least: a source is silent"),
         {}});
    flow.push_back({ledgerFlowTr("Received"),
                    ledger.received,
                    shortCount(snapshot.eventsPerSecond) + QStringLiteral("/s"),
                    endpointsText(snapshot),
                    {ledgerFlowTr("Lost"), ledger.lost, known, true,
                     statusOf(ledger.lost, Status::bad), worstLoser(snapshot)}});
    flow.push_back(
        {ledgerFlowTr("Decoded"),
         decoded,
         ledgerFlowTr("whole and readable"),
         {},
         {ledgerFlowTr("Malformed"), malformed, true, true, statusOf(malformed, Status::look),
          malformed > 0 ? reasonsText(ledger) : QString()}});
    flow.push_back({ledgerFlowTr("Unique"),
                    ledger.accepted,
                    ledgerFlowTr("remembered 10 min"),
                    {},
                    {ledgerFlowTr("Duplicate"), ledger.duplicate, true, true, Status::normal, {}}});
    flow.push_back({ledgerFlowTr("On time"),
                    ledger.accepted - ledger.late,
                    ledgerFlowTr("within 30 s"),
                    {},
                    {ledgerFlowTr("Late"), ledger.late, true, false, Status::normal,
                     ledgerFlowTr("counted all the same")}});
    flow.push_back(
        {ledgerFlowTr("Shown"),
         ledger.inWindows,
         ledgerFlowTr("on all pages"),
         fresh.lagP50Ms && fresh.lagP99Ms
             ? ledgerFlowTr("lag p50 %1, p99 %2")
                   .arg(durationText(*fresh.lagP50Ms), durationText(*fresh.lagP99Ms))
             : QString(),
         {ledgerFlowTr("Too late"), ledger.tooLate, true, true,
          statusOf(ledger.tooLate, Status::look), ledgerFlowTr("in the totals, in no window")}});
    return flow;
}

bool addsUp(const std::vector<FlowStage> &flow)
{
    std::uint64_t left = flow.empty() ? 0 : flow.front().count;
    for (const FlowStage &stage : flow) {
        if (!stage.branch.leaves) {
            if (stage.count + stage.branch.count != left)
                return false;
            continue;
        }
        if (stage.branch.count > left)
            return false;
        left -= stage.branch.count;
        if (stage.count != left)
            return false;
    }
    return true;
}

QString earlierLedgerText(const ingest::Snapshot &snapshot)
{
    if (!snapshot.earlierLedger)
        return {};
    const auto &[since, until, ledger] = *snapshot.earlierLedger;
    const auto day = [](ingest::Second instant) {
        return dayText(toMs(instant), QTimeZone::systemTimeZone());
    };
    const QString began = clockText(toMs(since));
    return ledgerFlowTr("before, %1 to %2: %3 received, %4 lost")
        .arg(day(since) == day(snapshot.asOf) ? began : day(since) + QLatin1Char(' ') + began,
             day(until) == day(since) ? clockText(toMs(until))
                                      : day(until) + QLatin1Char(' ') + clockText(toMs(until)),
             wholeCount(ledger.received),
             ledger.lossKnown ? wholeCount(ledger.lost) : ledgerFlowTr("unknown"));
}

QString branchText(const FlowBranch &branch, std::uint64_t published)
{
    const double share =
        published == 0 ? 0.0
                       : 100.0 * static_cast<double>(branch.count) / static_cast<double>(published);
    const QString count =
        branch.count == 0
            ? QStringLiteral("0")
            : QStringLiteral("%1 (%2)").arg(wholeCount(branch.count), percentText(share));
    if (branch.known)
        return count;
    return branch.count == 0 ? ledgerFlowTr("unknown") : ledgerFlowTr("at least %1").arg(count);
}

} // namespace models
