// SPDX-License-Identifier: GPL-3.0-or-later
// A button of the transport: its sign is painted, because glyphs differ from font to font.
// GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QPushButton>

#include <cstdint>

namespace widgets {

enum class TransportSign : std::uint8_t { back, play, pause, forward, record };

class TransportButton : public QPushButton
{
public:
    TransportButton(TransportSign sign, QWidget *parent);

    void setTheme(const Theme &theme);
    void setSign(TransportSign sign);
    [[nodiscard]] TransportSign sign() const { return m_sign; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TransportSign m_sign;
    QColor m_ink;
    QColor m_recording;
};

} // namespace widgets
