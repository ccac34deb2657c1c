// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ledger_flow_panel.h"

#include "models/axis_text.h"
#include "models/panel_tables.h"
#include "widgets/fitted_text.h"
#include "widgets/measures.h"
#include "widgets/status_shape.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int kTitleTop = 12;
constexpr int kStageTop = 38;
constexpr int kBarTop = 59;
constexpr int kBar = 6;
constexpr int kNumberTop = 71;
constexpr int kNoteTop = 103;
constexpr int kDetailTop = 121;
constexpr int kBranchTop = 146;
constexpr int kBranchNoteTop = 168;
constexpr int kBranchIndent = 10;
constexpr int kSmallestBranch = 9; // px

} // namespace

LedgerFlowPanel::LedgerFlowPanel(QWidget *parent) : ThemedWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Where every event went"));
}

void LedgerFlowPanel::show(std::vector<models::FlowStage> flow, const QString &since)
{
    m_flow = std::move(flow);
    m_since = since;
    QStringList sentences;
    for (const models::FlowStage &stage : m_flow) {
        if (!stage.branch.name.isEmpty())
            sentences.append(QStringLiteral("%1 %2").arg(
                stage.branch.name, models::branchText(stage.branch, m_flow.front().count)));
        sentences.append(QStringLiteral("%1 %2").arg(stage.title, models::wholeCount(stage.count)));
    }
    setAccessibleDescription(sentences.join(QStringLiteral(", ")));
    update();
}

models::FigureTable LedgerFlowPanel::figures() const
{
    return models::flowTable(m_flow);
}

void LedgerFlowPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const QString title = tr("Where every event went");
    const int titleWidth = painter.fontMetrics().horizontalAdvance(title);
    painter.drawText(QRect(kPadding, theme().scaled(kTitleTop), titleWidth + 1, theme().scaled(18)),
                     Qt::AlignVCenter, title);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    const bool sound = models::addsUp(m_flow);
    const QString note =
        m_since.isEmpty() ? tr("nothing received yet")
        : sound ? tr("since %1, counts add up: published = shown + lost + malformed + duplicate + "
                     "too late")
                      .arg(m_since)
                : tr("since %1, counts do NOT add up").arg(m_since);
    if (!sound)
        painter.setPen(theme().crit);
    const QRect noteBox(kPadding + titleWidth + 12, theme().scaled(kTitleTop),
                        width() - titleWidth - 44, theme().scaled(18));
    painter.drawText(noteBox, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(note, Qt::ElideRight, noteBox.width()));
    if (!m_flow.empty()) {
        painter.fillRect(QRect(kPadding, theme().scaled(kBarTop), width() - 2 * kPadding, kBar),
                         theme().p95);
        const int count = static_cast<int>(m_flow.size());
        const int each = (width() - 2 * kPadding) / count;
        for (int i = 0; i < count; ++i)
            paintStage(painter, kPadding + i * each, each, m_flow[static_cast<std::size_t>(i)]);
    }
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

void LedgerFlowPanel::paintStage(QPainter &painter, int left, int width,
                                 const models::FlowStage &stage) const
{
    const bool first = stage.branch.name.isEmpty();
    const int indent = first ? 0 : kBranchIndent;
    const auto write = [&](int top, int high, const QFont &font, const QColor &colour,
                           const QString &text, int shift) {
        painter.setPen(colour);
        const QRect box(left + shift, top, width - shift - 12, theme().scaled(high));
        const FittedText fitted = fit(text, font, box.width(), kSmallestBranch);
        painter.setFont(fitted.font);
        painter.drawText(box, Qt::AlignVCenter, fitted.text);
    };
    write(theme().scaled(kStageTop), 18, theme().font(12), theme().text2, stage.title, 0);
    // Numbers never elide: where there is less room they are smaller.
    const QString number = models::wholeCount(stage.count);
    int size = 24;
    while (size > 13 &&
           QFontMetrics(theme().font(size, QFont::DemiBold)).horizontalAdvance(number) >
               width - indent - 8)
        --size;
    painter.setFont(theme().font(size, QFont::DemiBold));
    painter.setPen(theme().text);
    painter.drawText(QRect(left + indent, theme().scaled(kNumberTop), width, theme().scaled(30)),
                     Qt::AlignVCenter, number);
    write(theme().scaled(kNoteTop), 18, theme().font(12), theme().text2, stage.note, indent);
    write(theme().scaled(kDetailTop), 16, theme().font(11), theme().muted, stage.detail, indent);
    if (!first)
        paintBranch(painter, left, width, stage.branch);
}

void LedgerFlowPanel::paintBranch(QPainter &painter, int left, int width,
                                  const models::FlowBranch &branch) const
{
    const bool judged = branch.status != models::Status::normal;
    const QColor colour = judged ? theme().status(branch.status) : theme().base;
    QPen line(colour, judged ? 2 : 1);
    if (!branch.leaves)
        line.setDashPattern({3, 3});
    painter.setPen(line);
    const int bend = theme().scaled(kBranchTop + 9);
    painter.drawLine(left, theme().scaled(kBarTop), left, bend);
    painter.drawLine(left, bend, left + kBranchIndent - 3, bend);
    int x = left + kBranchIndent;
    if (judged) {
        drawStatusShape(painter, QRectF(x, theme().scaled(kBranchTop + 9) - 6, 12, 12),
                        branch.status, theme());
        x += 17;
    }
    const QString text = models::branchText(branch, m_flow.front().count);
    const int room = left + width - x - kBranchIndent;
    int size = 12; // numbers never elide: where there is less room they are smaller
    const auto wide = [&] {
        return QFontMetrics(theme().font(size, QFont::DemiBold)).horizontalAdvance(branch.name) +
               8 + QFontMetrics(theme().font(size)).horizontalAdvance(text);
    };
    while (theme().scaled(size) > kSmallestBranch && wide() > room)
        --size;
    const int high = theme().scaled(18);
    const int top = theme().scaled(kBranchTop);
    painter.setFont(theme().font(size, QFont::DemiBold));
    painter.setPen(judged ? colour : theme().muted);
    painter.drawText(QRect(x, top, width, high), Qt::AlignVCenter, branch.name);
    x += painter.fontMetrics().horizontalAdvance(branch.name) + 8;
    painter.setFont(theme().font(size));
    painter.setPen(theme().text);
    painter.drawText(QRect(x, top, left + width - x, high), Qt::AlignVCenter, text);
    painter.setFont(theme().font(11));
    painter.setPen(theme().muted);
    const QRect note(left + kBranchIndent, theme().scaled(kBranchNoteTop),
                     width - kBranchIndent - 10, theme().scaled(16));
    const FittedText noted = fit(branch.note, painter.font(), note.width(), kSmallestBranch);
    painter.setFont(noted.font);
    painter.drawText(note, Qt::AlignVCenter, noted.text);
}

} // namespace widgets
