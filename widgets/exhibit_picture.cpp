// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exhibit_picture.h"

#include "widgets/exhibit.h"
#include "widgets/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QWidget>

namespace widgets {

namespace {

constexpr int kCaption = 24;
constexpr double kSharp = 2;

QSize bodySize(Exhibit &exhibit)
{
    const QSize size = exhibit.pictureSize();
    return size.isEmpty() ? widgetOf(&exhibit)->size() : size;
}

void paint(QPainter &painter, Exhibit &exhibit, const QString &caption, const Theme &theme)
{
    const QSize body = bodySize(exhibit);
    painter.fillRect(QRect(0, 0, body.width(), body.height() + theme.scaled(kCaption)),
                     theme.panel);
    if (exhibit.pictureSize().isEmpty()) {
        // The ring around what has the focus is of the moment, not of the figures.
        QWidget *widget = widgetOf(&exhibit);
        QWidget *focus = widget->window()->focusWidget();
        const bool within = focus != nullptr && (focus == widget || widget->isAncestorOf(focus));
        if (within)
            focus->clearFocus();
        widget->render(&painter, {}, {}, QWidget::DrawChildren);
        if (within)
            focus->setFocus(Qt::OtherFocusReason);
    } else {
        painter.save();
        exhibit.paintPicture(painter);
        painter.restore();
    }
    painter.setFont(theme.font(11));
    painter.setPen(theme.muted);
    painter.drawText(QRect(16, body.height(), body.width() - 32, theme.scaled(kCaption)),
                     Qt::AlignVCenter | Qt::AlignLeft, caption);
}

QSize wholeSize(Exhibit &exhibit, const Theme &theme)
{
    return bodySize(exhibit) + QSize(0, theme.scaled(kCaption));
}

} // namespace

QImage pictureOf(Exhibit &exhibit, const QString &caption, const Theme &theme)
{
    QImage image((QSizeF(wholeSize(exhibit, theme)) * kSharp).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharp);
    QPainter painter(&image);
    paint(painter, exhibit, caption, theme);
    return image;
}

QByteArray pngOf(Exhibit &exhibit, const QString &caption, const Theme &theme)
{
    QImage image = pictureOf(exhibit, caption, theme);
    image.setText(QStringLiteral("Description"), caption);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svgOf(Exhibit &exhibit, const QString &caption, const Theme &theme)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size = wholeSize(exhibit, theme);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(96);
    generator.setTitle(exhibit.figures().title);
    generator.setDescription(caption);
    QPainter painter(&generator);
    paint(painter, exhibit, caption, theme);
    painter.end();
    return buffer.data();
}

} // namespace widgets
