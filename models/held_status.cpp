// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_status.h"

#include <algorithm>

namespace models {

void HeldStatus::close()
{
    m_closed.push_back(m_open);
    if (m_closed.size() > kBucketsToFall)
        m_closed.pop_front();
    if (m_closed.size() >= kBucketsToRise)
        m_shown = std::max(m_shown, std::min(m_closed.back(), m_closed[m_closed.size() - 2]));
    if (m_closed.size() == kBucketsToFall)
        m_shown = std::min(m_shown, *std::ranges::max_element(m_closed));
}

Status HeldStatus::update(Status seen, std::int64_t bucket)
{
    if (seen == Status::unknown) {
        m_closed.clear();
        m_shown = Status::unknown;
    } else if (m_shown == Status::unknown || bucket < m_bucket) {
        m_closed.clear();
        m_shown = seen;
    } else if (bucket != m_bucket) {
        close();
    }
    m_open = seen;
    m_bucket = bucket;
    return m_shown;
}

} // namespace models
