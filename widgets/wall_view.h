// SPDX-License-Identifier: GPL-3.0-or-later
// A wall's scene, scaled to the widget: 1920x1080, or 1080x1920 where the widget is higher than
// wide. Drawn when it is given a picture, once a second. GUI thread.
#pragma once

#include "models/wall_picture.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

namespace widgets {

class WallView : public ThemedWidget, public FigureSource
{
public:
    explicit WallView(QWidget *parent = nullptr);

    void show(const models::WallPicture &picture);
    [[nodiscard]] const models::WallPicture &picture() const { return m_picture; }
    // Of the chart; the four numbers are in the name.
    [[nodiscard]] models::FigureTable figures() const override;
    // Said over the footer's facts until it is taken back by an empty text.
    void say(const QString &notice);

    // Logical pixels of this widget in one pixel of the scene.
    [[nodiscard]] double scale() const;
    // The smallest size that the word and the numbers are drawn at, in pixels of the scene.
    [[nodiscard]] static int smallestFigurePx();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool portrait() const { return height() > width(); }

    models::WallPicture m_picture;
    QString m_notice;
};

} // namespace widgets
