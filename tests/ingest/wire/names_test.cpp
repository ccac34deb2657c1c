// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/names.h"

#include <gtest/gtest.h>

namespace {

using ingest::wire::Name;
using ingest::wire::nameOf;

TEST(Names, EveryPlaceOfTheProtocolIsKnown)
{
    for (const char *name : {"type",
                             "event",
                             "event_name",
                             "name",
                             "time",
                             "timestamp",
                             "ts",
                             "@timestamp",
                             "source",
                             "service",
                             "service.name",
                             "id",
                             "event_id",
                             "specversion",
                             "sequence",
                             "seq",
                             "epoch",
                             "instance",
                             "started",
                             "session",
                             "session_id",
                             "correlation_id",
                             "journey",
                             "cart_id",
                             "subject",
                             "error",
                             "error_category",
                             "reason",
                             "code",
                             "category",
                             "message",
                             "amount",
                             "total",
                             "value",
                             "currency",
                             "data"})
        EXPECT_NE(nameOf(name), Name::unknown) << name;
}

TEST(Names, AnythingElseIsUnknown)
{
    for (const char *name :
         {"", "t", "Type", "types", "sessions", "a_name_longer_than_every_known_one"})
        EXPECT_EQ(nameOf(name), Name::unknown) << name;
}

} // namespace
