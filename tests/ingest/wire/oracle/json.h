// SPDX-License-Identifier: GPL-3.0-or-later
// A slow and obvious JSON reader (RFC 8259) for the decoder's oracle: builds a tree, keeps numbers
// as they were written. Shares nothing with ingest/wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace test::oracle {

struct Member;

struct Json
{
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    std::string text; // unescaped string, or number or word as written
    std::vector<Member> members;
    std::vector<Json> elements;

    [[nodiscard]] bool isScalar() const { return kind != Kind::array && kind != Kind::object; }
    // The first member of that name; null where there is none.
    [[nodiscard]] const Json *member(std::string_view name) const;
};

struct Member
{
    std::string name;
    Json value;
};

struct Parsed
{
    std::optional<Json> json; // empty where the text is not JSON
    int depth = 0;            // the deepest nesting met, also before a break
};

[[nodiscard]] Parsed parseJson(std::string_view text);
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace test::oracle
