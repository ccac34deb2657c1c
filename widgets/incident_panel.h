// SPDX-License-Identifier: GPL-3.0-or-later
// The worst open incident on the Experience page: what fails, whose it is, what it has cost so far,
// and the way to its events, or to its source where one is gone. GUI thread.
#pragma once

#include "models/incident_card.h"
#include "widgets/themed_widget.h"

#include <optional>

namespace widgets {

class IncidentPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit IncidentPanel(QWidget *parent = nullptr);

    // Empty: none is open; there is nothing to paint then.
    void show(std::optional<models::IncidentCard> card);
    [[nodiscard]] const std::optional<models::IncidentCard> &card() const { return m_card; }
    [[nodiscard]] int wishedHeight() const; // px
    // As much as fits; screen readers hear all of it.
    [[nodiscard]] QString shownSentence() const;

Q_SIGNALS:
    void chosen(); // by a click or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect sentenceBox() const;
    void paintHead(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;

    std::optional<models::IncidentCard> m_card;
};

} // namespace widgets
