// SPDX-License-Identifier: GPL-3.0-or-later
// Answers Triage questions on a thread of its own, one at a time; the newest question waits, older
// ones are dropped. Works on immutable snapshots alone. GUI thread.
#pragma once

#include "models/triage_findings.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace models {

class TriageSearch : public QObject
{
    Q_OBJECT
public:
    explicit TriageSearch(QObject *parent = nullptr);
    ~TriageSearch() override;

    void ask(TriageQuestion question);
    // A question has no answer yet.
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] const TriageFindings &findings() const { return *m_findings; }

Q_SIGNALS:
    void answered(); // findings() are new

private:
    void start(TriageQuestion question);
    void take(std::shared_ptr<const TriageFindings> findings);

    QThreadPool m_pool;
    bool m_busy = false;
    std::optional<TriageQuestion> m_waiting;
    std::shared_ptr<const TriageFindings> m_findings = std::make_shared<TriageFindings>();
};

} // namespace models
