// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/marker_rules.h"

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/bounded_name.h"

#include <algorithm>
#include <string>

namespace ingest::metrics {

namespace {

constexpr std::string_view kCutTitle = "\xe2\x80\xa6";

// What stands in braces: an attribute, else the event's own type or source, which a flat event may
// have named `service`; empty if it has none.
std::string_view textNamed(std::string_view name, const wire::Event &event)
{
    std::size_t place = 0;
    if (const wire::Attribute *found = findAttribute(event.attributes, name, place))
        return found->kind == wire::ValueKind::null ? std::string_view() : found->text;
    if (name == "source" || name == "service")
        return event.source;
    return name == "type" ? event.type : std::string_view();
}

std::string filledIn(std::string_view pattern, const wire::Event &event)
{
    std::string text;
    for (;;) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open);
        text += pattern.substr(0, open);
        if (close == std::string_view::npos)
            return text;
        text += textNamed(pattern.substr(open + 1, close - open - 1), event);
        pattern.remove_prefix(close + 1);
    }
}

// On one line, with single blanks: what an event lacks leaves no hole.
std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

std::string titleOf(const config::MarkerConfiguration &marker, const wire::Event &event)
{
    std::string title = onOneLine(filledIn(marker.title, event));
    if (title.empty())
        title = onOneLine(event.type);
    if (title.size() > kMarkerTitleBytes) {
        title = wholeCharacters(title, kMarkerTitleBytes - kCutTitle.size());
        title += kCutTitle;
    }
    return title;
}

} // namespace

std::vector<Operation> compile(const std::vector<config::MarkerConfiguration> &markers,
                               std::string_view type)
{
    std::vector<Operation> operations;
    for (std::uint32_t i = 0; i < markers.size(); ++i)
        if (auto operation = compiled(markers[i].events, type)) {
            operation->signal = i;
            operations.push_back(std::move(*operation));
        }
    return operations;
}

std::optional<Marker> markerOf(const wire::Event &event, Second bucket,
                               std::vector<Operation> &operations,
                               const std::vector<config::MarkerConfiguration> &markers)
{
    for (Operation &operation : operations)
        if (operation.match(event) != 0) {
            const config::MarkerConfiguration &marker = markers[operation.signal];
            return Marker{bucket, marker.kind, titleOf(marker, event)};
        }
    return std::nullopt;
}

} // namespace ingest::metrics
