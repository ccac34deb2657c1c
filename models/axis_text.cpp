// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/axis_text.h"

#include "models/signs.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace models {

namespace {

constexpr QChar kSpace(0x202f); // narrow, without break

// The C locale with commas between thousands, which it omits by itself.
const QLocale &grouping()
{
    static const QLocale kGrouping = [] {
        QLocale locale = QLocale::c();
        locale.setNumberOptions(QLocale::DefaultNumberOptions);
        return locale;
    }();
    return kGrouping;
}

// Without a trailing ".0" where `trim`; a real minus sign.
QString number(double value, int decimals, bool trim = false)
{
    QString text = grouping().toString(std::abs(value), 'f', decimals);
    if (trim && text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
    }
    const bool zero = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('0') || c == QLatin1Char('.');
    });
    return value < 0 && !zero ? kMinus + text : text;
}

int decimalsFor(double step)
{
    return step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 3) : 0;
}

struct Scale
{
    double least;
    double unit;
    const char *suffix;
};

// Three significant digits at most: 9.7 k, 38.9 k, 389 k.
QString scaled(double value, double firstScale)
{
    // From where the figure would round up to 1,000 of the scale below.
    const std::array scales{Scale{0.9995e9, 1e9, "G"}, Scale{0.9995e6, 1e6, "M"},
                            Scale{firstScale - 0.5, 1e3, "k"}};
    for (const Scale &scale : scales) {
        if (std::abs(value) < scale.least)
            continue;
        const double short_ = value / scale.unit;
        return number(short_, std::abs(short_) < 99.95 ? 1 : 0, true) + kSpace +
               QLatin1String(scale.suffix);
    }
    return number(value, std::abs(value) < 9.95 ? 1 : 0, true);
}

QString signOf(const QString &currency)
{
    if (currency == QLatin1String("EUR"))
        return QStringLiteral("\u20ac");
    if (currency == QLatin1String("USD"))
        return QStringLiteral("$");
    if (currency == QLatin1String("GBP"))
        return QStringLiteral("\u00a3");
    if (currency == QLatin1String("JPY"))
        return QStringLiteral("\u00a5");
    return {};
}

// `text` of an amount without its sign.
QString withCurrency(const QString &text, bool negative, const QString &currency)
{
    const QString sign = signOf(currency);
    const QString minus = negative ? QString(kMinus) : QString();
    if (!sign.isEmpty())
        return minus + sign + text;
    if (currency.isEmpty() || currency == QLatin1String("XXX"))
        return minus + text;
    return minus + text + kSpace + currency;
}

} // namespace

QString percentText(double percent)
{
    return number(percent, std::abs(percent) < 9.995 ? 2 : 1) + kSpace + QLatin1Char('%');
}

QString shareText(std::uint64_t part, std::uint64_t whole)
{
    return percentText(whole == 0 ? 0.0 : 100.0 * double(part) / double(whole));
}

QString percentTick(double percent, double step)
{
    return number(percent, std::max(step < 1 ? 1 : 0, decimalsFor(step))) + kSpace +
           QLatin1Char('%');
}

QString durationText(double ms)
{
    if (ms < 999.5)
        return number(ms, ms < 9.95 ? 1 : 0) + kSpace + QStringLiteral("ms");
    if (ms < 59'950)
        return number(ms / 1000, ms < 9'995 ? 2 : 1) + kSpace + QLatin1Char('s');
    return number(ms / 60'000, 1) + kSpace + QStringLiteral("min");
}

QString durationBrief(double ms)
{
    if (ms < 99.5)
        return number(ms, 0) + kSpace + QStringLiteral("ms");
    if (ms < 59'500)
        return number(ms / 1000, ms < 9'950 ? 1 : 0) + kSpace + QLatin1Char('s');
    return number(ms / 60'000, 0) + kSpace + QStringLiteral("min");
}

QString durationTick(double ms)
{
    if (ms < 1000)
        return number(ms, 1, true) + kSpace + QStringLiteral("ms");
    if (ms < 60'000)
        return number(ms / 1000, 1, true) + kSpace + QLatin1Char('s');
    return number(ms / 60'000, 1, true) + kSpace + QStringLiteral("min");
}

QString shortCount(double count)
{
    return scaled(count, 10'000);
}

QString wholeCount(std::uint64_t count)
{
    return grouping().toString(static_cast<qulonglong>(count));
}

QString shortMoney(double amount, const QString &currency)
{
    const QString text = scaled(std::abs(amount), 1'000);
    return withCurrency(text, amount < 0 && text != QLatin1String("0"), currency);
}

QString wholeMoney(double amount, int decimals, const QString &currency)
{
    return withCurrency(grouping().toString(std::abs(amount), 'f', decimals), amount < 0, currency);
}

} // namespace models
