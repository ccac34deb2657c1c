// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/figure.h"

#include "ingest/metrics/window_edges.h"

namespace ingest::evidence {

Figure figureIn(Window window, Second asOf)
{
    Figure figure;
    figure.to = asOf;
    figure.asOf = asOf;
    if (window != Window::all)
        figure.from = metrics::windowStart(window, asOf);
    return figure;
}

} // namespace ingest::evidence
