// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_search.h"

namespace models {

TriageSearch::TriageSearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

TriageSearch::~TriageSearch()
{
    m_pool.waitForDone();
}

void TriageSearch::ask(TriageQuestion question)
{
    if (m_busy)
        m_waiting = std::move(question);
    else
        start(std::move(question));
}

void TriageSearch::start(TriageQuestion question)
{
    m_busy = true;
    m_pool.start([this, asked = std::move(question)] {
        auto findings = std::make_shared<const TriageFindings>(findingsOf(asked));
        QMetaObject::invokeMethod(
            this, [this, findings] { take(findings); }, Qt::QueuedConnection);
    });
}

void TriageSearch::take(std::shared_ptr<const TriageFindings> findings)
{
    m_busy = false;
    m_findings = std::move(findings);
    if (m_waiting) {
        TriageQuestion next = std::move(*m_waiting);
        m_waiting.reset();
        start(std::move(next));
    }
    Q_EMIT answered();
}

} // namespace models
