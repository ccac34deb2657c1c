// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/structural_index.h"

#include <simdjson.h>

#include <algorithm>

namespace ingest::wire {

namespace {

constexpr std::size_t kLeastCapacity = std::size_t{1} << 16;

} // namespace

struct StructuralIndex::Stage
{
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    std::size_t capacity = 0;

    bool reserve(std::size_t bytes)
    {
        if (bytes <= capacity)
            return true;
        const std::size_t wanted = std::max({bytes, 2 * capacity, kLeastCapacity});
        const auto error =
            parser != nullptr
                ? parser->set_capacity(wanted)
                : simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1,
                                                                                          parser);
        capacity = error == simdjson::SUCCESS ? wanted : 0;
        return capacity != 0;
    }
};

StructuralIndex::StructuralIndex() : m_stage(std::make_unique<Stage>()) {}
StructuralIndex::~StructuralIndex() = default;
StructuralIndex::StructuralIndex(StructuralIndex &&) noexcept = default;
StructuralIndex &StructuralIndex::operator=(StructuralIndex &&) noexcept = default;

bool StructuralIndex::build(std::string_view text)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    return m_stage->reserve(text.size()) &&
           m_stage->parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular) ==
               simdjson::SUCCESS;
}

std::span<const std::uint32_t> StructuralIndex::positions() const
{
    return {m_stage->parser->structural_indexes.get(), m_stage->parser->n_structural_indexes};
}

bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

} // namespace ingest::wire
