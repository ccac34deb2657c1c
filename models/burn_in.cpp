// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/burn_in.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace models {

namespace {

constexpr int kFar = 4;
constexpr std::array kPath{QPoint(0, -kFar),   QPoint(kFar, -kFar), QPoint(kFar, 0),
                           QPoint(kFar, kFar), QPoint(0, kFar),     QPoint(-kFar, kFar),
                           QPoint(-kFar, 0),   QPoint(-kFar, -kFar)};
constexpr std::int64_t kStepSeconds = 60;

} // namespace

BurnInShift burnInShift(std::int64_t sinceStartSeconds)
{
    const std::int64_t minutes = std::max<std::int64_t>(0, sinceStartSeconds) / kStepSeconds;
    return {kPath.at(static_cast<std::size_t>(minutes) % kPath.size()), minutes / 30 % 2 == 1};
}

bool bandOutlined(std::int64_t ageSeconds)
{
    const std::int64_t minutes = ageSeconds / kStepSeconds;
    return minutes >= 30 && (minutes - 30) / 10 % 2 == 0;
}

} // namespace models
