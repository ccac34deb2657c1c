// SPDX-License-Identifier: GPL-3.0-or-later
// The legs of one customer's way through the simulated shop; each appends its events and says
// whether the customer goes on. Lives for the planning of one journey.
#pragma once

#include "app/ctl/shop/customer.h"

namespace app::shop {

class Itinerary
{
public:
    Itinerary(Random &random, const Plan &plan, const Customer &customer, ingest::Timestamp at,
              std::vector<PlannedEvent> &out);

    void startSession();
    bool browse();
    bool fillCart();
    bool checkOut();
    bool pay();
    void completeOrder();

private:
    // Lets time pass: log-normal around `medianSeconds`.
    void wait(double medianSeconds, double sigma = 0.6);
    PlannedEvent &add(Service service, std::string_view type);
    PlannedEvent &fail(Service service, std::string_view type, std::string_view category,
                       const std::string &message);
    void loadPage(std::string_view page);
    bool attemptPayment();

    Random &m_random;
    const Plan &m_plan;
    const Customer &m_customer;
    ingest::Timestamp m_now;
    std::vector<PlannedEvent> &m_out;
    std::int64_t m_amountMinor = 0;
    int m_items = 0;
};

} // namespace app::shop
