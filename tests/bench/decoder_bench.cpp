// SPDX-License-Identifier: GPL-3.0-or-later
// What one event costs to decode: CloudEvents of some 300 bytes with realistic shop members, one
// per frame or packed. Items per second are events per second.
#include "ingest/wire/decoder.h"
#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"
#include "ingest/wire/structural_index.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace ingest::wire;

struct CountingSink final : EventSink
{
    void accept(const Event &event) override
    {
        ++events;
        benchmark::DoNotOptimize(event.attributes.data());
    }
    void reject(const Rejection &) override { ++rejections; }
    std::size_t events = 0;
    std::size_t rejections = 0;
};

std::string shopEvent(unsigned i)
{
    static constexpr std::array<const char *, 4> kTypes{"page.loaded", "cart.item_added",
                                                        "payment.approved", "order.completed"};
    static constexpr std::array<const char *, 4> kCountries{"DE", "FR", "US", "JP"};
    char text[512];
    std::snprintf(
        text, sizeof text,
        R"({"specversion":"1.0","type":"%s","source":"/shop/web-%u","id":"%08x","time":"2026-11-23T08:%02u:%02u.%03uZ","subject":"j-%07u","sequence":"%020u","epoch":"7f3a","data":{"country":"%s","platform":"ios","app_version":"4.2.%u","provider":"acme","amount":%u.%02u,"currency":"EUR","lcp_ms":%u.5,"page":"/p/%u"}})",
        kTypes[i % 4], i % 8, i * 2654435761u, i / 60 % 60, i % 60, i % 1000, i * 7919u % 100000u,
        i + 1, kCountries[i / 4 % 4], i % 5, i % 300, i % 100, 400 + i * 37 % 5000, i % 50);
    return text;
}

// Many frames, one behind the other in one buffer.
struct Frames
{
    explicit Frames(unsigned packed, const char *separator, bool unlike = false)
    {
        std::vector<std::size_t> sizes;
        for (unsigned i = 0; i < 2'000; i += packed) {
            std::string text = separator[0] == ',' ? "[" : "";
            for (unsigned k = 0; k < packed; ++k)
                text += (k == 0 ? "" : separator) + shopEvent(i + k);
            if (unlike)
                text.insert(1, "\"" + std::to_string(i) + "\":0,");
            text += separator[0] == ',' ? "]" : "";
            sizes.push_back(text.size());
            buffer += text + '\n';
        }
        bytes = buffer.size();
        buffer += std::string(64, '\0');
        std::size_t at = 0;
        for (const std::size_t size : sizes) {
            frames.push_back(std::string_view(buffer).substr(at, size));
            at += size + 1;
        }
    }
    std::string buffer;
    std::vector<std::string_view> frames;
    std::size_t bytes = 0;
};

void report(benchmark::State &state, std::size_t events, const Frames &frames)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
    state.SetBytesProcessed(static_cast<std::int64_t>(frames.bytes * state.iterations()));
    state.counters["ns/event"] =
        benchmark::Counter(static_cast<double>(events) / 1e9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void run(benchmark::State &state, const Frames &frames, const FieldPlaces &places = {})
{
    Decoder decoder(places);
    CountingSink sink;
    for (auto _ : state)
        for (const std::string_view payload : frames.frames) {
            Frame frame;
            frame.payload = payload;
            frame.endpoint = "tcp://127.0.0.1:5556";
            decoder.decode(frame, sink);
        }
    if (sink.rejections != 0)
        state.SkipWithError("an event was refused");
    state.SetItemsProcessed(static_cast<std::int64_t>(sink.events));
    state.SetBytesProcessed(static_cast<std::int64_t>(frames.bytes * state.iterations()));
    state.counters["ns/event"] =
        benchmark::Counter(static_cast<double>(sink.events) / 1e9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void single(benchmark::State &state)
{
    run(state, Frames(1, ""));
}
// No event has the members of one before.
void unlike(benchmark::State &state)
{
    run(state, Frames(1, "", true));
}
void lines(benchmark::State &state)
{
    run(state, Frames(50, "\n"));
}
void array(benchmark::State &state)
{
    run(state, Frames(50, ","));
}
void withPointers(benchmark::State &state)
{
    FieldPlaces places;
    places.journey = {"/subject"};
    places.extra = {"/data/lcp_ms"};
    run(state, Frames(1, ""), places);
}

// simdjson's part of an event that looks like none before.
void indexAlone(benchmark::State &state)
{
    const Frames frames(1, "");
    StructuralIndex index;
    std::size_t events = 0;
    for (auto _ : state)
        for (const std::string_view payload : frames.frames) {
            events += index.build(payload) ? 1 : 0;
            benchmark::DoNotOptimize(index.positions().data());
        }
    report(state, events, frames);
}

BENCHMARK(indexAlone);
BENCHMARK(single);
BENCHMARK(unlike);
BENCHMARK(lines);
BENCHMARK(array);
BENCHMARK(withPointers);

} // namespace
