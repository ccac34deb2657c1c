// SPDX-License-Identifier: GPL-3.0-or-later
// What the decoder does with memory: it allocates nothing once warm and reads nothing outside the
// frame.
#include "ingest/wire/decoder.h"

#include "ingest/wire/event.h"
#include "ingest/wire/event_sink.h"
#include "ingest/wire/field_places.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/allocation_count.h"
#include "tests/ingest/wire/oracle/random_document.h"

#include <gtest/gtest.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace ingest::wire;
using test::oracle::RandomDocument;

struct CountingSink final : EventSink
{
    void accept(const Event &) override { ++delivered; }
    void reject(const Rejection &) override { ++delivered; }
    std::size_t delivered = 0;
};

void decodeOne(Decoder &decoder, std::string_view payload, CountingSink &sink)
{
    Frame frame;
    frame.payload = payload;
    frame.endpoint = "tcp://127.0.0.1:5556";
    frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000));
    decoder.decode(frame, sink);
}

TEST(DecoderMemory, AllocatesNothingOnceWarm)
{
    std::vector<std::string> payloads;
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        RandomDocument random(seed);
        payloads.push_back(random.oneIn(3) ? random.broken() : random.payload());
    }
    FieldPlaces places;
    places.journey = {"/data/a~1b"};
    places.extra = {"/perf/0"};
    Decoder decoder(places);
    CountingSink sink;
    for (const std::string &payload : payloads)
        decodeOne(decoder, payload, sink);
    const std::uint64_t before = test::allocationCount();
    for (const std::string &payload : payloads)
        decodeOne(decoder, payload, sink);
    EXPECT_EQ(test::allocationCount() - before, 0u);
    EXPECT_GT(sink.delivered, 2 * payloads.size());
}

TEST(DecoderMemory, TheCountingAllocatorCounts)
{
    const std::uint64_t before = test::allocationCount();
    auto *number = new int(7);
    EXPECT_EQ(test::allocationCount() - before, *number == 7 ? 1u : 0u);
    delete number;
}

// Memory whose last byte lies before a page that must not be touched.
class GuardedPage
{
public:
    GuardedPage()
        : m_page(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))),
          m_memory(static_cast<char *>(mmap(nullptr, m_size + m_page, PROT_READ | PROT_WRITE,
                                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
    {
        mprotect(m_memory + m_size, m_page, PROT_NONE);
    }
    ~GuardedPage() { munmap(m_memory, m_size + m_page); }
    GuardedPage(const GuardedPage &) = delete;
    GuardedPage &operator=(const GuardedPage &) = delete;

    std::string_view hold(std::string_view text)
    {
        char *begin = m_memory + m_size - text.size();
        std::memcpy(begin, text.data(), text.size());
        return {begin, text.size()};
    }

private:
    static constexpr std::size_t m_size = std::size_t{1} << 16;
    std::size_t m_page;
    char *m_memory;
};

TEST(DecoderMemory, ReadsNothingBehindTheFrame)
{
    GuardedPage page;
    Decoder decoder({});
    CountingSink sink;
    for (std::uint64_t seed = 1; seed <= 5'000; ++seed) {
        RandomDocument random(seed);
        decodeOne(decoder, page.hold(random.oneIn(2) ? random.broken() : random.payload()), sink);
    }
    const std::string text =
        R"({"type":"a","time":1795421403,"x":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"})";
    for (std::size_t size = 0; size <= text.size(); ++size)
        decodeOne(decoder, page.hold(std::string_view(text).substr(0, size)), sink);
    EXPECT_GT(sink.delivered, 5'000u);
}

} // namespace
