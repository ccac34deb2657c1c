// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a window, in one table: what each does and how the list of all keys names it.
// GUI thread.
#pragma once

#include "widgets/page.h"

#include <QKeySequence>

#include <functional>
#include <vector>

class QShortcut;

namespace app {

class WindowKeys
{
public:
    // The shortcuts belong to `window` and end with it.
    explicit WindowKeys(QWidget *window) : m_window(window) {}

    // Several keys may do one thing; without `does` they are not listed by themselves.
    void add(const std::vector<QKeySequence> &keys, const QString &does,
             const std::function<void()> &act);
    // Handled elsewhere, listed here.
    void list(const QString &keys, const QString &does) { m_rows.push_back({{}, keys, does}); }
    // Whether single characters are keys; see widgets::isLetterKey().
    void setLetterKeys(bool on);
    // Those that work now.
    [[nodiscard]] std::vector<widgets::PageKey> listed() const;

private:
    struct Row
    {
        std::vector<QShortcut *> shortcuts;
        QString keys; // of those without shortcuts here
        QString does;
    };

    QWidget *m_window;
    std::vector<Row> m_rows;
};

} // namespace app
