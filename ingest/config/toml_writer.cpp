// SPDX-License-Identifier: GPL-3.0-or-later
// toToml(): the configuration as a file a person would have written.
#include "ingest/config/configuration_file.h"
#include "ingest/config/units.h"

#include <array>
#include <charconv>

namespace ingest::config {

namespace {

std::string tomlString(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append({'\\', c});
        else if (byte < 0x20 || byte == 0x7f)
            out.append("\\u00").append({kHex[byte >> 4], kHex[byte & 15]});
        else
            out += c;
    }
    return out + "\"";
}

std::string numberText(double number)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.begin(), text.end(), number).ptr;
    std::string out(text.begin(), end);
    // TOML tells whole numbers from others; both are read.
    return out.find("inf") == std::string::npos ? out : "0";
}

template <class Items, class Text>
std::string list(const Items &items, Text text)
{
    std::string out = "[";
    for (const auto &item : items)
        out.append(out.size() > 1 ? ", " : "").append(text(item));
    return out + "]";
}

std::string filterText(const EventFilter &filter)
{
    if (filter.where.empty())
        return tomlString(filter.pattern);
    std::string where;
    for (const auto &[name, value] : filter.where)
        where.append(where.empty() ? "" : ", ")
            .append(tomlString(name))
            .append(" = ")
            .append(tomlString(value));
    return "{ event = " + tomlString(filter.pattern) + ", where = { " + where + " } }";
}

class Writer
{
public:
    void header(std::string_view name)
    {
        m_text.append(m_text.empty() ? "" : "\n").append(name).append("\n");
    }
    void line(std::string_view key, const std::string &value)
    {
        m_text.append(key).append(" = ").append(value).append("\n");
    }
    void texts(std::string_view key, const std::vector<std::string> &values)
    {
        if (!values.empty())
            line(key, list(values, tomlString));
    }
    void filters(std::string_view key, const std::vector<EventFilter> &values)
    {
        if (!values.empty())
            line(key, list(values, filterText));
    }
    void text(std::string_view key, const std::string &value)
    {
        if (!value.empty())
            line(key, tomlString(value));
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void write(const SourceConfiguration &source, Writer &out)
{
    out.header("[[source]]");
    out.line("pattern", source.pattern == Pattern::sub ? "\"sub\"" : "\"pull\"");
    out.texts("connect", source.connect);
    out.texts("bind", source.bind);
    if (source.topics != std::vector<std::string>{""})
        out.line("topics", list(source.topics, tomlString));
    if (source.allowUnauthenticated)
        out.line("allow_unauthenticated", "true");
    if (source.sequenceScope == SequenceScope::type)
        out.line("sequence_scope", "\"type\"");
}

void write(const SignalConfiguration &signal, Writer &out)
{
    constexpr std::array<std::string_view, 6> kKinds{"rate",    "ratio", "funnel",
                                                     "latency", "sum",   "uniques"};
    constexpr std::array<std::string_view, 3> kOrders{"ordered", "strict", "unordered"};
    out.header("[[signal]]");
    out.line("name", tomlString(signal.name));
    out.text("title", signal.title);
    out.line("kind", tomlString(kKinds.at(static_cast<std::size_t>(signal.kind))));
    out.filters("events", signal.events);
    out.filters("good", signal.good);
    out.filters("bad", signal.bad);
    if (signal.kind == SignalKind::funnel) {
        out.filters("steps", signal.steps);
        out.line("within", tomlString(durationText(signal.within)));
        if (signal.order != StepOrder::ordered)
            out.line("order", tomlString(kOrders.at(static_cast<std::size_t>(signal.order))));
    }
    out.text("field", signal.field);
    out.texts("by", signal.by);
    if (!signal.thresholdsMs.empty())
        out.line("thresholds_ms", list(signal.thresholdsMs, numberText));
    if (signal.apdexMs)
        out.line("apdex_ms", numberText(*signal.apdexMs));
    if (signal.limit)
        out.line("limit", numberText(*signal.limit));
}

void write(const wire::FieldPlaces &fields, Writer &out)
{
    wire::FieldPlaces configured = fields;
    configured.extra.clear();
    if (configured == wire::FieldPlaces{})
        return;
    out.header("[fields]");
    out.texts("type", fields.type);
    out.texts("time", fields.time);
    out.texts("source", fields.source);
    out.texts("id", fields.id);
    out.texts("sequence", fields.sequence);
    out.texts("epoch", fields.epoch);
    out.texts("journey", fields.journey);
    out.texts("category", fields.category);
    out.texts("message", fields.message);
    out.texts("amount", fields.amount);
    out.texts("currency", fields.currency);
}

void write(const ExperienceRoles &roles, Writer &out)
{
    if (roles == ExperienceRoles{})
        return;
    out.header("[experience]");
    out.text("conversion", roles.conversion);
    out.text("success", roles.success);
    out.text("revenue", roles.revenue);
    out.text("latency", roles.latency);
    out.text("active", roles.active);
    out.text("failures", roles.failures);
}

void write(const MarkerConfiguration &marker, Writer &out)
{
    out.header("[[marker]]");
    out.filters("events", marker.events);
    out.line("kind", tomlString(kMarkerKinds.at(static_cast<std::size_t>(marker.kind))));
    out.text("title", marker.title);
}

void write(const OwnerRule &owner, Writer &out)
{
    out.header("[[owner]]");
    out.line("name", tomlString(owner.name));
    out.text("contact", owner.contact);
    out.text("runbook", owner.runbook);
    out.texts("types", owner.types);
    out.texts("sources", owner.sources);
    out.texts("categories", owner.categories);
}

void write(const Limits &limits, Writer &out)
{
    if (limits == Limits{})
        return;
    out.header("[limits]");
    out.line("memory", tomlString(bytesText(limits.memoryBytes)));
    out.line("kept", tomlString(bytesText(limits.keptBytes)));
    out.line("types", std::to_string(limits.types));
    out.line("sources", std::to_string(limits.sources));
    out.line("attribute_values", std::to_string(limits.attributeValues));
    out.line("categories", std::to_string(limits.categories));
    out.line("journeys", std::to_string(limits.journeys));
    out.line("duplicate_ids", std::to_string(limits.duplicateIds));
    out.line("journey_events", std::to_string(limits.journeyEvents));
    out.line("uniques", std::to_string(limits.uniques));
}

void write(const Staleness &stale, Writer &out)
{
    if (stale == Staleness{})
        return;
    out.header("[stale]");
    out.line("heartbeat", tomlString(durationText(stale.heartbeat)));
    out.line("everything", tomlString(durationText(stale.everything)));
    out.line("source", tomlString(durationText(stale.source)));
    out.line("recovery", tomlString(durationText(stale.recovery)));
}

void write(const IncidentTimes &incident, Writer &out)
{
    if (incident == IncidentTimes{})
        return;
    out.header("[incident]");
    out.line("opens_after", tomlString(durationText(incident.opensAfter)));
    out.line("closes_after", tomlString(durationText(incident.closesAfter)));
}

} // namespace

std::string toToml(const Configuration &configuration)
{
    Writer out;
    for (const SourceConfiguration &source : configuration.sources)
        write(source, out);
    write(configuration.fields, out);
    for (const SignalConfiguration &signal : configuration.signals)
        write(signal, out);
    write(configuration.experience, out);
    for (const MarkerConfiguration &marker : configuration.markers)
        write(marker, out);
    for (const OwnerRule &owner : configuration.owners)
        write(owner, out);
    for (const std::string &catalog : configuration.catalogs) {
        out.header("[[owner]]");
        out.line("catalog", tomlString(catalog));
    }
    write(configuration.limits, out);
    write(configuration.stale, out);
    write(configuration.incident, out);
    return out.take();
}

} // namespace ingest::config
