// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall_view.h"

#include "models/chart_tables.h"
#include "widgets/wall_parts.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

QString accessibleText(const models::WallPicture &picture)
{
    QString text = picture.wordText + QStringLiteral(". ") + picture.sentence;
    for (const models::WallFigure &figure : picture.figures)
        text += QStringLiteral(" %1 %2 %3, %4.")
                    .arg(figure.label, figure.value, figure.unit, figure.word);
    return text;
}

} // namespace

WallView::WallView(QWidget *parent) : ThemedWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
}

void WallView::show(const models::WallPicture &picture)
{
    m_picture = picture;
    const QString name = accessibleText(picture);
    if (name != accessibleName())
        setAccessibleName(name);
    update();
}

models::FigureTable WallView::figures() const
{
    return models::chartTable(m_picture.chart);
}

void WallView::say(const QString &notice)
{
    m_notice = notice;
    update();
}

double WallView::scale() const
{
    const QSizeF scene = wallLayout(portrait(), false).scene;
    return std::min(width() / scene.width(), height() / scene.height());
}

int WallView::smallestFigurePx()
{
    return std::min(kWallSmallNumberPx, kWallWordPx);
}

void WallView::paintEvent(QPaintEvent *)
{
    Theme flat = theme();
    flat.textScale = 1; // the scene scales as a whole
    QPainter painter(this);
    painter.fillRect(rect(), flat.panel);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const WallLayout layout = wallLayout(portrait(), m_picture.band.has_value());
    painter.translate((width() - layout.scene.width() * scale()) / 2,
                      (height() - layout.scene.height() * scale()) / 2);
    painter.scale(scale(), scale());
    painter.translate(m_picture.shift.offset);
    const WallCanvas canvas{painter, flat, portrait(), scale() * devicePixelRatioF()};
    models::WallPicture noticed;
    const models::WallPicture *shown = &m_picture;
    if (!m_notice.isEmpty()) {
        noticed = m_picture;
        noticed.freshness = models::Status::look;
        noticed.freshText = m_notice;
        noticed.factsText.clear();
        noticed.rotation.clear();
        noticed.scenes = 1;
        shown = &noticed;
    }
    drawWallHeader(canvas, layout.header, *shown);
    if (m_picture.band)
        drawWallBand(canvas, layout.band, *shown);
    else
        painter.fillRect(
            QRectF(-kWallBleed, layout.header.bottom(), layout.scene.width() + 2 * kWallBleed, 2),
            flat.rule2);
    drawWallNumbers(canvas, layout.numbers, *shown);
    drawWallChart(canvas, layout.chart, *shown);
    drawWallFooter(canvas, layout.footer, *shown);
}

} // namespace widgets
