// SPDX-License-Identifier: GPL-3.0-or-later
// Says something through the screen reader: an invisible alert. GUI thread.
#pragma once

#include <QWidget>

namespace widgets {

class Announcer : public QWidget
{
public:
    explicit Announcer(QWidget *parent = nullptr);

    void say(const QString &text);
};

} // namespace widgets
