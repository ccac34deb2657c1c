// SPDX-License-Identifier: GPL-3.0-or-later
// The span of a window's charts that is seen closer, on whole chart steps, and what it asks for.
// Plain values; any thread.
#pragma once

#include "models/asked_span.h"
#include "models/time_axis.h"

#include <optional>

namespace models {

class ChartZoom
{
public:
    // Widened to whole steps, five at least; both ends in ms since 1970, brushed on `line`.
    void set(const ingest::Snapshot &snapshot, double fromMs, double toMs, ChartLine line);
    // False where nothing was set.
    bool clear();
    [[nodiscard]] bool isSet() const { return m_span.has_value(); }
    // It is of another window, or its start has left this one.
    [[nodiscard]] bool isOver(const ingest::Snapshot &snapshot) const;
    // Of the span, else of the whole window.
    [[nodiscard]] TimeAxis axis(const ingest::Snapshot &snapshot) const;
    [[nodiscard]] std::optional<AskedFigure> asked(const ingest::Snapshot &snapshot) const;
    // "14:31:08–14:33:20"; empty where nothing is set.
    [[nodiscard]] QString text() const;

private:
    struct Span
    {
        double fromMs = 0;
        double toMs = 0;
        ChartLine line = ChartLine::failures;
        ingest::Window window = ingest::Window::all;
    };
    std::optional<Span> m_span;
};

[[nodiscard]] double chartStepMs(ingest::Window window);

} // namespace models
