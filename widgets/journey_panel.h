// SPDX-License-Identifier: GPL-3.0-or-later
// One journey over time: services as rows, events as dots, what never came as a hatched box, and
// whether a gap is real or lost data. GUI thread.
#pragma once

#include "models/journey_line.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

class QPushButton;

namespace widgets {

class JourneyPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit JourneyPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void show(models::JourneyLine line);
    [[nodiscard]] const models::JourneyLine &line() const { return m_line; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("journey"); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter) const;
    [[nodiscard]] QString noteText() const;

    models::JourneyLine m_line;
    QPushButton *m_trace; // copies the trace id; hidden where no event has one
};

} // namespace widgets
