// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages there are: the one list that the window and the command line go by. GUI thread.
#pragma once

#include <QStringList>

#include <vector>

namespace widgets {
class Page;
class PageStack;
} // namespace widgets

namespace app {

// In the order of the tabs; the first is the one to begin with.
[[nodiscard]] QStringList pageNames();

// One page per name, into the stack.
void addPages(widgets::PageStack &stack);

} // namespace app
