// SPDX-License-Identifier: GPL-3.0-or-later
// 'What is this?' over the page: how a figure is defined and worked out. A click closes it.
// GUI thread.
#pragma once

#include "models/explanation.h"
#include "widgets/themed_widget.h"

#include <QPointer>

namespace widgets {

class ExplanationOverlay : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ExplanationOverlay(QWidget *parent);

    // Over the whole parent, with the focus.
    void open(const QString &key, models::Explanation explanation);
    // The figures go on while it is open.
    void show(models::Explanation explanation);
    void close();
    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] const models::Explanation &explanation() const { return m_explanation; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int heightOf(const models::Explanation::Line &line) const;
    [[nodiscard]] QRect sheet() const;

    QString m_key;
    models::Explanation m_explanation;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace widgets
