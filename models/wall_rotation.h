// SPDX-License-Identifier: GPL-3.0-or-later
// Which scene a wall shows: each for its time, a scene in trouble is jumped to and held, stale data
// stop the rotation. Plain values; any thread. Time is an argument.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

enum class WallScene : std::uint8_t { conversion, success, revenue, latency };

struct TimedScene
{
    WallScene scene = WallScene::conversion;
    std::int64_t seconds = 20;
    bool operator==(const TimedScene &) const = default;
};

// "conversion", "success", "revenue", "latency".
[[nodiscard]] QString nameOf(WallScene scene);

// Every scene for 20 s.
[[nodiscard]] std::vector<TimedScene> defaultScenes();

// "conversion=40,success,latency=15"; empty where it is not that.
[[nodiscard]] std::optional<std::vector<TimedScene>> scenesFrom(const QString &text);

class WallRotation
{
public:
    enum class Hold : std::uint8_t { none, byHand, incident, stale };

    explicit WallRotation(std::vector<TimedScene> scenes = defaultScenes());

    // `trouble`: the scene whose figure is bad, where one is. `nowMs` on a monotonic clock.
    void update(std::int64_t nowMs, bool stale, std::optional<WallScene> trouble);

    // By hand: shown for its whole time, then rotation goes on, unless held.
    void step(int by, std::int64_t nowMs);
    void toggleHold(std::int64_t nowMs);

    [[nodiscard]] const std::vector<TimedScene> &scenes() const { return m_scenes; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] WallScene scene() const { return m_scenes[m_index].scene; }
    [[nodiscard]] WallScene next() const { return m_scenes[(m_index + 1) % m_scenes.size()].scene; }
    [[nodiscard]] Hold hold() const { return m_hold; }
    [[nodiscard]] std::int64_t secondsLeft(std::int64_t nowMs) const;
    [[nodiscard]] double shareShown(std::int64_t nowMs) const; // 0 to 1, of the scene's time

private:
    void show(std::size_t index, std::int64_t nowMs);

    std::vector<TimedScene> m_scenes;
    std::size_t m_index = 0;
    std::optional<std::int64_t> m_sinceMs;
    bool m_heldByHand = false;
    Hold m_hold = Hold::none;
    std::optional<WallScene> m_trouble;
};

} // namespace models
