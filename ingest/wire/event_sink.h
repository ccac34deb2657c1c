// SPDX-License-Identifier: GPL-3.0-or-later
// Where the decoder delivers what it found in a frame, in the frame's order.
#pragma once

namespace ingest::wire {

struct Event;
struct Rejection;

class EventSink
{
public:
    // Called once per event. The views in it end with the call, unless it is lasting.
    virtual void accept(const Event &event) = 0;
    virtual void reject(const Rejection &rejection) = 0;

protected:
    ~EventSink() = default;
};

} // namespace ingest::wire
