// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/source_account.h"

#include "ingest/metrics/text_ends.h"

#include <algorithm>
#include <cmath>

namespace ingest::metrics {

EpochAccount &SourceAccount::epoch(std::string_view name, Timestamp engineStart, Timestamp now)
{
    if (m_current < m_epochs.size() && isSameText(m_epochs[m_current].name(), name))
        return m_epochs[m_current];
    return anotherEpoch(name, engineStart, now);
}

// Apart from the above, which needs the name in registers only: written to memory in halves and
// read as a whole it would wait for all that was written before, a twenty-fifth of the time of an
// event.
EpochAccount &SourceAccount::anotherEpoch(std::string_view name, Timestamp engineStart,
                                          Timestamp now)
{
    const auto found = std::ranges::find(m_epochs, name, &EpochAccount::name);
    if (found != m_epochs.end()) {
        m_current = static_cast<std::size_t>(found - m_epochs.begin());
        return *found;
    }
    if (m_epochs.size() >= kMaxEpochs)
        foldOldestEpoch(engineStart);
    if (!m_epochs.empty())
        m_epochs.back().succeed(awaitedSince(), now);
    ++m_epochsSeen;
    m_current = m_epochs.size();
    return m_epochs.emplace_back(name);
}

void SourceAccount::foldOldestEpoch(Timestamp engineStart)
{
    m_epochs.front().forEachGap(engineStart, [this](std::uint64_t count, std::optional<Timestamp>) {
        m_foldedLost += count;
    });
    m_foldedUnknownTails += m_epochs.front().saidGoodbye() ? 0 : 1;
    m_epochs.erase(m_epochs.begin());
}

std::size_t SourceAccount::intervals() const
{
    std::size_t count = 0;
    for (const EpochAccount &epoch : m_epochs)
        count += epoch.intervals();
    return count;
}

void SourceAccount::keepIntervals(std::size_t most)
{
    for (EpochAccount &epoch : m_epochs)
        epoch.keepIntervals(most);
}

void SourceAccount::beat(Timestamp now, bool goodbye)
{
    heard(now);
    m_beats = true;
    m_lastBeat = std::max(m_lastBeat, now);
    m_gone = goodbye;
}

void SourceAccount::clockStartsAt(Timestamp now)
{
    heard(now);
    if (m_beats)
        m_lastBeat = std::max(m_lastBeat, now);
    for (EpochAccount &epoch : m_epochs)
        epoch.clockStartsAt(now);
}

void SourceAccount::listenAgain(Timestamp now)
{
    m_listenedFrom = now;
    for (EpochAccount &epoch : m_epochs)
        epoch.pauseListening();
}

void SourceAccount::received(Timestamp now)
{
    heard(now);
    m_gone = false;
    ++m_received;
    if (auto *count = m_perSecond.touch(bucketOf(now)))
        ++*count;
    if (Minute *minute = m_perMinute.touch(bucketOf(now)))
        ++minute->received;
}

void SourceAccount::lagged(Timestamp arrival, Timestamp time, bool late)
{
    m_late += late ? 1 : 0;
    if (Minute *minute = late ? m_perMinute.touch(bucketOf(arrival)) : nullptr)
        ++minute->late;
    const std::chrono::duration<float, std::milli> lag = arrival - time;
    m_lags.at(m_lagCount++ % m_lags.size()) = {bucketOf(arrival), lag.count()};
}

void SourceAccount::countMalformed(const wire::Rejection &rejection, Timestamp now)
{
    ++m_malformed.at(static_cast<std::size_t>(rejection.reason));
    if (!m_lastBad)
        m_lastBad.emplace();
    m_lastBad->reason = rejection.reason;
    m_lastBad->arrival = now;
    m_lastBad->excerpt.assign(rejection.excerpt);
}

SourceState SourceAccount::state(Timestamp now, const config::Staleness &limits) const
{
    if (m_gone)
        return SourceState::goodbye;
    const bool silent = m_beats ? now - std::max(m_lastBeat, m_listenedFrom) > limits.heartbeat
                                : now - awaitedSince() > limits.source;
    return silent ? SourceState::silent : SourceState::up;
}

bool SourceAccount::lossKnown() const
{
    return !m_reused && !m_filtered && std::ranges::any_of(m_epochs, &EpochAccount::sequenced);
}

std::optional<std::uint64_t> SourceAccount::lost(Timestamp engineStart) const
{
    if (!lossKnown())
        return std::nullopt;
    std::uint64_t lost = 0;
    forEachGap(engineStart,
               [&lost](std::uint64_t count, std::optional<Timestamp>) { lost += count; });
    return lost;
}

std::uint64_t SourceAccount::unknownTails() const
{
    const auto kept = std::ranges::count_if(
        m_epochs, [](const EpochAccount &epoch) { return epoch.unknownTail().has_value(); });
    return m_foldedUnknownTails + static_cast<std::uint64_t>(kept);
}

Nanoseconds SourceAccount::unheardAroundTails(Timestamp from) const
{
    Nanoseconds unheard{0};
    for (const EpochAccount &epoch : m_epochs)
        if (const std::optional<UnknownTail> tail = epoch.unknownTail())
            unheard += std::max(Nanoseconds{0}, tail->again - std::max(tail->heard, from));
    return unheard;
}

void SourceAccount::putLags(Timestamp now, SourceSnapshot &row) const
{
    std::vector<float> lags;
    for (std::size_t i = 0; i < std::min(m_lagCount, m_lags.size()); ++i)
        if (now - m_lags.at(i).arrival < Seconds(60))
            lags.push_back(m_lags.at(i).milliseconds);
    if (lags.empty())
        return;
    std::ranges::sort(lags);
    const auto rank = [&lags](double q) {
        const auto n = static_cast<double>(lags.size());
        return static_cast<double>(
            lags[static_cast<std::size_t>(std::max(1.0, std::ceil(q * n))) - 1]);
    };
    row.skewMs = rank(0.5);
    row.lagP99Ms = rank(0.99);
}

SourceSnapshot SourceAccount::row(Timestamp now, Timestamp engineStart,
                                  const config::Staleness &limits) const
{
    SourceSnapshot row;
    row.source = m_name;
    row.state = state(now, limits);
    row.beats = m_beats;
    row.received = m_received;
    row.lost = lost(engineStart);
    row.duplicate = m_duplicate;
    row.malformedBy = m_malformed;
    for (const std::uint64_t count : m_malformed)
        row.malformed += count;
    row.lastBad = m_lastBad;
    row.late = m_late;
    row.sequenceReused = m_reused;
    row.restarts = m_epochsSeen > 0 ? m_epochsSeen - 1 : 0;
    row.lastSeen = m_lastSeen;
    row.unknownTails = unknownTails();
    row.tailUnknown = row.unknownTails > 0;
    for (const EpochAccount &epoch : m_epochs)
        if (const std::optional<UnknownTail> tail = epoch.unknownTail())
            row.tails.push_back(*tail);
    if (!m_epochs.empty())
        row.epoch = m_epochs.back().name();
    std::uint64_t recent = 0;
    const Second second = bucketOf(now);
    m_perSecond.forEach(second - Seconds(10), second,
                        [&recent](Second, std::uint32_t count) { recent += count; });
    row.eventsPerSecond = static_cast<double>(recent) / 10.0;
    putLags(now, row);
    putMinutes(now, engineStart, row);
    return row;
}

void SourceAccount::putMinutes(Timestamp now, Timestamp engineStart, SourceSnapshot &row) const
{
    constexpr Seconds kRateSpan(60);
    const Second last = stepEnd(bucketOf(now), kRateSpan);
    const auto minuteOf = [&](Second at) -> SourceMinute * {
        const auto ago = (last - stepEnd(at, kRateSpan)) / kRateSpan;
        const auto count = static_cast<std::int64_t>(row.minutes.size());
        return ago < 0 || ago >= count ? nullptr
                                       : &row.minutes.at(static_cast<std::size_t>(count - 1 - ago));
    };
    m_perMinute.forEach(last - Seconds(3600), last, [&](Second end, const Minute &minute) {
        if (SourceMinute *slot = minuteOf(end))
            *slot = {minute.received, minute.late, 0};
    });
    forEachGap(engineStart, [&](std::uint64_t count, std::optional<Timestamp> at) {
        if (SourceMinute *slot = at ? minuteOf(bucketOf(*at)) : nullptr)
            slot->lost =
                static_cast<std::uint32_t>(std::min<std::uint64_t>(slot->lost + count, UINT32_MAX));
    });
}

} // namespace ingest::metrics
