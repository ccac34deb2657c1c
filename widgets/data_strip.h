// SPDX-License-Identifier: GPL-3.0-or-later
// The strip above every number: whether the data can be trusted, in one sentence and eight facts.
// GUI thread.
#pragma once

#include "models/honesty.h"
#include "widgets/themed_widget.h"

namespace widgets {

class DataStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit DataStrip(QWidget *parent = nullptr);

    void show(models::Honesty honesty);
    [[nodiscard]] const models::Honesty &honesty() const { return m_honesty; }

Q_SIGNALS:
    void activated(); // clicked, or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    models::Honesty m_honesty;
};

} // namespace widgets
