// SPDX-License-Identifier: GPL-3.0-or-later
// Answers Triage's questions beside the GUI thread. Works on immutable snapshots alone. GUI thread.
#pragma once

#include "models/latest_answer.h"
#include "models/triage_findings.h"

#include <QObject>

#include <memory>

namespace models {

class TriageSearch : public QObject
{
    Q_OBJECT
public:
    explicit TriageSearch(QObject *parent = nullptr);

    void ask(TriageQuestion question) { m_search.ask(std::move(question)); }
    // A question has no answer yet.
    [[nodiscard]] bool busy() const { return m_search.busy(); }
    [[nodiscard]] const TriageFindings &findings() const { return *m_findings; }

Q_SIGNALS:
    void answered(); // findings() are new

private:
    std::shared_ptr<const TriageFindings> m_findings = std::make_shared<TriageFindings>();
    LatestAnswer<TriageQuestion, TriageFindings> m_search;
};

} // namespace models
