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
    // Says as much as fits `width` pixels: digits and titles, titles, or the title of the open page
    // and the digits of the others.
    void fit(int width);
    [[nodiscard]] const std::vector<PageTab> &tabs() const { return m_tabs; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Text { digitAndTitle, title, titleOfCurrent };

    [[nodiscard]] bool showsDigit(int index) const;
    [[nodiscard]] bool showsTitle(int index) const;
    [[nodiscard]] int widthOf(int index) const;
    void refit();
    void paintTab(QPainter &painter, const QRect &box, int index) const;
    void describe();

    std::vector<PageTab> m_tabs;
    int m_current = 0;
    int m_room = QWIDGETSIZE_MAX;
    Text m_text = Text::digitAndTitle;
};

} // namespace widgets
