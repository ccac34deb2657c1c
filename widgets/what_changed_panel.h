// SPDX-License-Identifier: GPL-3.0-or-later
// What sets the failing apart: for each trait its share of all attempts and of the failures, the
// factor between them, and how much it explains. A click on a row, or Enter, filters by its traits.
// GUI thread.
#pragma once

#include "ingest/evidence/what_changed.h"
#include "models/event_query.h"
#include "widgets/exhibit.h"
#include "widgets/themed_widget.h"

#include <optional>

namespace widgets {

class WhatChangedPanel : public ThemedWidget, public Exhibit
{
    Q_OBJECT
public:
    explicit WhatChangedPanel(QWidget *parent = nullptr);

    // `about`: the category or ratio as it is called; a category's ordinal gives the swatch.
    void show(const ingest::evidence::WhatChanged &changed, const QString &about,
              std::optional<std::uint32_t> ordinal);
    // One line: what explains most, or why nothing is named.
    [[nodiscard]] QString verdict() const;
    // "14:31:08–14:33:20": what it is about, as against before.
    [[nodiscard]] QString span() const;
    [[nodiscard]] models::FigureTable figures() const override;
    [[nodiscard]] QString explained() const override { return QStringLiteral("changed"); }

Q_SIGNALS:
    void chosen(const std::vector<models::FieldValue> &traits);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int kHead = 58; // px above the rows
    static constexpr int kFoot = 30; // and below them

    // "acme-pay + DE", or what they are values of: "provider + country".
    [[nodiscard]] static QString namesOf(const ingest::evidence::Difference &difference,
                                         bool values);
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] QRect rowBox(std::size_t row) const;
    void take(std::size_t row);
    void paintHead(QPainter &painter) const;
    void paintColumns(QPainter &painter) const;
    void paintRow(QPainter &painter, const QRect &box,
                  const ingest::evidence::Difference &difference) const;
    void paintShares(QPainter &painter, const QRect &scale,
                     const ingest::evidence::Difference &difference, const QColor &colour) const;
    [[nodiscard]] int figuresWide() const;
    [[nodiscard]] bool hasScale(const QRect &scale) const;
    [[nodiscard]] QRect track(const QRect &row) const;

    ingest::evidence::WhatChanged m_changed;
    QString m_about;
    std::optional<std::uint32_t> m_ordinal;
    std::size_t m_current = 0; // row of the keyboard
};

} // namespace widgets
