// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/recorded_customers.h"

#include "ingest/record/segment_writer.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/raw_json.h"

#include <unistd.h>

#include <algorithm>
#include <random>

namespace test {

namespace fs = std::filesystem;
using namespace ingest;

RecordedCustomers::RecordedCustomers(int seconds) : m_seconds(seconds)
{
    std::string pattern = (fs::temp_directory_path() / "recorded-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    std::mt19937 random(20261123);
    std::vector<RawEvent> events;
    for (const Customer &customer :
         customers(random, static_cast<std::size_t>(seconds) * 2, 0, seconds - 1))
        addEvents(customer, events);
    std::uniform_real_distribution<double> delay(0.01, 3);
    for (RawEvent &event : events) {
        const Timestamp came =
            *event.time + Nanoseconds{static_cast<std::int64_t>(delay(random) * 1e9)};
        event.arrival.reset();
        m_messages.push_back({jsonOf(event), came});
    }
    m_messages.push_back({"{\"no\":\"type\"", at(seconds / 2.0)}); // what is refused counts too
    std::ranges::stable_sort(m_messages, {}, &Message::arrival);
    std::erase_if(m_messages, [this](const Message &message) { return message.arrival > end(); });
}

RecordedCustomers::~RecordedCustomers()
{
    fs::remove_all(m_folder);
}

replay::Original RecordedCustomers::original() const
{
    return {m_folder, everyKind(), false};
}

Second RecordedCustomers::begin()
{
    return std::chrono::floor<Seconds>(at(0));
}

void RecordedCustomers::record(Second from, Second to, std::uint64_t segmentBytes)
{
    config::RecordConfiguration configuration;
    configuration.folder = m_folder.string();
    record::SegmentWriter writer(configuration, from, segmentBytes);
    writer.endBlock(from);
    Second block = from + Seconds{1};
    for (const Message &message : m_messages) {
        if (message.arrival <= from || message.arrival > to)
            continue;
        for (; message.arrival > block; block += Seconds{1})
            writer.endBlock(block);
        wire::Frame frame;
        frame.payload = message.payload;
        frame.endpoint = "tcp://127.0.0.1:5556";
        frame.arrival = message.arrival;
        writer.put(frame);
    }
    writer.endBlock(to, true);
}

std::string RecordedCustomers::reportAt(Second asOf) const
{
    SelfConfiguringEngine engine(everyKind());
    engine.advanceTo(begin());
    for (const Message &message : m_messages) {
        if (message.arrival > asOf)
            break;
        wire::Frame frame;
        frame.payload = message.payload;
        frame.endpoint = "tcp://127.0.0.1:5556";
        frame.arrival = message.arrival;
        engine.ingest(frame);
    }
    engine.advanceTo(asOf);
    return report::toJson(*engine.snapshot(Window::fiveMinutes));
}

} // namespace test
