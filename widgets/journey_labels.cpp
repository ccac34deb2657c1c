// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journey_labels.h"

#include <algorithm>
#include <array>
#include <optional>

namespace widgets {

namespace {

constexpr double kLabelAir = 4;      // between a dot and its name
constexpr double kBetweenLabels = 8; // between two names
constexpr double kHalfDot = 7;       // half of the largest

// Failures of one name and row that stand too close for two names become one, with their number.
std::vector<LabelledDot> grouped(const std::vector<LabelledDot> &dots,
                                 const std::function<double(const QString &)> &widthOf)
{
    struct Group
    {
        LabelledDot first;
        int size = 1;
    };
    std::vector<Group> groups;
    for (const LabelledDot &dot : dots) {
        const auto close = std::ranges::find_if(groups, [&](const Group &group) {
            return dot.failing && group.first.failing && group.first.text == dot.text &&
                   group.first.at.y() == dot.at.y() &&
                   dot.at.x() - group.first.at.x() < widthOf(dot.text) + 3 * kBetweenLabels;
        });
        if (close != groups.end())
            ++close->size;
        else
            groups.push_back({dot});
    }
    std::vector<LabelledDot> wanted;
    for (Group &group : groups) {
        if (group.size > 1)
            group.first.text += QStringLiteral(" ×%1").arg(group.size);
        wanted.push_back(std::move(group.first));
    }
    std::ranges::stable_partition(wanted, &LabelledDot::failing);
    return wanted;
}

std::optional<QRectF> placeFor(const LabelledDot &dot, double width, double line,
                               const QRectF &bounds, const std::vector<QRectF> &taken)
{
    const double above = dot.at.y() - kHalfDot - line;
    const double below = dot.at.y() + kHalfDot;
    const double right = std::min(dot.at.x() + kLabelAir, bounds.right() - width);
    const double left = dot.at.x() - kLabelAir - width;
    const std::array tried{QRectF(right, above, width, line), QRectF(right, below, width, line),
                           QRectF(left, above, width, line), QRectF(left, below, width, line)};
    const auto free = std::ranges::find_if(tried, [&](const QRectF &box) {
        return bounds.contains(box) && std::ranges::none_of(taken, [&box](const QRectF &other) {
                   return other.adjusted(-kBetweenLabels / 2, 0, kBetweenLabels / 2, 0)
                       .intersects(box);
               });
    });
    return free == tried.end() ? std::nullopt : std::optional(*free);
}

} // namespace

std::vector<PlacedLabel> placeLabels(const std::vector<LabelledDot> &dots, const QRectF &bounds,
                                     std::vector<QRectF> taken, double line,
                                     const std::function<double(const QString &)> &widthOf)
{
    for (const LabelledDot &dot : dots) // no name over another's dot
        taken.push_back(
            QRectF(dot.at, QSizeF()).adjusted(-kLabelAir, -kLabelAir, kLabelAir, kLabelAir));
    std::vector<PlacedLabel> placed;
    for (LabelledDot &dot : grouped(dots, widthOf))
        if (const auto box = placeFor(dot, widthOf(dot.text), line, bounds, taken)) {
            taken.push_back(*box);
            placed.push_back({*box, std::move(dot.text), dot.failing});
        }
    return placed;
}

} // namespace widgets
