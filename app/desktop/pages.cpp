// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pages.h"

#include "widgets/experience_page.h"
#include "widgets/page_stack.h"

namespace app {

QStringList pageNames()
{
    return {QStringLiteral("experience")};
}

void addPages(widgets::PageStack &stack)
{
    stack.add(new widgets::ExperiencePage(&stack));
}

} // namespace app
