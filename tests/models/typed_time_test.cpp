// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_time.h"

#include <QDateTime>

#include <gtest/gtest.h>

namespace {

const QTimeZone kBerlin("Europe/Berlin");

double berlin(const char *iso)
{
    const QDateTime time = QDateTime::fromString(QLatin1String(iso), Qt::ISODate);
    return double(QDateTime(time.date(), time.time(), kBerlin).toMSecsSinceEpoch());
}

std::optional<double> typed(const char *text)
{
    return models::typedTime(QString::fromUtf8(text), berlin("2025-11-20T14:30:00"),
                             berlin("2025-11-19T18:00:00"), berlin("2025-11-20T15:00:00"), kBerlin);
}

TEST(TypedTimeTest, ATimeOfDayIsTheOneOfTheDayInView)
{
    EXPECT_EQ(typed("14:09"), berlin("2025-11-20T14:09:00"));
    EXPECT_EQ(typed(" 9:05:07 "), berlin("2025-11-20T09:05:07"));
}

TEST(TypedTimeTest, OrOfTheNearestDayThatTheRecordingHas)
{
    EXPECT_EQ(typed("23:10"), berlin("2025-11-19T23:10:00"));
    EXPECT_EQ(typed("16:00"), berlin("2025-11-20T16:00:00")); // on none: said elsewhere
}

TEST(TypedTimeTest, ADateAndAZoneAreTakenAsTheyAre)
{
    EXPECT_EQ(typed("2025-11-19 20:15"), berlin("2025-11-19T20:15:00"));
    EXPECT_EQ(typed("2025-11-19T20:15:30"), berlin("2025-11-19T20:15:30"));
    EXPECT_EQ(typed("2025-11-20T13:00:00Z"), berlin("2025-11-20T14:00:00"));
    EXPECT_EQ(typed("2025-11-20T13:00:00+02:00"), berlin("2025-11-20T12:00:00"));
}

TEST(TypedTimeTest, AnythingElseIsNone)
{
    for (const char *text : {"", "soon", "25:00", "14:60", "14", "2025-13-01 10:00"})
        EXPECT_EQ(typed(text), std::nullopt) << text;
}

} // namespace
