// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/what_changed_panel.h"

#include "models/clock_text.h"
#include "models/panel_tables.h"
#include "models/time_axis.h"
#include "widgets/measures.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace widgets {

using ingest::evidence::Difference;

WhatChangedPanel::WhatChangedPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("What changed"));
}

void WhatChangedPanel::show(const ingest::evidence::WhatChanged &changed, const QString &about,
                            std::optional<std::uint32_t> ordinal)
{
    m_changed = changed;
    m_about = about;
    m_ordinal = ordinal;
    setAccessibleDescription(verdict());
    update();
}

QString WhatChangedPanel::namesOf(const Difference &difference, bool values)
{
    QStringList names;
    for (const auto &[attribute, value] : difference.traits)
        names.append(QString::fromStdString(values ? value : attribute));
    return names.join(QStringLiteral(" + "));
}

QString WhatChangedPanel::verdict() const
{
    if (m_about.isEmpty())
        return tr("Choose a category");
    if (m_changed.failures < ingest::evidence::WhatChanged::kLeastFailures)
        return tr("Only %1 failures; at least 30 are needed").arg(m_changed.failures);
    if (m_changed.differences.empty() || !m_changed.differences.front().named)
        return tr("Nothing sets these failures apart");
    const Difference &first = m_changed.differences.front();
    return tr("%1 alone explains %2 %")
        .arg(namesOf(first, true))
        .arg(qRound(100 * first.explained));
}

QString WhatChangedPanel::span() const
{
    if (m_changed.to <= m_changed.from)
        return {};
    return QStringLiteral("%1–%2").arg(models::clockTextSeconds(models::toMs(m_changed.from)),
                                       models::clockTextSeconds(models::toMs(m_changed.to)));
}

QRect WhatChangedPanel::rowBox(std::size_t row) const
{
    const int high = theme().scaled(kTableRow);
    return {0, theme().scaled(kHead) + static_cast<int>(row) * high, width(), high};
}

// Those there is room for.
std::size_t WhatChangedPanel::rows() const
{
    const int room = height() - theme().scaled(kFoot) - theme().scaled(kHead);
    const int most = std::max(0, room / theme().scaled(kTableRow));
    return std::min(m_changed.differences.size(), static_cast<std::size_t>(most));
}

void WhatChangedPanel::take(std::size_t row)
{
    m_current = row;
    std::vector<models::FieldValue> traits;
    for (const auto &[attribute, value] : m_changed.differences[row].traits)
        traits.emplace_back(QString::fromStdString(attribute), QString::fromStdString(value));
    Q_EMIT chosen(traits);
    update();
}

void WhatChangedPanel::mousePressEvent(QMouseEvent *event)
{
    for (std::size_t row = 0; row < rows(); ++row)
        if (rowBox(row).contains(event->pos()))
            return take(row);
}

void WhatChangedPanel::keyPressEvent(QKeyEvent *event)
{
    const std::size_t last = rows() == 0 ? 0 : rows() - 1;
    m_current = std::min(m_current, last);
    if (event->key() == Qt::Key_Down)
        m_current = std::min(m_current + 1, last);
    else if (event->key() == Qt::Key_Up)
        m_current -= m_current > 0 ? 1 : 0;
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && rows() > 0)
        take(m_current);
    else
        ThemedWidget::keyPressEvent(event);
    update();
}

models::FigureTable WhatChangedPanel::figures() const
{
    return models::changedTable(m_changed);
}

} // namespace widgets
