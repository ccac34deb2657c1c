// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a window, in one table: what each does and how the list of all keys names it.
// GUI thread.
#pragma once

#include "widgets/page.h"

#include <QKeySequence>

#include <functional>
#include <vector>

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
    void list(const QString &keys, const QString &does) { m_listed.push_back({keys, does}); }
    [[nodiscard]] const std::vector<widgets::PageKey> &listed() const { return m_listed; }

private:
    QWidget *m_window;
    std::vector<widgets::PageKey> m_listed;
};

} // namespace app
