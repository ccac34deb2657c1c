// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/unescape.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace {

std::optional<std::string> unescaped(std::string_view raw)
{
    std::string out(raw.size(), '?');
    const char *end = ingest::wire::unescape(raw, out.data());
    if (end == nullptr)
        return std::nullopt;
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

TEST(Unescape, KnowsEveryEscape)
{
    EXPECT_EQ(unescaped(R"(a\"\\\/\b\f\n\r\tz)"), "a\"\\/\b\f\n\r\tz");
    EXPECT_EQ(unescaped(""), "");
    EXPECT_EQ(unescaped("plain"), "plain");
}

TEST(Unescape, WritesUtf8)
{
    EXPECT_EQ(unescaped(R"(\u0041\u00e4\u20AC\ud83d\ude00)"),
              "A\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    EXPECT_EQ(unescaped(R"(\u0000)"), std::string(1, '\0'));
}

TEST(Unescape, RefusesWhatIsNone)
{
    for (const char *raw :
         {R"(\x)", R"(\)", R"(\u12)", R"(\u12g4)", R"(\ud800)", R"(\udc00)", R"(\ud800x)",
          R"(\ud800\n)", R"(\ud800\u0041)", R"(\ud800\ud800)", R"(\U0041)", R"(\0)"})
        EXPECT_EQ(unescaped(raw), std::nullopt) << raw;
}

} // namespace
