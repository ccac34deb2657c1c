// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_rotation.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace models {

namespace {

constexpr std::array kRotationScenes{WallScene::conversion, WallScene::success, WallScene::revenue,
                                     WallScene::latency};
constexpr std::int64_t kLongestSeconds = 86'400;

std::optional<TimedScene> sceneFrom(const QString &text)
{
    const QString name = text.section(QLatin1Char('='), 0, 0).trimmed();
    const auto *const found = std::ranges::find(kRotationScenes, name, &nameOf);
    if (found == kRotationScenes.end())
        return {};
    TimedScene scene{*found};
    if (text.contains(QLatin1Char('='))) {
        bool number = false;
        scene.seconds = text.section(QLatin1Char('='), 1).toLongLong(&number);
        if (!number || scene.seconds < 1 || scene.seconds > kLongestSeconds)
            return {};
    }
    return scene;
}

} // namespace

QString nameOf(WallScene scene)
{
    switch (scene) {
    case WallScene::conversion:
        return QStringLiteral("conversion");
    case WallScene::success:
        return QStringLiteral("success");
    case WallScene::revenue:
        return QStringLiteral("revenue");
    case WallScene::latency:
        break;
    }
    return QStringLiteral("latency");
}

std::vector<TimedScene> defaultScenes()
{
    std::vector<TimedScene> scenes;
    for (const WallScene scene : kRotationScenes)
        scenes.push_back({scene});
    return scenes;
}

std::optional<std::vector<TimedScene>> scenesFrom(const QString &text)
{
    std::vector<TimedScene> scenes;
    for (const QString &part : text.split(QLatin1Char(','))) {
        const std::optional<TimedScene> scene = sceneFrom(part);
        if (!scene)
            return {};
        scenes.push_back(*scene);
    }
    return scenes;
}

WallRotation::WallRotation(std::vector<TimedScene> scenes)
    : m_scenes(scenes.empty() ? defaultScenes() : std::move(scenes))
{
}

void WallRotation::show(std::size_t index, std::int64_t nowMs)
{
    m_index = index;
    m_sinceMs = nowMs;
}

std::int64_t WallRotation::secondsLeft(std::int64_t nowMs) const
{
    const std::int64_t shownMs = nowMs - m_sinceMs.value_or(nowMs);
    return std::max<std::int64_t>(0, (m_scenes[m_index].seconds * 1000 - shownMs + 999) / 1000);
}

double WallRotation::shareShown(std::int64_t nowMs) const
{
    const double shownMs = double(nowMs - m_sinceMs.value_or(nowMs));
    return std::clamp(shownMs / double(m_scenes[m_index].seconds * 1000), 0.0, 1.0);
}

void WallRotation::update(std::int64_t nowMs, bool stale, std::optional<WallScene> trouble)
{
    if (!m_sinceMs)
        m_sinceMs = nowMs;
    const Hold before = m_hold;
    m_hold = stale          ? Hold::stale
             : trouble      ? Hold::incident
             : m_heldByHand ? Hold::byHand
                            : Hold::none;
    if (stale)
        return;
    // Jumped to once: whoever leafs on by hand is not thrown back every second.
    if (trouble && trouble != m_trouble) {
        const auto found = std::ranges::find(m_scenes, *trouble, &TimedScene::scene);
        if (found != m_scenes.end())
            show(static_cast<std::size_t>(found - m_scenes.begin()), nowMs);
    }
    m_trouble = trouble;
    if (m_hold != Hold::none)
        return;
    if (before != Hold::none)
        m_sinceMs = nowMs; // rotation goes on with a whole time
    else if (secondsLeft(nowMs) == 0)
        show((m_index + 1) % m_scenes.size(), nowMs);
}

void WallRotation::step(int by, std::int64_t nowMs)
{
    const auto count = static_cast<int>(m_scenes.size());
    const int wanted = (static_cast<int>(m_index) + by % count + count) % count;
    show(static_cast<std::size_t>(wanted), nowMs);
}

void WallRotation::toggleHold(std::int64_t nowMs)
{
    m_heldByHand = !m_heldByHand;
    m_sinceMs = nowMs;
}

} // namespace models
