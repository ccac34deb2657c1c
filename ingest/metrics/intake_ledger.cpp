// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/intake_ledger.h"

namespace ingest::metrics {

void IntakeLedger::use(Second bucket, Used used)
{
    ++m_total.received;
    ++m_total.accepted;
    m_accepted.add(bucket);
    if (used.tooLate)
        ++m_total.tooLate;
    else
        ++m_total.inWindows;
    if (used.late) {
        ++m_total.late;
        m_late.add(bucket);
    }
    if (used.retimed) {
        ++m_total.retimed;
        m_retimed.add(bucket);
    }
    if (used.revised) {
        ++m_total.revised;
        m_revised.add(bucket);
    }
}

void IntakeLedger::refuse(Second arrival, wire::Reason reason)
{
    ++m_total.received;
    ++m_total.malformed[static_cast<std::size_t>(reason)];
    const auto [ring, isNew] = m_malformed.try_emplace(reason);
    if (isNew)
        ring->second.advanceTo(m_asOf);
    ring->second.add(arrival);
}

void IntakeLedger::drop(Second arrival)
{
    ++m_total.received;
    ++m_total.duplicate;
    m_duplicate.add(arrival);
}

void IntakeLedger::advanceTo(Second asOf)
{
    m_asOf = asOf;
    for (RollingCount *ring : {&m_accepted, &m_late, &m_retimed, &m_revised, &m_duplicate})
        ring->advanceTo(asOf);
    for (auto &[reason, ring] : m_malformed)
        ring.advanceTo(asOf);
}

LedgerSnapshot IntakeLedger::inWindow(Window window) const
{
    LedgerSnapshot ledger;
    ledger.accepted = m_accepted.count(window);
    ledger.tooLate = window == Window::all ? m_total.tooLate : 0;
    ledger.inWindows = ledger.accepted - ledger.tooLate;
    ledger.late = m_late.count(window);
    ledger.retimed = m_retimed.count(window);
    ledger.revised = m_revised.count(window);
    ledger.duplicate = m_duplicate.count(window);
    for (const auto &[reason, ring] : m_malformed)
        ledger.malformed[static_cast<std::size_t>(reason)] = ring.count(window);
    ledger.received = ledger.accepted + ledger.duplicate + ledger.malformedTotal();
    return ledger;
}

} // namespace ingest::metrics
