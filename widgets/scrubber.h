// SPDX-License-Identifier: GPL-3.0-or-later
// The bottom of the window while a recording is replayed: the transport and, below it, the whole
// recording with the playhead. GUI thread.
#pragma once

#include "models/scrubber.h"
#include "widgets/themed_widget.h"

#include <utility>

namespace widgets {

class DensityStrip;
class TransportBar;

class Scrubber : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Scrubber(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(const models::ScrubberView &view);
    // What a capsule would hold: the stretch that was dragged over, else the window in view.
    [[nodiscard]] std::pair<double, double> span() const;
    [[nodiscard]] TransportBar &transport() const { return *m_transport; }
    [[nodiscard]] DensityStrip &strip() const { return *m_strip; }
    [[nodiscard]] const models::ScrubberView &view() const { return m_view; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void showSpan();

    TransportBar *m_transport;
    DensityStrip *m_strip;
    models::ScrubberView m_view;
};

} // namespace widgets
