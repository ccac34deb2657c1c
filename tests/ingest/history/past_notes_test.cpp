// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/past_notes.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using ingest::history::PastNotes;

constexpr Second kNotedBegin{Seconds{1'800'000'000}};

KeptNote noted(const std::string &part, std::string_view kind, const std::string &name)
{
    KeptNote kept;
    kept.part = part;
    kept.asOf = kNotedBegin - Seconds{100};
    kept.note.kind = kind;
    kept.note.name = name;
    return kept;
}

KeptNote incident(const std::string &part, int since, std::optional<int> until)
{
    KeptNote kept = noted(part, kRatioIncident, "payments");
    kept.note.since = kNotedBegin + Seconds{since};
    if (until)
        kept.note.until = kNotedBegin + Seconds{*until};
    kept.note.text = "Payments";
    return kept;
}

Snapshot later(Seconds after = Seconds{60})
{
    Snapshot snapshot;
    snapshot.startedAt = kNotedBegin;
    snapshot.asOf = kNotedBegin + after;
    snapshot.incidents.emplace_back();
    return snapshot;
}

KeptNote markerNote(const std::string &part, const std::string &title, int at)
{
    KeptNote kept = noted(part, "marker.deploy", title);
    kept.note.since = kNotedBegin + Seconds{at};
    return kept;
}

TEST(PastNotesTest, MarkersOfAllRunsStandAmongThoseOfThisOneOnce)
{
    const auto deploy = [](const char *title, int at) {
        return Marker{kNotedBegin + Seconds{at}, config::MarkerKind::deploy, title};
    };
    const PastNotes past({markerNote("b", "web 2", -50), markerNote("a", "web 1", -5000),
                          markerNote("own", "web 3", 20), markerNote("own", "lost by a crash", 30),
                          markerNote("c", "not yet", 70), markerNote("a", "long ago", -90'000),
                          noted("a", "marker.unheard-of", "newer")},
                         "own");
    Snapshot snapshot = later();
    snapshot.markers = {deploy("web 3", 20), deploy("web 4", 60)};
    past.complete(snapshot);
    EXPECT_EQ(
        snapshot.markers,
        (std::vector<Marker>{deploy("web 1", -5000), deploy("web 2", -50), deploy("web 3", 20),
                             deploy("lost by a crash", 30), deploy("web 4", 60)}));
    Snapshot week = later();
    week.window = Window::sevenDays;
    past.complete(week);
    EXPECT_EQ(week.markers.front(), deploy("long ago", -90'000));
}

TEST(PastNotesTest, OfManyMarkersTheNewestAreShown)
{
    std::vector<KeptNote> notes;
    for (int i = 1; i <= 300; ++i)
        notes.push_back(markerNote(i % 2 == 0 ? "a" : "b", "web", -i));
    Snapshot snapshot = later();
    PastNotes(notes, "own").complete(snapshot);
    ASSERT_EQ(snapshot.markers.size(), kShownMarkers);
    EXPECT_EQ(snapshot.markers.front().at, kNotedBegin - Seconds{200});
    EXPECT_EQ(snapshot.markers.back().at, kNotedBegin - Seconds{1});
}

TEST(PastNotesTest, IncidentsOfEarlierRunsFollowThoseOfThisOne)
{
    // Of this run; ended; under way when its run ended; of a Bellwether that is still there.
    const PastNotes past({incident("own", -50, -10), incident("a", -5000, -4000),
                          incident("b", -900, std::nullopt), incident("c", -50, 10)},
                         "own");
    Snapshot snapshot = later();
    past.complete(snapshot);
    ASSERT_EQ(snapshot.incidents.size(), 3U);
    EXPECT_EQ(snapshot.incidents[1].since, kNotedBegin - Seconds{900});
    EXPECT_EQ(snapshot.incidents[1].until, kNotedBegin - Seconds{100}); // seen until then
    EXPECT_EQ(snapshot.incidents[2].until, kNotedBegin - Seconds{4000});
    EXPECT_EQ(snapshot.incidents[2].title, "Payments");
    EXPECT_NE(snapshot.incidents[1].id, snapshot.incidents[2].id);
    Snapshot nextDay = later(std::chrono::hours{23});
    past.complete(nextDay);
    EXPECT_EQ(nextDay.incidents.size(), 2U); // those that ended within a day
}

TEST(PastNotesTest, TheLatestWordSaysWhoLooksAfterIt)
{
    KeptNote first = noted("a", kAcknowledged, "declined");
    first.note.text = "Ann";
    KeptNote second = noted("b", kAcknowledged, "declined");
    second.note.text = "Bob";
    second.asOf += Seconds{1};
    const auto by = [](const std::vector<KeptNote> &notes) {
        return PastNotes(notes, "own").acknowledged();
    };
    using Names = std::map<std::string, std::string>;
    EXPECT_EQ(by({first, second}), (Names{{"declined", "Bob"}}));
    EXPECT_EQ(by({second, first}), (Names{{"declined", "Bob"}}));
    second.note.text = ""; // nobody any more
    EXPECT_EQ(by({first, second}), Names());
}

TEST(PastNotesTest, WhatAnEarlierRunHasMetIsNotNew)
{
    KeptNote met = noted("a", kCategoryNote, "declined");
    met.note.since = kNotedBegin - Seconds{90'000};
    met.note.until = kNotedBegin - Seconds{60};
    const auto stateOf = [](const KeptNote &note) {
        std::vector<CategorySnapshot> categories(2);
        for (CategorySnapshot &category : categories) {
            category.firstSeen = kNotedBegin + Seconds{30};
            category.state = CategoryState::fresh;
        }
        categories[0].category = "declined";
        categories[1].category = "another";
        EXPECT_TRUE(PastNotes({note}, "own")
                        .completeCategories(categories, kNotedBegin + Seconds{60}, kNotedBegin));
        EXPECT_EQ(categories[0].firstSeen, note.note.since);
        EXPECT_EQ(categories[1].firstSeen, kNotedBegin + Seconds{30});
        EXPECT_EQ(categories[1].state, CategoryState::fresh);
        return categories[0].state;
    };
    EXPECT_EQ(stateOf(met), CategoryState::known);
    met.note.until = kNotedBegin - Seconds{4000};
    EXPECT_EQ(stateOf(met), CategoryState::regressed);
    met.note.since = kNotedBegin - Seconds{300};
    met.note.until = kNotedBegin - Seconds{60};
    EXPECT_EQ(stateOf(met), CategoryState::fresh); // for an hour since it was first seen
}

TEST(PastNotesTest, TheLedgerIsOfTheLatestRunThatIsOver)
{
    std::vector<KeptNote> notes;
    for (const auto &[part, until] : {std::pair("a", -500), std::pair("b", -50), std::pair("c", 9)})
        for (const char *counter : {"received", "lost", "not-json"}) {
            KeptNote &kept = notes.emplace_back(noted(part, kLedgerNote, counter));
            kept.note.until = kNotedBegin + Seconds{until};
            kept.note.n = static_cast<std::uint64_t>(1000 + until);
            kept.note.text = kLossUnknown;
        }
    Snapshot snapshot = later();
    PastNotes(notes, "own").complete(snapshot);
    ASSERT_TRUE(snapshot.earlierLedger);
    EXPECT_EQ(snapshot.earlierLedger->until, kNotedBegin - Seconds{50});
    EXPECT_EQ(snapshot.earlierLedger->ledger.received, 950U);
    EXPECT_EQ(snapshot.earlierLedger->ledger.lost, 950U);
    EXPECT_EQ(snapshot.earlierLedger->ledger.malformedTotal(), 950U);
    EXPECT_FALSE(snapshot.earlierLedger->ledger.lossKnown);
}

} // namespace
