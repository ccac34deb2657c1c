// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/json.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <regex>
#include <stdexcept>

namespace test::oracle {

namespace {

struct Broken : std::runtime_error
{
    Broken() : std::runtime_error("not JSON") {}
};

void appendUtf8(std::string &out, std::uint32_t c)
{
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Json document()
    {
        Json json = value(1);
        blank();
        if (!m_text.empty())
            throw Broken();
        return json;
    }
    int deepest = 0;

private:
    void blank()
    {
        while (!m_text.empty() && std::string_view(" \t\r\n").find(m_text[0]) != m_text.npos)
            m_text.remove_prefix(1);
    }

    bool take(std::string_view token)
    {
        if (!m_text.starts_with(token))
            return false;
        m_text.remove_prefix(token.size());
        return true;
    }

    void demand(std::string_view token)
    {
        blank();
        if (!take(token))
            throw Broken();
    }

    Json value(int depth)
    {
        blank();
        Json json;
        if (take("{")) {
            object(json, depth);
        } else if (take("[")) {
            array(json, depth);
        } else if (take("\"")) {
            json.kind = Json::Kind::string;
            json.text = string();
        } else {
            word(json);
        }
        return json;
    }

    void object(Json &json, int depth)
    {
        deepest = std::max(deepest, depth);
        json.kind = Json::Kind::object;
        blank();
        if (take("}"))
            return;
        do {
            demand("\"");
            std::string key = string();
            demand(":");
            json.members.push_back({std::move(key), value(depth + 1)});
            blank();
        } while (take(","));
        demand("}");
    }

    void array(Json &json, int depth)
    {
        deepest = std::max(deepest, depth);
        json.kind = Json::Kind::array;
        blank();
        if (take("]"))
            return;
        do {
            json.elements.push_back(value(depth + 1));
            blank();
        } while (take(","));
        demand("]");
    }

    void word(Json &json)
    {
        std::size_t end = 0;
        while (end < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[end])) ||
                                       std::string_view("+-.").find(m_text[end]) != m_text.npos))
            ++end;
        json.text = m_text.substr(0, end);
        m_text.remove_prefix(end);
        static const std::regex number(R"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)");
        if (json.text == "null")
            json.kind = Json::Kind::null;
        else if (json.text == "true" || json.text == "false")
            json.kind = Json::Kind::boolean;
        else if (std::regex_match(json.text, number))
            json.kind = Json::Kind::number;
        else
            throw Broken();
    }

    std::uint32_t hex4()
    {
        if (m_text.size() < 4)
            throw Broken();
        std::uint32_t value = 0;
        for (const char c : m_text.substr(0, 4)) {
            if (!std::isxdigit(static_cast<unsigned char>(c)))
                throw Broken();
            const int digit =
                std::isdigit(static_cast<unsigned char>(c)) ? c - '0' : (c | 0x20) - 'a' + 10;
            value = value * 16 + static_cast<std::uint32_t>(digit);
        }
        m_text.remove_prefix(4);
        return value;
    }

    void escape(std::string &out)
    {
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        if (m_text.empty())
            throw Broken();
        const char c = m_text[0];
        m_text.remove_prefix(1);
        if (c != 'u') {
            const std::size_t which = kFrom.find(c);
            if (which == kFrom.npos)
                throw Broken();
            out += kTo[which];
            return;
        }
        std::uint32_t code = hex4();
        if (code >= 0xdc00 && code < 0xe000)
            throw Broken();
        if (code >= 0xd800 && code < 0xdc00) {
            if (!take("\\u"))
                throw Broken();
            const std::uint32_t low = hex4();
            if (low < 0xdc00 || low >= 0xe000)
                throw Broken();
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        appendUtf8(out, code);
    }

    std::string string()
    {
        std::string out;
        while (true) {
            if (m_text.empty() || static_cast<unsigned char>(m_text[0]) < 0x20)
                throw Broken();
            const char c = m_text[0];
            m_text.remove_prefix(1);
            if (c == '"')
                return out;
            if (c == '\\')
                escape(out);
            else
                out += c;
        }
    }

    std::string_view m_text;
};

} // namespace

const Json *Json::member(std::string_view name) const
{
    const auto found = std::find_if(members.begin(), members.end(),
                                    [name](const auto &member) { return member.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

Parsed parseJson(std::string_view text)
{
    Reader reader(text);
    Parsed parsed;
    try {
        parsed.json = reader.document();
    } catch (const Broken &) {
        parsed.json.reset();
    }
    parsed.depth = reader.deepest;
    return parsed;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto at = [&](std::size_t k) -> std::uint32_t {
            return k < text.size() ? static_cast<unsigned char>(text[k]) : 0;
        };
        const std::uint32_t lead = at(i);
        const std::size_t more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if ((lead >= 0x80 && lead < 0xc0) || lead > 0xf7)
            return false;
        std::uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);
        for (std::size_t k = 1; k <= more; ++k) {
            if ((at(i + k) & 0xc0) != 0x80)
                return false;
            code = code << 6 | (at(i + k) & 0x3f);
        }
        static constexpr std::uint32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
        if (code < kLeast[more] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            return false;
        i += more + 1;
    }
    return true;
}

} // namespace test::oracle
