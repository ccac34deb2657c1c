// SPDX-License-Identifier: GPL-3.0-or-later
// A paint device that draws nothing and remembers every piece of text with its place, so that a
// test can tell what does not fit: text that was cut with an ellipsis, that leaves the widget, or
// that runs into other text.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <vector>

namespace support {

struct DrawnText
{
    QString text;
    QRectF box; // of the glyphs' advance and the font's ascent and descent
};

class TextEngine : public QPaintEngine
{
public:
    TextEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &,
                   Qt::ImageConversionFlags) override
    {
    }
    void drawTextItem(const QPointF &place, const QTextItem &item) override
    {
        const QPointF at = painter()->combinedTransform().map(place);
        m_texts.push_back({item.text(), QRectF(at.x(), at.y() - item.ascent(), item.width(),
                                               item.ascent() + item.descent())});
    }
    [[nodiscard]] Type type() const override { return User; }

    std::vector<DrawnText> m_texts;
};

class TextRecorder : public QPaintDevice
{
public:
    explicit TextRecorder(QSize size) : m_size(size) {}

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const std::vector<DrawnText> &texts() const { return m_engine.m_texts; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

// The widget's own texts, in its coordinates, without its children.
inline std::vector<DrawnText> textsOf(QWidget &widget)
{
    TextRecorder recorder(widget.size());
    QPainter painter(&recorder);
    widget.render(&painter, {}, {}, {});
    painter.end();
    return recorder.texts();
}

} // namespace support
