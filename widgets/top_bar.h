// SPDX-License-Identifier: GPL-3.0-or-later
// The bar with the mark, the pages' tabs, the window selector and the state: live, paused, waiting
// or stale, with the clock. GUI thread.
#pragma once

#include "ingest/window.h"
#include "models/status.h"
#include "widgets/themed_widget.h"

#include <chrono>
#include <optional>
#include <vector>

class QAbstractButton;
class QButtonGroup;

namespace widgets {

class PageTabs;

class TopBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    // How far back history reaches; empty: there is none yet, or where it is not kept none at all.
    // Windows of days need more than a day.
    void setHistory(std::optional<std::chrono::hours> reach, bool isKept);
    void setWindow(ingest::Window window);
    // "LIVE" with its shape, and the time the page shows.
    // `plays`: of a replay, whether it does; then the whole cell says that this is not now.
    // `paused`: two bars for the shape.
    void setState(models::Status status, const QString &word, const QString &clock,
                  std::optional<bool> plays = {}, bool paused = false);
    [[nodiscard]] PageTabs &tabs() { return *m_tabs; }

Q_SIGNALS:
    void windowChosen(ingest::Window window);
    void connectionsWanted();
    void stateClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] bool isNow() const { return !m_plays && !m_paused; } // what is shown
    [[nodiscard]] QRect stateBox() const;
    void paintState(QPainter &painter);
    void arrange();

    PageTabs *m_tabs;
    QButtonGroup *m_windows;
    QAbstractButton *m_connections;
    models::Status m_status = models::Status::unknown;
    QString m_word;
    QString m_clock;
    std::optional<bool> m_plays;
    bool m_paused = false;
};

} // namespace widgets
