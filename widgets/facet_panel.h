// SPDX-License-Identifier: GPL-3.0-or-later
// The most frequent values of the matching events' attributes; a click, or Enter, filters by one.
// GUI thread.
#pragma once

#include "models/triage_findings.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

#include <vector>

namespace widgets {

class FacetPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit FacetPanel(QWidget *parent = nullptr);

    void show(std::vector<models::Facet> facets);
    // Values below the lower edge, to be reached by the wheel or the arrow keys.
    [[nodiscard]] std::size_t hidden() const;
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("facets"); }

Q_SIGNALS:
    void chosen(const QString &attribute, const QString &value);
    void hiddenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place
    {
        QRect box;
        std::size_t facet = 0;
        std::size_t value = 0;
    };
    // Of every value, where it lies; also above and below what can be seen.
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] int topOf(const Place &place) const; // with the attribute's name, where first
    [[nodiscard]] bool isSeen(const Place &place) const;
    void scrollBy(int px);
    void showCurrent();
    void paintValue(QPainter &painter, const Place &place) const;
    void choose(const Place &place);

    std::vector<models::Facet> m_facets;
    std::size_t m_current = 0; // of places()
    int m_scrolled = 0;        // px
};

} // namespace widgets
