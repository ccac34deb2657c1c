// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration of one ratio: approved payments of all. For tests; plain values.
#pragma once

#include "ingest/config/configuration.h"

namespace samples {

[[nodiscard]] inline ingest::config::Configuration paymentSuccess()
{
    ingest::config::SignalConfiguration ratio;
    ratio.name = "payment_success";
    ratio.kind = ingest::config::SignalKind::ratio;
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}};
    ingest::config::Configuration configuration;
    configuration.signals = {ratio};
    return configuration;
}

} // namespace samples
