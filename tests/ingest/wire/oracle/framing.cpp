// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/wire/oracle/framing.h"

#include <sstream>

namespace test::oracle {

namespace {

std::string trimmed(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Pieces splitArray(const std::string &text)
{
    Pieces pieces;
    std::string element;
    int depth = 0;
    bool inString = false;
    std::size_t i = 1;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        const bool closes = !inString && (c == ']' || c == '}');
        if (closes && depth == 0)
            break;
        if (!inString && c == ',' && depth == 0) {
            pieces.texts.push_back(trimmed(element));
            element.clear();
            continue;
        }
        element += c;
        if (inString && c == '\\' && i + 1 < text.size())
            element += text[++i];
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{'))
            ++depth;
        else if (closes)
            --depth;
    }
    if (i >= text.size()) { // it does not end: the element it broke off in is the rest
        pieces.restIsBroken = true;
        return pieces;
    }
    if (!trimmed(element).empty() || !pieces.texts.empty())
        pieces.texts.push_back(trimmed(element));
    pieces.restIsBroken = text[i] == '}' || !trimmed(text.substr(i + 1)).empty();
    return pieces;
}

} // namespace

Pieces split(const std::string &payload, const std::function<bool(const std::string &)> &isJson)
{
    const std::string text = trimmed(payload);
    if (!text.empty() && text.front() == '[')
        return splitArray(text);
    Pieces pieces;
    std::istringstream stream(payload);
    for (std::string line; std::getline(stream, line);)
        if (!trimmed(line).empty())
            pieces.texts.push_back(trimmed(line));
    const auto &lines = pieces.texts;
    // One object over several lines: the first line is no JSON and the second starts no object.
    const bool spread = lines.size() > 1 && lines[1].front() != '{' && !isJson(lines[0]);
    if (lines.empty() || spread)
        pieces.texts = {text};
    return pieces;
}

} // namespace test::oracle
