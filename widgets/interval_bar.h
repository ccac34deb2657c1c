// SPDX-License-Identifier: GPL-3.0-or-later
// A 95 % interval as a block on a line, with a tick where what is usual lies. GUI thread.
#pragma once

#include "ingest/metrics/wilson.h"
#include "widgets/theme.h"

#include <QRectF>

class QPainter;

namespace widgets {

// The line spans both, and half as much again. `usual` is in the interval's unit.
void drawIntervalBar(QPainter &painter, const QRectF &box, const ingest::Interval &interval,
                     double usual, const Theme &theme);

} // namespace widgets
