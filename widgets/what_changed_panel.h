// SPDX-License-Identifier: GPL-3.0-or-later
// What sets the failing apart: for each trait its share of all attempts and of the failures, the
// factor between them, and how much it explains. GUI thread.
#pragma once

#include "ingest/evidence/what_changed.h"
#include "widgets/themed_widget.h"

namespace widgets {

class WhatChangedPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit WhatChangedPanel(QWidget *parent = nullptr);

    // `category` as it is called; its ordinal gives the swatch.
    void show(const ingest::evidence::WhatChanged &changed, const QString &category,
              std::uint32_t ordinal);
    // Tab-separated: traits, failing, attempts, factor, explained.
    [[nodiscard]] QString toTsv() const;
    // One line: what explains most, or why nothing is named.
    [[nodiscard]] QString verdict() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, const QRect &box,
                  const ingest::evidence::Difference &difference) const;
    [[nodiscard]] QRect track(const QRect &row) const;

    ingest::evidence::WhatChanged m_changed;
    QString m_category;
    std::uint32_t m_ordinal = 0;
};

} // namespace widgets
