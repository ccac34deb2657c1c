// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/snapshot_text.h"

#include <iomanip>
#include <sstream>

namespace test {

namespace {

using namespace ingest;

class Writer
{
public:
    explicit Writer(TextDetail detail) : m_detail(detail)
    {
        m_out << std::setprecision(detail.estimates ? 17 : 6);
    }

    [[nodiscard]] std::string text() const { return m_out.str(); }
    std::ostringstream &line()
    {
        m_out << '\n' << m_prefix;
        return m_out;
    }

    void signal(const std::string &prefix, const SignalValue &value)
    {
        m_prefix = prefix + ' ';
        std::visit([this](const auto &kind) { put(kind); }, value);
        m_prefix.clear();
    }

    template <class Point>
    void series(const char *name, const Series<Point> &series)
    {
        if (series.points.empty())
            return;
        line() << name << " from " << series.start.time_since_epoch().count() << " step "
               << series.step.count() << (series.partial ? " partial:" : ":");
        std::size_t zeros = 0;
        for (const Point &point : series.points) {
            std::ostringstream text;
            text << std::setprecision(17);
            putPoint(text, point);
            if (text.str() == "0") {
                ++zeros;
                continue;
            }
            if (zeros > 0)
                m_out << " 0*" << zeros;
            zeros = 0;
            m_out << ' ' << text.str();
        }
    }

private:
    template <class Number>
    static void putPoint(std::ostream &out, const Number &point)
    {
        out << point;
    }
    static void putPoint(std::ostream &out, const RatioPoint &point)
    {
        if (point.good + point.bad == 0)
            out << 0;
        else
            out << point.good << '/' << point.bad;
    }
    static void putPoint(std::ostream &out, const FunnelPoint &point)
    {
        if (point.entered + point.converted == 0)
            out << 0;
        else
            out << point.converted << '/' << point.entered;
    }
    static void putPoint(std::ostream &out, const Quantiles &point)
    {
        if (!point.p50)
            out << 0;
        else
            putQuantiles(out, point);
    }
    static void putQuantiles(std::ostream &out, const Quantiles &q)
    {
        for (const auto &value : {q.p50, q.p75, q.p90, q.p95, q.p99, q.max})
            out << (value ? *value : -1) << ',';
    }

    void put(const RateSnapshot &rate)
    {
        line() << "rate " << rate.count << ' ' << rate.perSecond;
        series("points", rate.series);
    }
    void put(const RatioSnapshot &ratio)
    {
        const RatioValue &value = ratio.value;
        line() << "ratio " << value.good << '/' << value.bad << " = " << value.value.value_or(-1)
               << " wilson " << value.wilson95.lower << ".." << value.wilson95.upper << " complete "
               << value.completeness.lower << ".." << value.completeness.upper;
        series("points", ratio.series);
    }
    void put(const LatencySnapshot &latency)
    {
        line() << "latency " << latency.count;
        series("counts", latency.counts);
        if (!m_detail.estimates)
            return;
        putQuantiles(line(), latency.value);
        series("points", latency.series);
    }
    void put(const SumSnapshot &sum)
    {
        line() << "sum " << sum.count;
        for (const SumValue &value : sum.sums)
            m_out << ' ' << value.minor << value.currency.view() << value.exponent;
        line() << "series of " << sum.seriesCurrency.view();
        series("points", sum.series);
    }
    void put(const UniquesSnapshot &uniques)
    {
        line() << "uniques " << uniques.count << (uniques.exact ? " exact" : "");
        if (m_detail.estimates)
            series("points", uniques.series);
    }
    void put(const FunnelSnapshot &funnel)
    {
        if (!m_detail.estimates)
            return;
        line() << "funnel";
        for (const FunnelStep &step : funnel.steps)
            m_out << ' ' << step.name << '=' << step.journeys << '@'
                  << step.medianSeconds.value_or(-1);
        line() << funnel.conversion.value_or(-1) << ' ' << funnel.wilson95.lower << ' '
               << funnel.settled << ' ' << funnel.settledConversion.value_or(-1) << ' '
               << funnel.matured << ' ' << funnel.maturedConversion.value_or(-1) << ' '
               << funnel.inFlight << ' ' << funnel.lower << ".." << funnel.upper << ' '
               << funnel.nowcast.value_or(-1) << ' ' << funnel.maturing.count() << ' '
               << funnel.bounded;
        series("points", funnel.series);
    }

    TextDetail m_detail;
    std::ostringstream m_out;
    std::string m_prefix;
};

} // namespace

std::string textOf(const Metrics &metrics, TextDetail detail)
{
    Writer out(detail);
    const LedgerSnapshot &ledger = metrics.windowLedger;
    out.line() << "accepted " << ledger.accepted << " retimed " << ledger.retimed << " lost "
               << ledger.lost << (ledger.lossKnown ? "" : " and more");
    out.series("lost", metrics.lost);
    out.line() << "failures " << metrics.failuresCount;
    out.series("failures", metrics.failures);
    for (const CategorySnapshot &category : metrics.categories) {
        out.line() << category.category << " [" << category.fingerprint << "] " << category.type
                   << ' ' << category.count << ' ' << category.journeys
                   << (category.journeysExact ? " exact " : " ")
                   << category.firstSeen.time_since_epoch().count() << ".."
                   << category.lastSeen.time_since_epoch().count();
        out.series("points", category.series);
    }
    for (const SignalSnapshot &signal : metrics.signals) {
        out.signal(signal.name, signal.value);
        if (signal.kind == config::SignalKind::funnel && !detail.estimates)
            continue;
        for (const Breakdown &breakdown : signal.by)
            for (const BreakdownRow &row : breakdown.rows)
                out.signal(signal.name + '.' + breakdown.attribute + '.' + row.value, row.signal);
    }
    return out.text();
}

std::string textOf(const Snapshot &snapshot)
{
    Writer out({});
    const LedgerSnapshot &ledger = snapshot.ledger;
    out.line() << nameOf(snapshot.window) << ' ' << snapshot.asOf.time_since_epoch().count() << ' '
               << snapshot.observed.count();
    out.line() << ledger.received << ' ' << ledger.accepted << ' ' << ledger.duplicate << ' '
               << ledger.malformedTotal() << ' ' << ledger.retimed << ' ' << ledger.lost << ' '
               << ledger.lossKnown << ' ' << ledger.overflow << ' ' << ledger.evictedJourneys << ' '
               << ledger.funnelBounded;
    for (const TypeSnapshot &type : snapshot.types)
        out.line() << type.type << ' ' << type.count;
    for (const Marker &marker : snapshot.markers)
        out.line() << config::kMarkerKinds.at(static_cast<std::size_t>(marker.kind)) << ' '
                   << marker.title << ' ' << marker.at.time_since_epoch().count();
    return out.text() + textOf(*snapshot.metrics);
}

} // namespace test
