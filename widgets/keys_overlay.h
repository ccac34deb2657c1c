// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all keys, over the page; a click closes it. GUI thread.
#pragma once

#include "widgets/page.h"

#include <QPointer>

namespace widgets {

class KeysOverlay : public ThemedWidget
{
    Q_OBJECT
public:
    explicit KeysOverlay(QWidget *parent);

    // Over the whole parent, with the focus.
    void open(std::vector<PageKey> keys);
    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect sheet() const;

    std::vector<PageKey> m_keys;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace widgets
