// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's own account of what was used and how, in total and by window: used events by their
// time, what was not used by its arrival. Loss is the source ledger's. Owned by the engine; not
// thread-safe.
#pragma once

#include "ingest/metrics/rolling_count.h"
#include "ingest/snapshot_sources.h"

#include <map>

namespace ingest::metrics {

class IntakeLedger
{
public:
    struct Used
    {
        bool late = false;
        bool retimed = false;
        bool revised = false;
        bool tooLate = false;
    };

    void use(Second bucket, Used used);
    // `arrival`: the bucket it arrived in.
    void refuse(Second arrival, wire::Reason reason);
    void drop(Second arrival); // a duplicate
    void advanceTo(Second asOf);

    // Everything received so far, also what lies ahead of asOf.
    [[nodiscard]] const LedgerSnapshot &total() const { return m_total; }
    [[nodiscard]] LedgerSnapshot inWindow(Window window) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[asOf, total, accepted, late, retimed, revised, duplicate, malformed] = *this;
        state(asOf, total, accepted, late, retimed, revised, duplicate, malformed);
        if constexpr (Archive::kReading)
            for (const auto &[reason, count] : malformed)
                state.require(static_cast<std::size_t>(reason) < wire::kReasonCount,
                              "a refusal for no reason");
    }

private:
    Second m_asOf{};
    LedgerSnapshot m_total;
    RollingCount m_accepted;
    RollingCount m_late;
    RollingCount m_retimed;
    RollingCount m_revised;
    RollingCount m_duplicate;
    std::map<wire::Reason, RollingCount> m_malformed; // for reasons that occurred
};

} // namespace ingest::metrics
