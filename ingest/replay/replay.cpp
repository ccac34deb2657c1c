// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/replay.h"

#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"

#include <algorithm>

namespace ingest::replay {

Replay::Replay(std::unique_ptr<Beginnings> beginnings) : m_beginnings(std::move(beginnings)) {}

void Replay::beginBefore(Second to)
{
    m_pending.reset();
    m_burst.clear();
    m_run.reset(); // frees the memory of one engine before there is another
    m_run.emplace(m_beginnings->nearest(to));
    m_stopped.reset();
    m_entries = 0;
    m_atEnd = false;
    m_laterPart = false;
}

// Whether something has been used already that lies behind `to`.
bool Replay::goesBackTo(Second to) const
{
    if (m_stopped && to < *m_stopped)
        return true;
    if (to < m_run->engine.now())
        return true;
    // What was left out because it was not due yet may stand above what was used.
    return !m_run->rest->isInOrder() && to != m_towards;
}

bool Replay::workTowards(Second to, std::size_t most)
{
    if (!m_run || goesBackTo(to))
        beginBefore(to);
    m_towards = to;
    if (m_stopped == to && !m_atEnd)
        return true;
    const bool there = workOn(to, most);
    takeBurst();
    return there;
}

bool Replay::workOn(Second to, std::size_t most)
{
    for (std::size_t i = 0; i < most; ++i) {
        if (!m_pending) {
            if (const std::size_t ready = takeReady(to, most - i); ready > 0) {
                i += ready - 1;
                continue;
            }
            m_pending = m_run->rest->next();
        }
        m_atEnd = !m_pending;
        if (m_atEnd)
            return stopAt(to);
        if (m_pending->at && *m_pending->at > to) {
            if (m_run->rest->isInOrder())
                return stopAt(to);
        } else {
            take(*m_pending);
        }
        m_pending.reset();
    }
    return false;
}

// They go to the engine before the memory they lie in is used again.
std::size_t Replay::takeReady(Second to, std::size_t most)
{
    const std::size_t ready = m_run->rest->next(m_burst, to, most);
    if (ready == 0)
        return 0;
    takeBurst();
    m_entries += ready;
    m_atEnd = false;
    return ready;
}

bool Replay::stopAt(Second to)
{
    takeBurst();
    const Second end = bucketOf(m_run->engine.now());
    m_stopped = m_atEnd ? std::min(to, std::max(end, m_stopped.value_or(end))) : to;
    m_run->engine.advanceTo(*m_stopped);
    return true;
}

void Replay::take(const DueEntry &due)
{
    SelfConfiguringEngine &engine = m_run->engine;
    if (!std::holds_alternative<wire::Frame>(due.entry))
        takeBurst();
    if (const auto *frame = std::get_if<wire::Frame>(&due.entry)) {
        m_burst.addOrGive(*frame, engine);
    } else if (const auto *head = std::get_if<record::SegmentHead>(&due.entry)) {
        if (head->part == 1)
            engine.advanceTo(head->started); // what a source sends from then on is expected
        else if (m_entries == 0 && !m_run->at)
            m_laterPart = true;
    } else if (const auto *tick = std::get_if<record::Tick>(&due.entry)) {
        engine.advanceTo(tick->at);
    }
    ++m_entries;
}

bool Replay::readEarlier(std::size_t most)
{
    for (; !hasAllEvents() && most > 0; --most) {
        const auto due = m_run->before->next();
        if (!due) {
            m_run->engine.endEarlier();
            m_run->before.reset();
        } else if (const auto *frame = std::get_if<wire::Frame>(&due->entry)) {
            m_run->engine.keepEarlier(std::span(frame, 1));
        }
    }
    return hasAllEvents();
}

Second Replay::reached() const
{
    if (!m_run)
        return Second{};
    return m_stopped.value_or(std::chrono::floor<Seconds>(m_run->engine.now()));
}

std::shared_ptr<const Snapshot> Replay::snapshot(Window window)
{
    return m_run ? m_run->engine.snapshot(window) : nullptr;
}

std::vector<std::string> Replay::problems() const
{
    if (!m_run)
        return {};
    std::vector<std::string> problems = m_run->rest->problems();
    if (!m_run->note.empty())
        problems.push_back(m_run->note);
    if (m_laterPart)
        problems.emplace_back("The recording's beginning is not there any more: totals begin later "
                              "than they did live");
    return problems;
}

} // namespace ingest::replay
