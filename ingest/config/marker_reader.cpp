// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/marker_reader.h"

#include "ingest/config/filter_reader.h"

#include <string_view>

namespace ingest::config {

namespace {

// Whether every brace has its other, and a name between them.
bool namesAttributesWell(std::string_view title)
{
    for (;;) {
        const std::size_t brace = title.find_first_of("{}");
        if (brace == std::string_view::npos)
            return true;
        const std::size_t end = title.find_first_of("{}", brace + 1);
        if (title[brace] == '}' || end == std::string_view::npos || title[end] == '{' ||
            end == brace + 1)
            return false;
        title.remove_prefix(end + 1);
    }
}

} // namespace

MarkerConfiguration readMarker(const toml::table &table, Findings &findings)
{
    TableReader reader(table, "[[marker]]", findings);
    MarkerConfiguration marker;
    marker.events = readFilters("events", reader);
    if (marker.events.empty())
        reader.lacks("events", "[\"deployment.finished\"], the events that are one");
    if (const auto kind = reader.choice("kind", {kMarkerKinds[0], kMarkerKinds[1], kMarkerKinds[2],
                                                 kMarkerKinds[3], kMarkerKinds[4]}))
        marker.kind = static_cast<MarkerKind>(*kind);
    if (const auto title = reader.string("title")) {
        marker.title = *title;
        if (!namesAttributesWell(*title))
            reader.wrong(*table.get("title"), "title = \"" + *title + "\"",
                         "names of attributes in braces, such as \"{service} {version}\"");
    }
    return marker;
}

} // namespace ingest::config
