// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "ingest/snapshot_signals.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr QRgb kInk = 0xff0b0d0f;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QFont sized(const QString &family, int px, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(px);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

Theme darkTheme()
{
    Theme t;
    t.dark = true;
    t.bar = QColor(0x0b0d0f), t.panel = QColor(0x111417), t.raised = QColor(0x1a1f24);
    t.inset = QColor(0x0c0e10), t.sel = QColor(0x1c2a36);
    t.rule = QColor(0x272d33), t.rule2 = QColor(0x3d4750), t.grid = QColor(0x1d2227);
    t.text = QColor(0xe8ebed), t.text2 = QColor(0xb4bcc3), t.muted = QColor(0x8a96a1);
    t.accent = QColor(0x7cc0f4);
    t.data = QColor(0x8cc8f5), t.ci = QColor(0x22394a), t.base = QColor(0x7c8791);
    t.ok = QColor(0x34a893), t.warn = QColor(0xf2c55c), t.crit = QColor(0xf5643f);
    t.stale = QColor(0xb4bdc5);
    t.p50 = QColor(0xc3e2fa), t.p75 = QColor(0x8cc8f5);
    t.p95 = QColor(0x5190bd), t.p99 = QColor(0x3a6d91);
    t.categories = {QColor(0xe18363), QColor(0x83a2f6), QColor(0xe2d596), QColor(0x32ba96),
                    QColor(0xffaabb), QColor(0xbbcc33), QColor(0x98dafd)};
    t.other = QColor(0x6c767f);
    t.heat = {QColor(0x111417), QColor(0x15222d), QColor(0x1b3547), QColor(0x234c66),
              QColor(0x2f678a), QColor(0x4385aa), QColor(0x69a5bf), QColor(0x9bc6cc),
              QColor(0xcfe3cf), QColor(0xf4f2c8)};
    t.stackOpacity = 0.5;
    return t;
}

Theme lightTheme()
{
    Theme t;
    t.dark = false;
    t.bar = QColor(0xf1f3f4), t.panel = QColor(0xffffff), t.raised = QColor(0xf5f7f8);
    t.inset = QColor(0xf8f9fa), t.sel = QColor(0xe3eff9);
    t.rule = QColor(0xdce1e5), t.rule2 = QColor(0xafb8c0), t.grid = QColor(0xedf0f2);
    t.text = QColor(0x14191d), t.text2 = QColor(0x434d56), t.muted = QColor(0x5f6b75);
    t.accent = QColor(0x0b62a8);
    t.data = QColor(0x0b62a8), t.ci = QColor(0xd3e5f4), t.base = QColor(0x67727c);
    t.ok = QColor(0x0b7563), t.warn = QColor(0x8f5f00), t.crit = QColor(0x98260a);
    t.stale = QColor(0x5f6b75);
    t.p50 = QColor(0x0a3e6b), t.p75 = QColor(0x0b62a8);
    t.p95 = QColor(0x5e9ccb), t.p99 = QColor(0x9cc3e2);
    t.categories = {QColor(0xae5a2c), QColor(0x6a7ed1), QColor(0xcfb13e), QColor(0x229579),
                    QColor(0xe26a87), QColor(0x465700), QColor(0x55aedb)};
    t.other = QColor(0x9aa4ad);
    t.heat = {QColor(0xffffff), QColor(0xeaf2f9), QColor(0xd2e4f2), QColor(0xb3d1e8),
              QColor(0x8db9db), QColor(0x639dca), QColor(0x3d7fb3), QColor(0x1f6196),
              QColor(0x0d4474), QColor(0x062a4d)};
    t.stackOpacity = 0.62;
    return t;
}

int Theme::scaled(int px) const
{
    return static_cast<int>(std::lround(px * textScale));
}

QFont Theme::font(int px, QFont::Weight weight) const
{
    QFont font = sized(QStringLiteral("Bellwether Sans"), scaled(px), weight);
    if (px >= 34)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.018 * font.pixelSize());
    return font;
}

QFont Theme::monoFont(int px) const
{
    QFont font = sized(QStringLiteral("JetBrains Mono"), scaled(px), QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor Theme::category(std::uint32_t ordinal) const
{
    if (ordinal < ingest::kUnmetCategories)
        return ordinal < categories.size() ? categories[ordinal] : other;
    // From the last colour back, so that they rarely share one with those that have a letter.
    const std::uint32_t unmet = ordinal - ingest::kUnmetCategories;
    return unmet < categories.size() ? categories[categories.size() - 1 - unmet] : other;
}

QColor Theme::status(models::Status status) const
{
    switch (status) {
    case models::Status::normal:
        return ok;
    case models::Status::look:
        return warn;
    case models::Status::bad:
        return crit;
    case models::Status::unknown:
        break;
    }
    return stale;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, panel);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, inset);
    palette.setColor(QPalette::AlternateBase, raised);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, raised);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, crit);
    palette.setColor(QPalette::Highlight, sel);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::ToolTipBase, raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::Mid, rule2);
    palette.setColor(QPalette::Dark, rule);
    palette.setColor(QPalette::Light, raised);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const std::pair<double, double> pair = std::minmax({luminance(a), luminance(b)});
    return (pair.second + 0.05) / (pair.first + 0.05);
}

QColor inkOn(const QColor &fill)
{
    const QColor ink(kInk);
    const QColor white(Qt::white);
    return contrast(fill, ink) >= contrast(fill, white) ? ink : white;
}

} // namespace widgets
