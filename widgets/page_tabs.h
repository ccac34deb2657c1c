// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs in the top bar: digit, title, worst status and count of each page. One Tab stop, arrows
// move between the pages. GUI thread.
#pragma once

#include "widgets/page.h"

namespace widgets {

struct PageTab
{
    QString title;
    int digit = 0;
    PageStatus status;
    bool operator==(const PageTab &) const = default;
};

class PageTabs : public ThemedWidget
{
    Q_OBJECT
public:
    explicit PageTabs(QWidget *parent = nullptr);

    void setTabs(std::vector<PageTab> tabs);
    void setCurrent(int index);
    // Without digits, for narrow windows.
    void setCompact(bool compact);
    [[nodiscard]] const std::vector<PageTab> &tabs() const { return m_tabs; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int widthOf(const PageTab &tab) const;
    void paintTab(QPainter &painter, const QRect &box, const PageTab &tab, bool current) const;
    void describe();

    std::vector<PageTab> m_tabs;
    int m_current = 0;
    bool m_compact = false;
};

} // namespace widgets
