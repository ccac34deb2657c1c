// SPDX-License-Identifier: GPL-3.0-or-later
// The six figures across the top of the Experience page. Painted; one Tab stop, arrows move inside.
// GUI thread.
#pragma once

#include "models/tiles.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

namespace widgets {

// Narrower rows, as in portrait, show two lines of three figures.
inline constexpr int kThreeAcrossBelow = 1200;

class KpiRow : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit KpiRow(QWidget *parent = nullptr);

    // `window` as it is named on the selector: "1h".
    void show(std::vector<models::Tile> tiles, const QString &window);
    [[nodiscard]] const std::vector<models::Tile> &tiles() const { return m_tiles; }
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override;
    void choosePart(const QPoint &place) override;
    // The mark in a tile's corner that asks what it is.
    [[nodiscard]] QRect questionMark(int tile) const;

Q_SIGNALS:
    void chosen(const QString &key); // a tile, by a click or Enter
    void explanationWanted(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override { return {1200, 112}; }

private:
    [[nodiscard]] QRect cell(int index) const;
    [[nodiscard]] int columns() const;
    void paintTile(QPainter &painter, const QRect &box, const models::Tile &tile) const;
    int paintInterval(QPainter &painter, const QRect &foot, const models::Tile &tile) const;
    int paintDelta(QPainter &painter, const QRect &foot, const models::Tile &tile) const;
    // The x where the figure ends.
    int paintValue(QPainter &painter, const QRect &box, const models::Tile &tile) const;
    void paintCourse(QPainter &painter, const QRect &box, const models::Tile &tile) const;
    void describe();

    std::vector<models::Tile> m_tiles;
    QString m_window;
    int m_focused = 0;
};

} // namespace widgets
