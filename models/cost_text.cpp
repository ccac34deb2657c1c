// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cost_text.h"

#include "models/axis_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

QString costTextTr(const char *text)
{
    return QCoreApplication::translate("CostText", text);
}

double majorOf(const ingest::SumValue &sum)
{
    return double(sum.minor) / std::pow(10.0, sum.exponent);
}

// Currencies are never added up: the one with the largest figure, and a plus for the others.
QString moneyOf(const std::vector<ingest::SumValue> &sums)
{
    const auto largest = std::ranges::max_element(sums, {}, &majorOf);
    return sums.size() > 1 ? briefMoney(*largest) + QLatin1Char('+') : briefMoney(*largest);
}

bool anyMoney(const std::vector<ingest::SumValue> &sums)
{
    return std::ranges::any_of(sums, [](const auto &sum) { return sum.minor != 0; });
}

} // namespace

QString briefMoney(const ingest::SumValue &sum)
{
    return shortMoney(majorOf(sum), QString::fromLatin1(sum.currency.letters.data(), 3));
}

QString exactMoney(const ingest::SumValue &sum)
{
    return wholeMoney(majorOf(sum), sum.exponent,
                      QString::fromLatin1(sum.currency.letters.data(), 3));
}

CostText costText(const ingest::Cost &cost)
{
    CostText text{QString(QChar(0x2013)), costTextTr("no cost known")};
    if (anyMoney(cost.lostSums))
        text = {moneyOf(cost.lostSums), costTextTr("lost so far")};
    else if (anyMoney(cost.atRiskSums))
        text = {moneyOf(cost.atRiskSums), costTextTr("at risk")};
    else if (cost.lost > 0)
        text = {wholeCount(cost.lost), costTextTr("journeys lost")};
    else if (cost.atRisk > 0)
        text = {wholeCount(cost.atRisk), costTextTr("journeys at risk")};
    if (cost.bounded)
        text.note = costTextTr("at least, %1").arg(text.note);
    else if (cost.unpriced > 0 && (anyMoney(cost.lostSums) || anyMoney(cost.atRiskSums)))
        text.note = costTextTr("%1, %2 unpriced").arg(text.note, shortCount(double(cost.unpriced)));
    return text;
}

} // namespace models
