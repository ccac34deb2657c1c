// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pages.h"

#include "widgets/experience_page.h"
#include "widgets/page_stack.h"
#include "widgets/pipeline_page.h"
#include "widgets/triage_page.h"

namespace app {

QStringList pageNames()
{
    return {QStringLiteral("experience"), QStringLiteral("triage"), QStringLiteral("pipeline")};
}

void addPages(widgets::PageStack &stack)
{
    stack.add(new widgets::ExperiencePage(&stack));
    stack.add(new widgets::TriagePage(&stack));
    stack.add(new widgets::PipelinePage(&stack));
}

} // namespace app
