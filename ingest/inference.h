// SPDX-License-Identifier: GPL-3.0-or-later
// Suggests a configuration from the traffic itself, for a start without a file: types become rates,
// *_ms numbers latencies, amounts sums, X.failed beside X.approved ratios, the most travelled path
// a funnel. Owned by the ingest thread. Deterministic: ties go by name.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/time.h"

#include <memory>
#include <optional>

namespace ingest::wire {
struct Event;
}

namespace ingest {

class Inference
{
public:
    Inference();
    ~Inference();
    Inference(Inference &&) noexcept;
    Inference &operator=(Inference &&) noexcept;

    // Bounded memory: at most 200 types, 2,000 journeys of 64 steps, 50 numbers a type.
    void observe(const wire::Event &event, Timestamp arrival);

    // True once 60 s of arrival or 2,000 journeys were seen: the suggestion no longer changes.
    [[nodiscard]] bool frozen() const;

    // `base` with signals and roles filled in and `suggested` set. Usable before it is frozen.
    [[nodiscard]] config::Configuration suggestion(const config::Configuration &base) const;

private:
    struct Seen;
    std::unique_ptr<Seen> m_seen;
};

} // namespace ingest
