// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_search.h"

namespace models {

TriageSearch::TriageSearch(QObject *parent)
    : QObject(parent), m_search(&findingsOf, [this](auto findings) {
          m_findings = std::move(findings);
          Q_EMIT answered();
      })
{
}

} // namespace models
