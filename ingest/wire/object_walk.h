// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over an event's object in document order: every member is visited and validated, what
// the fields may need is collected. Includes simdjson: for the decoder's own files only.
#pragma once

#include "ingest/wire/members.h"
#include "ingest/wire/pointer_paths.h"
#include "ingest/wire/rejection.h"

#include <simdjson.h>

#include <optional>

namespace ingest::wire {

class ObjectWalk
{
public:
    static constexpr int kMaxDepth = 32;

    ObjectWalk(const PointerPaths &paths, Members &members) : m_paths(paths), m_members(members) {}

    // Collects into the members; empty where the whole object is well formed.
    [[nodiscard]] std::optional<Reason> walk(simdjson::ondemand::object object);

    // Validates a value of which nothing is kept.
    [[nodiscard]] std::optional<Reason> skip(simdjson::ondemand::value value);

private:
    using Failure = std::optional<Reason>;
    enum class Role : std::uint8_t { top, data, error, other };

    Failure walkMembers(simdjson::ondemand::object object, Role role, Level *level,
                        PointerPaths::Mask mask, int depth);
    Failure walkElements(simdjson::ondemand::array array, PointerPaths::Mask mask, int depth);
    Failure walkMember(simdjson::ondemand::field field, Role role, Level *level,
                       PointerPaths::Mask mask, int depth);
    Failure walkValue(simdjson::ondemand::value value, PointerPaths::Mask mask, int depth);
    Failure readScalar(simdjson::ondemand::value value, Scalar &scalar);
    void keepPointed(PointerPaths::Mask mask, int depth, const Scalar &scalar);
    static void keepScalar(std::string_view key, const Scalar &scalar, Role role, Level &level);

    const PointerPaths &m_paths;
    Members &m_members;
};

// The reason behind an error of simdjson's.
[[nodiscard]] Reason reasonOf(simdjson::error_code error);

} // namespace ingest::wire
