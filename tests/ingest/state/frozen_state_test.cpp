// SPDX-License-Identifier: GPL-3.0-or-later
// What is written later is what was there when it was frozen, whatever is counted meanwhile.
#include "ingest/state/frozen_state.h"

#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/random_stream.h"

#include <gtest/gtest.h>

#include <thread>

namespace {

using namespace ingest;

std::string inPieces(state::FrozenState frozen)
{
    std::string bytes;
    std::move(frozen).giveTo([&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
}

TEST(FrozenStateTest, IsTheStateOfItsInstantThoughTheEngineGoesOn)
{
    const auto configuration = std::make_shared<const config::Configuration>(test::everySignal());
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        // The second has had all of the first, and nothing of what follows.
        Engine engine(configuration, 4711);
        Engine other(configuration, 4711);
        const auto events = test::randomStream(seed, {900, 1800, true});
        test::EventView view;
        std::size_t given = 0;
        for (; given < events.size() / 2; ++given)
            for (Engine *each : {&engine, &other})
                each->accept(view.of(events[given]));
        const state::FrozenState frozen = engine.freeze();
        std::string bytes;
        std::thread writer([&] { bytes = frozen.bytes(); });
        for (; given < events.size(); ++given)
            engine.accept(view.of(events[given]));
        std::ignore = engine.snapshot(Window::oneHour);
        writer.join();
        EXPECT_EQ(bytes, other.checkpoint());
        EXPECT_EQ(frozen.bytes(), bytes) << "as often as it is asked for";
        EXPECT_NE(engine.checkpoint(), bytes);
        EXPECT_LT(frozen.writtenBytes(), bytes.size());
        EXPECT_EQ(inPieces(frozen), bytes);
    }
}

TEST(FrozenStateTest, OneThatIsWrittenAlreadyIsItself)
{
    EXPECT_EQ(state::FrozenState("state").bytes(), "state");
    EXPECT_EQ(state::FrozenState().bytes(), "");
    EXPECT_EQ(inPieces("state"), "state");
}

} // namespace
