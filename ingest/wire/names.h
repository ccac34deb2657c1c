// SPDX-License-Identifier: GPL-3.0-or-later
// The member names that the default places of the wire protocol speak of, numbered.
#pragma once

#include <cstdint>
#include <string_view>

namespace ingest::wire {

enum class Name : std::uint8_t {
    type,
    event,
    eventName,
    name,
    time,
    timestamp,
    ts,
    atTimestamp,
    source,
    service,
    serviceName,
    id,
    eventId,
    specversion,
    sequence,
    seq,
    epoch,
    instance,
    started,
    session,
    sessionId,
    correlationId,
    journey,
    cartId,
    subject,
    error,
    errorCategory,
    reason,
    code,
    category,
    message,
    amount,
    total,
    value,
    currency,
    data,
    unknown
};

inline constexpr auto kNameCount = static_cast<std::size_t>(Name::unknown);

[[nodiscard]] Name nameOf(std::string_view member);

} // namespace ingest::wire
