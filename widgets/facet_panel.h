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
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("facets"); }

Q_SIGNALS:
    void chosen(const QString &attribute, const QString &value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Place
    {
        QRect box;
        std::size_t facet = 0;
        std::size_t value = 0;
    };
    [[nodiscard]] std::vector<Place> places() const;
    void paintValue(QPainter &painter, const Place &place) const;
    void choose(const Place &place);

    std::vector<models::Facet> m_facets;
    std::size_t m_current = 0; // of places()
};

} // namespace widgets
