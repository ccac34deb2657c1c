// SPDX-License-Identifier: GPL-3.0-or-later
// Several frames at once come to what the same events come to one by one: whatever is in them, in
// whatever portions.
#include "ingest/engine.h"

#include "ingest/config/configuration.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/decoder.h"
#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"
#include "tests/bench/shop_traffic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

constexpr Timestamp kFramesStart{std::chrono::seconds(1'795'000'000)};
constexpr std::uint64_t kFramesSeed = 7;

// Counts every event as it is decoded.
class OneByOne final : public wire::EventSink
{
public:
    explicit OneByOne(Engine &engine) : m_engine(engine) {}
    void accept(const wire::Event &event) override { m_engine.accept(event); }
    void reject(const wire::Rejection &rejection) override { m_engine.reject(rejection); }

private:
    Engine &m_engine;
};

// Frames of the shop, and among them what is read in another way or not at all.
class MixedFrames
{
public:
    explicit MixedFrames(unsigned seed) : m_random(seed)
    {
        m_texts.resize(3'000);
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            m_texts[i] = text();
            wire::Frame &frame = m_frames.emplace_back();
            frame.payload = m_texts[i];
            frame.endpoint = "tcp://127.0.0.1:5556";
            frame.arrival = kFramesStart + i * 7ms;
        }
    }
    [[nodiscard]] std::span<const wire::Frame> all() const { return m_frames; }
    std::size_t below(std::size_t end) { return m_random() % end; }

private:
    std::string text()
    {
        const std::string number = std::to_string(below(50));
        switch (below(12)) {
        case 0:
            return "[]";
        case 1:
            return R"({"type":"page.loaded")";
        case 2:
            return R"({"type":"payment.failed","session":"j)" + number +
                   R"(","error":{"message":"card \"1234\" declined"},"amount":)" + number + "}";
        case 3:
            return R"({"type":"bellwether.heartbeat","source":"/shop/web-1","sequence":)" + number +
                   "}";
        case 4:
            return m_last; // the same once more
        case 5:
            return event() + "\n" + event() + "\n" + m_last;
        case 6:
            return "[" + event() + "," + event() + "]";
        default:
            return event();
        }
    }
    std::string event()
    {
        const auto ms = std::to_string(1'000 + below(1'000)).substr(1);
        m_shop.setTime("2026-11-18T11:06:4" + std::to_string(below(10)) + "." + ms + "Z");
        m_last = m_shop.next();
        return m_last;
    }

    std::mt19937 m_random;
    bench::ShopTraffic m_shop;
    std::string m_last = "{}";
    std::vector<std::string> m_texts;
    std::vector<wire::Frame> m_frames;
};

Engine startedEngine()
{
    Engine engine(std::make_shared<const config::Configuration>(bench::shopConfiguration()),
                  kFramesSeed);
    engine.advanceTo(kFramesStart);
    return engine;
}

std::string resultOf(Engine &engine)
{
    engine.advanceTo(kFramesStart + 60s);
    std::string result = report::toJson(*engine.snapshot(Window::all), true);
    for (const CategorySnapshot &category : engine.snapshot(Window::all)->metrics->categories)
        result += category.category + " met " + std::to_string(category.cost.met) + "\n";
    return result;
}

TEST(EngineFrames, AtOnceComeToTheSameAsEventsOneByOne)
{
    for (unsigned seed = 0; seed < 5; ++seed) {
        SCOPED_TRACE(seed);
        MixedFrames frames(seed);
        Engine single = startedEngine();
        wire::Decoder decoder(bench::shopConfiguration().fields);
        OneByOne sink(single);
        for (const wire::Frame &frame : frames.all()) {
            decoder.decode(frame, sink);
            single.advanceTo(*frame.arrival);
        }
        const std::string expected = resultOf(single);
        EXPECT_NE(expected.find("\"duplicate\""), std::string::npos);

        Engine together = startedEngine();
        for (auto left = frames.all(); !left.empty();) {
            const std::size_t count = std::min(left.size(), 1 + frames.below(70));
            together.ingest(left.first(count));
            left = left.subspan(count);
        }
        EXPECT_EQ(resultOf(together), expected);

        Engine each = startedEngine();
        for (const wire::Frame &frame : frames.all())
            each.ingest(frame);
        EXPECT_EQ(resultOf(each), expected);
    }
}

} // namespace
