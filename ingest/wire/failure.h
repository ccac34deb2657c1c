// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an event says that something failed, and what it says of it. Pure.
#pragma once

#include "ingest/wire/field_lookup.h"

#include <string_view>

namespace ingest::wire {

// "payment.failed", "upload.error", "card.declined", "order.rejected".
[[nodiscard]] bool endsAsFailure(std::string_view type);

// `error` is there: anything but null, and but false, which says the opposite.
[[nodiscard]] bool saysFailure(const Level &level);

// The scalar that holds it; null where the event gives none.
[[nodiscard]] const Attribute *failureCategory(const FieldLookup &find, const Members &members);
[[nodiscard]] const Attribute *failureMessage(const FieldLookup &find, const Members &members);

} // namespace ingest::wire
