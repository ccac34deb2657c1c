// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/timeline_scan.h"

#include "ingest/replay/low_priority.h"
#include "ingest/replay/timeline_builder.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace ingest::replay {

namespace {

using namespace std::chrono_literals;
using ScanClock = std::chrono::steady_clock;

constexpr auto kHandOverEvery = 200ms;
constexpr auto kLookEvery = 500ms; // for what is added to a growing recording
constexpr std::size_t kScannedAtOnce = 1024;

} // namespace

struct TimelineScan::Thread
{
    explicit Thread(Original what)
        : original(std::move(what)), timeline(std::make_shared<const Timeline>()),
          thread([this] { run(); })
    {
    }
    ~Thread()
    {
        {
            const std::lock_guard lock(mutex);
            stop = true;
        }
        wake.notify_one();
        thread.join();
    }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    void run();
    // False: it is to stop.
    bool handOver(const TimelineBuilder &builder, bool complete);

    const Original original;
    mutable std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    std::shared_ptr<const Timeline> timeline;
    std::thread thread; // last: runs once everything else is there
};

bool TimelineScan::Thread::handOver(const TimelineBuilder &builder, bool complete)
{
    auto next = std::make_shared<Timeline>(builder.timeline());
    next->complete = complete;
    const std::lock_guard lock(mutex);
    timeline = std::move(next);
    return !stop;
}

void TimelineScan::Thread::run()
{
    lowerPriority();
    const auto entries = FreshBeginnings(original).entries();
    TimelineBuilder builder(original.configuration);
    auto due = ScanClock::now() + kHandOverEvery;
    for (;;) {
        std::size_t read = 0;
        for (; read < kScannedAtOnce; ++read) {
            const auto entry = entries->next();
            if (!entry)
                break;
            builder.add(*entry);
        }
        const bool atEnd = read < kScannedAtOnce;
        if (!atEnd && ScanClock::now() < due)
            continue;
        due = ScanClock::now() + kHandOverEvery;
        if (!handOver(builder, atEnd) || (atEnd && !original.growing))
            return;
        std::unique_lock lock(mutex);
        if (atEnd && wake.wait_for(lock, kLookEvery, [this] { return stop; }))
            return;
    }
}

TimelineScan::TimelineScan(Original original)
    : m_thread(std::make_unique<Thread>(std::move(original)))
{
}

TimelineScan::~TimelineScan() = default;

std::shared_ptr<const Timeline> TimelineScan::timeline() const
{
    const std::lock_guard lock(m_thread->mutex);
    return m_thread->timeline;
}

} // namespace ingest::replay
