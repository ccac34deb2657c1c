// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/attempts.h"

#include "ingest/evidence/figure_filter.h"
#include "ingest/metrics/event_matching.h"

#include <algorithm>
#include <tuple>

namespace ingest::evidence {

namespace {

// The same for events without a journey: each is on its own.
std::uint64_t keyOf(const KeptRecord &record)
{
    return record.journey != 0 ? record.journey : ~record.number;
}

Figure between(Figure figure, Second from, Second to)
{
    figure.from = from;
    figure.to = to;
    return figure;
}

void keepLatest(std::vector<Attempt> &attempts)
{
    if (attempts.size() <= kMostAttempts)
        return;
    const auto end = attempts.begin() + kMostAttempts;
    std::ranges::nth_element(attempts, end, std::greater<>{},
                             [](const Attempt &attempt) { return attempt.event.record.number; });
    attempts.erase(end, attempts.end());
}

bool matchesAny(const std::vector<config::EventFilter> &filters, std::string_view type)
{
    return std::ranges::any_of(filters, [type](const config::EventFilter &filter) {
        return metrics::matchesPattern(filter.pattern, type);
    });
}

} // namespace

std::vector<Attempt> attemptsIn(const KeptEvents &kept, const config::Configuration &configuration,
                                const Question &question, Second from, Second to)
{
    const Figure failing = between(question.failing, from, to);
    const Figure all = between(question.attempts, from, to);
    FigureFilter fails(configuration, failing);
    FigureFilter counts(configuration, all);
    std::vector<Attempt> attempts;
    kept.forEach([&](const std::shared_ptr<const KeptChunk> &chunk, const KeptRecord &record) {
        const bool failed = fails.counts(*chunk, record);
        if (failed || counts.counts(*chunk, record))
            attempts.push_back({{chunk, record}, keyOf(record), failed, 0});
    });
    keepLatest(attempts);
    std::ranges::sort(attempts, {}, [](const Attempt &attempt) {
        return std::tuple(attempt.key, !attempt.fails, attempt.event.record.number);
    });
    std::vector<Attempt> rows;
    for (Attempt &attempt : attempts) {
        if (rows.empty() || rows.back().key != attempt.key)
            rows.push_back(attempt);
        rows.back().failures += attempt.fails;
    }
    return rows;
}

Question questionAbout(const config::Configuration &configuration, std::uint32_t category,
                       std::string_view type, Figure when)
{
    Question question{when, when};
    question.failing.category = category;
    for (std::size_t i = 0; i < configuration.signals.size(); ++i)
        if (configuration.signals[i].kind == config::SignalKind::ratio &&
            matchesAny(configuration.signals[i].bad, type)) {
            question.attempts.signal = i;
            return question;
        }
    const std::size_t word = type.find('.');
    question.attempts.types =
        word == std::string_view::npos ? "*" : std::string(type.substr(0, word + 1)) + "*";
    return question;
}

Question questionAbout(const config::Configuration &, std::size_t ratio, Figure when)
{
    Question question{when, when};
    question.failing.signal = ratio;
    question.failing.part = Part::bad;
    question.attempts.signal = ratio;
    return question;
}

} // namespace ingest::evidence
