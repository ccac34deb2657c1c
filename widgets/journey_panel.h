// SPDX-License-Identifier: GPL-3.0-or-later
// One journey over time: services as rows, events as dots, what never came as a hatched box, and
// whether a gap is real or lost data. A click on a dot, or an arrow key, chooses its event. GUI
// thread.
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
    // Chooses one of its events, by its number; none where it has no such event.
    void choose(std::uint64_t number);
    [[nodiscard]] const models::JourneyLine &line() const { return m_line; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("journey"); }

Q_SIGNALS:
    void chosen(const models::JourneyLine::Dot &event); // by pointer or keyboard

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] bool isLow() const;
    void paintLine(QPainter &painter) const;
    void take(std::size_t dot);
    [[nodiscard]] QString noteText() const;

    models::JourneyLine m_line;
    std::uint64_t m_chosen = 0; // the number of an event; 0: none
    QPushButton *m_trace;       // copies the trace id; hidden where no event has one
};

} // namespace widgets
