// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes whatever: the decoder stays inside the frame and agrees with its oracle, with and
// without configured places; of events that look like none before, like the one before, and nearly
// like it.
#include "tests/ingest/wire/oracle/agreement.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace ingest::wire;

void demandAgreement(Decoder &decoder, const Frame &frame, const FieldPlaces &places)
{
    const std::string difference = test::oracle::disagreement(decoder, frame, places);
    if (difference.empty())
        return;
    std::fprintf(stderr, "%s\n", difference.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const FieldPlaces somePlaces = test::oracle::somePlaces();
    static Decoder plain{FieldPlaces{}};
    static Decoder withPlaces{somePlaces};
    const std::string given(reinterpret_cast<const char *>(data), size);
    const std::string similar = test::oracle::similarTo(given, size);
    for (const std::string *text : {&given, &similar}) {
        // A copy of exactly that size, so that AddressSanitizer guards its end.
        const std::vector<char> bytes(text->begin(), text->end());
        Frame frame;
        frame.payload = std::string_view(bytes.data(), bytes.size());
        frame.endpoint = "tcp://127.0.0.1:5556";
        demandAgreement(plain, frame, FieldPlaces{});
        frame.arrival = Timestamp(std::chrono::seconds(1'795'000'000));
        frame.topic = "page.loaded";
        demandAgreement(withPlaces, frame, somePlaces);
    }
    return 0;
}
