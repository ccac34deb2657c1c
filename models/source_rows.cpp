// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/source_rows.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/figure_table.h"
#include "models/time_axis.h"
#include "models/trust.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <cmath>

namespace models {

namespace {

constexpr double kMuchLate = 0.01; // of what it sent

QString sourceRowsTr(const char *text)
{
    return QCoreApplication::translate("SourceRows", text);
}

double lateShare(const ingest::SourceSnapshot &source)
{
    return source.received == 0
               ? 0.0
               : static_cast<double>(source.late) / static_cast<double>(source.received);
}

// Below ten with a digit behind the point, so that a column can be compared.
QString rateText(double perSecond)
{
    return perSecond > 0 && perSecond < 9.95 ? QString::number(perSecond, 'f', 1)
                                             : shortCount(perSecond);
}

QString signedDuration(double ms)
{
    const QString text = durationText(std::abs(ms));
    return (ms < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

} // namespace

QString titleOf(SourceColumn column)
{
    switch (column) {
    case SourceColumn::source:
        return sourceRowsTr("Source");
    case SourceColumn::rate:
        return sourceRowsTr("Events/s");
    case SourceColumn::sequence:
        return sourceRowsTr("Sequence, 1 h");
    case SourceColumn::lost:
        return sourceRowsTr("Lost");
    case SourceColumn::late:
        return sourceRowsTr("Late");
    case SourceColumn::duplicate:
        return sourceRowsTr("Dup.");
    case SourceColumn::malformed:
        return sourceRowsTr("Malf.");
    case SourceColumn::skew:
        return sourceRowsTr("Skew");
    case SourceColumn::lag:
        return sourceRowsTr("Lag p99");
    case SourceColumn::lastSeen:
        return sourceRowsTr("Last seen");
    case SourceColumn::restarts:
        return sourceRowsTr("Restarts");
    case SourceColumn::state:
        return sourceRowsTr("State");
    }
    return {};
}

SourceVerdict verdictOf(const ingest::SourceSnapshot &source)
{
    if (source.state == ingest::SourceState::silent)
        return {Status::unknown, sourceRowsTr("Silent")};
    if (source.lost.value_or(0) > 0)
        return {Status::look, sourceRowsTr("Gaps")};
    if (source.sequenceReused)
        return {Status::look, sourceRowsTr("Reused")};
    if (lateShare(source) > kMuchLate)
        return {Status::look, sourceRowsTr("Late")};
    if (source.malformed > 0)
        return {Status::look, sourceRowsTr("Malformed")};
    if (source.state == ingest::SourceState::goodbye)
        return {Status::normal, sourceRowsTr("Ended")};
    if (!source.lost)
        return {Status::normal, sourceRowsTr("Unnumbered")};
    if (source.tailUnknown)
        return {Status::unknown, sourceRowsTr("Tail unknown")};
    return {Status::normal, sourceRowsTr("Good")};
}

QString cellText(const ingest::SourceSnapshot &source, SourceColumn column, ingest::Timestamp now)
{
    const bool any = source.received > 0;
    const QString none = QStringLiteral("–");
    switch (column) {
    case SourceColumn::source:
        return QString::fromStdString(source.source);
    case SourceColumn::rate:
        return rateText(source.eventsPerSecond);
    case SourceColumn::sequence:
        return {};
    case SourceColumn::lost:
        if (!source.lost)
            return sourceRowsTr("unknown");
        return (tailKnown(source) ? QString() : QStringLiteral("≥ ")) + wholeCount(*source.lost);
    case SourceColumn::late:
        return any ? percentText(100 * lateShare(source)) : none;
    case SourceColumn::duplicate:
        return wholeCount(source.duplicate);
    case SourceColumn::malformed:
        return wholeCount(source.malformed);
    case SourceColumn::skew:
        return source.skewMs ? signedDuration(*source.skewMs) : none;
    case SourceColumn::lag:
        return source.lagP99Ms ? durationText(*source.lagP99Ms) : none;
    case SourceColumn::lastSeen:
        return spanText(
            std::max(0.0, std::chrono::duration<double>(now - source.lastSeen).count()));
    case SourceColumn::restarts:
        return wholeCount(source.restarts);
    case SourceColumn::state:
        return verdictOf(source).word;
    }
    return {};
}

QVariant exactCell(const ingest::SourceSnapshot &source, SourceColumn column)
{
    switch (column) {
    case SourceColumn::rate:
        return source.eventsPerSecond;
    case SourceColumn::lost:
        return source.lost ? QVariant(static_cast<qulonglong>(*source.lost)) : QVariant();
    case SourceColumn::late:
        return source.received > 0 ? QVariant(100 * lateShare(source)) : QVariant();
    case SourceColumn::duplicate:
        return static_cast<qulonglong>(source.duplicate);
    case SourceColumn::malformed:
        return static_cast<qulonglong>(source.malformed);
    case SourceColumn::skew:
        return source.skewMs ? QVariant(*source.skewMs) : QVariant();
    case SourceColumn::lag:
        return source.lagP99Ms ? QVariant(*source.lagP99Ms) : QVariant();
    case SourceColumn::lastSeen:
        return instant(toMs(source.lastSeen));
    case SourceColumn::restarts:
        return static_cast<qulonglong>(source.restarts);
    case SourceColumn::source:
    case SourceColumn::sequence:
    case SourceColumn::state:
        break;
    }
    return {};
}

QString exactTitle(SourceColumn column)
{
    switch (column) {
    case SourceColumn::sequence:
        return {};
    case SourceColumn::late:
        return sourceRowsTr("Late (%)");
    case SourceColumn::skew:
        return sourceRowsTr("Skew (ms)");
    case SourceColumn::lag:
        return sourceRowsTr("Lag p99 (ms)");
    case SourceColumn::lastSeen:
        return sourceRowsTr("Last seen (UTC)");
    default:
        return titleOf(column);
    }
}

double sortValue(const ingest::SourceSnapshot &source, SourceColumn column)
{
    switch (column) {
    case SourceColumn::rate:
        return source.eventsPerSecond;
    case SourceColumn::sequence:
    case SourceColumn::lost:
        return source.lost ? static_cast<double>(*source.lost) : -1.0;
    case SourceColumn::late:
        return lateShare(source);
    case SourceColumn::duplicate:
        return static_cast<double>(source.duplicate);
    case SourceColumn::malformed:
        return static_cast<double>(source.malformed);
    case SourceColumn::skew:
        return source.skewMs ? std::abs(*source.skewMs) : -1;
    case SourceColumn::lag:
        return source.lagP99Ms ? *source.lagP99Ms : -HUGE_VAL;
    case SourceColumn::lastSeen:
        return -std::chrono::duration<double>(source.lastSeen.time_since_epoch()).count();
    case SourceColumn::restarts:
        return static_cast<double>(source.restarts);
    case SourceColumn::source:
    case SourceColumn::state:
        return static_cast<double>(verdictOf(source).status);
    }
    return 0;
}

QString printable(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text =
        decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const bool whole = !decoder.hasError();
    QString shown;
    const auto put = [&shown](char16_t unit) {
        if (unit == u'\n')
            shown += QStringLiteral("\\n");
        else if (unit < 0x20 || unit == 0x7f)
            shown += QStringLiteral("\\x%1").arg(static_cast<uint>(unit), 2, 16, QLatin1Char('0'));
        else
            shown += QChar(unit);
    };
    if (whole)
        for (const QChar character : text)
            put(character.unicode());
    else
        for (const char byte : bytes)
            if (const auto code = static_cast<unsigned char>(byte); code < 0x80)
                put(code);
            else
                shown +=
                    QStringLiteral("\\x%1").arg(static_cast<uint>(code), 2, 16, QLatin1Char('0'));
    return shown;
}

QString malformedText(const ingest::SourceSnapshot &source)
{
    QStringList reasons;
    for (std::size_t i = 0; i < source.malformedBy.size(); ++i)
        if (source.malformedBy.at(i) > 0)
            reasons.append(
                QString::fromUtf8(ingest::wire::kReasonNames.at(i).data(),
                                  static_cast<qsizetype>(ingest::wire::kReasonNames.at(i).size())) +
                QLatin1Char(' ') + wholeCount(source.malformedBy.at(i)));
    return reasons.join(QStringLiteral(", "));
}

} // namespace models
