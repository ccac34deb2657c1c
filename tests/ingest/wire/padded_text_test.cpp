// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/padded_text.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using ingest::wire::PaddedText;

TEST(PaddedText, IsTheTextAndThenZeros)
{
    PaddedText::Tail tail;
    // The larger before the smaller: nothing of it may remain.
    for (const std::size_t size : {200u, 64u, 65u, 63u, 1u, 0u, 30u}) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i)
            text += static_cast<char>('a' + i % 26);
        const PaddedText padded(text, tail);
        const std::string wanted = text + std::string(PaddedText::kWindow, '\0');
        for (std::size_t offset = 0; offset <= size; ++offset)
            EXPECT_EQ(std::string(padded.at(offset), PaddedText::kWindow),
                      wanted.substr(offset, PaddedText::kWindow))
                << offset << " of " << size;
    }
}

TEST(PaddedText, IsTheSameStepByStep)
{
    PaddedText::Tail tail;
    for (const std::size_t size : {200u, 64u, 65u, 63u, 1u, 0u})
        for (const std::size_t step : {1u, 7u, 63u, 150u}) {
            const std::string text(size, 'x');
            PaddedText padded(text, tail);
            const char *at = padded.onwards(text.data());
            for (std::size_t offset = 0;; offset += step) {
                EXPECT_EQ(std::string(at, PaddedText::kWindow),
                          (text + std::string(PaddedText::kWindow, '\0'))
                              .substr(offset, PaddedText::kWindow))
                    << offset << " of " << size;
                if (offset + step > size)
                    break;
                at = padded.onwards(at + step);
            }
        }
}

} // namespace
