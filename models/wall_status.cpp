// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_status.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

WallWord wordOf(Status level)
{
    if (level == Status::bad)
        return WallWord::critical;
    return level == Status::look ? WallWord::degraded : WallWord::healthy;
}

} // namespace

QString textOf(WallWord word)
{
    switch (word) {
    case WallWord::healthy:
        return QCoreApplication::translate("WallStatus", "HEALTHY");
    case WallWord::degraded:
        return QCoreApplication::translate("WallStatus", "DEGRADED");
    case WallWord::critical:
        return QCoreApplication::translate("WallStatus", "CRITICAL");
    case WallWord::stale:
        return QCoreApplication::translate("WallStatus", "DATA STALE");
    case WallWord::noData:
        break;
    }
    return QCoreApplication::translate("WallStatus", "NO DATA");
}

Status statusOf(WallWord word)
{
    switch (word) {
    case WallWord::healthy:
        return Status::normal;
    case WallWord::degraded:
        return Status::look;
    case WallWord::critical:
        return Status::bad;
    case WallWord::stale:
    case WallWord::noData:
        break;
    }
    return Status::unknown;
}

Status WallStatus::held(Status worst, std::int64_t second)
{
    if (m_level == Status::unknown || second < m_last) {
        m_seen.clear();
        m_level = worst;
    }
    m_last = second;
    if (m_seen.empty() || m_seen.back().worst != worst)
        m_seen.push_back({second, worst});
    // What was seen last before the two minutes still held when they began.
    while (m_seen.size() > 1 && m_seen[1].second <= second - kWordHeldSeconds)
        m_seen.pop_front();
    if (m_seen.front().second > second - kWordHeldSeconds)
        return m_level; // less than two minutes are known
    const auto [least, greatest] = std::ranges::minmax(m_seen, {}, &Seen::worst);
    return std::clamp(m_level, least.worst, greatest.worst);
}

WallWord WallStatus::update(Trust trust, Status worst, Status atLeast, std::int64_t second)
{
    WallWord word = trust == Trust::stale ? WallWord::stale : WallWord::noData;
    if (trust == Trust::trusted) {
        m_level = held(worst, second);
        word = wordOf(std::max(m_level, atLeast));
    } else {
        m_level = Status::unknown;
        m_seen.clear();
    }
    if (word != m_word || second < m_since || m_since == 0)
        m_since = second;
    m_word = word;
    return word;
}

} // namespace models
