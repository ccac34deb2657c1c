// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources_panel.h"

#include "models/clock_text.h"
#include "models/time_axis.h"
#include "widgets/fitted_text.h"
#include "widgets/measures.h"
#include "widgets/source_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kSourcesHead = 36;
constexpr int kSourcesFoot = 30;
constexpr int kBadFrame = 112;
constexpr int kTallRow = 40;
constexpr int kCompactSources = 900;
constexpr int kCompactName = 150;

// Of each column in pixels; the strip takes what is left.
constexpr int kWidths[models::kSourceColumns] = {190, 72, 0, 72, 68, 58, 58, 76, 76, 80, 68, 112};

// What goes first where there is less room; the name, the rate, what is missing and the state stay.
// The strip shows what is late; restarts nothing else does.
constexpr models::SourceColumn kLeastNeeded[] = {
    models::SourceColumn::duplicate, models::SourceColumn::skew,     models::SourceColumn::lastSeen,
    models::SourceColumn::late,      models::SourceColumn::restarts, models::SourceColumn::lag};
constexpr int kLeastStrip = 130; // px of the sequence, as long as another column can go
constexpr int kNarrowest = 96;   // of it when none can: its title

QString sourcesStyle(const Theme &theme)
{
    return QStringLiteral("QTableView { background: %1; border: none; outline: none; }"
                          "QTableView:focus { border: 2px solid %2; }"
                          "QHeaderView { background: %1; border: none; }"
                          "QHeaderView::section { background: %1; color: %3; border: none; "
                          "border-bottom: 1px solid %4; padding: 0 6px; }")
        .arg(theme.panel.name(), theme.accent.name(), theme.muted.name(), theme.rule.name());
}

} // namespace

SourcesPanel::SourcesPanel(QWidget *parent)
    : ThemedWidget(parent), m_table(new models::SourceTable(this)), m_view(new QTableView(this)),
      m_delegate(new SourceDelegate(*m_table, this)), m_badFrame(new QLabel(this))
{
    m_view->setModel(m_table);
    m_view->setItemDelegate(m_delegate);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(19);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->horizontalHeader()->setMinimumSectionSize(20);
    m_view->setAccessibleName(tr("Sources"));
    m_view->installEventFilter(this);
    m_badFrame->setWordWrap(true);
    m_badFrame->setTextFormat(Qt::PlainText);
    m_badFrame->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_badFrame->setMargin(12);
    m_badFrame->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_badFrame->hide();
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int column) { m_table->sortBy(static_cast<models::SourceColumn>(column)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SourcesPanel::describeBadFrame);
    setTheme(theme());
}

void SourcesPanel::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_view->setStyleSheet(sourcesStyle(newTheme));
    m_view->horizontalHeader()->setFont(newTheme.font(11));
    m_badFrame->setFont(newTheme.monoFont(12));
    m_badFrame->setStyleSheet(
        QStringLiteral("background: %1; color: %2; border-top: 1px solid %3;")
            .arg(newTheme.inset.name(), newTheme.text2.name(), newTheme.rule2.name()));
}

void SourcesPanel::show(const ingest::Snapshot &snapshot)
{
    m_table->holdOrder(m_view->hasFocus() || m_view->underMouse());
    m_table->update(snapshot);
    m_title =
        tr("one mark per minute: tall red numbers missing, thin amber late, hatched nothing came");
    describeBadFrame();
    arrange();
    update();
}

void SourcesPanel::choose(const std::string &source)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->source(row).source == source) {
            m_view->setCurrentIndex(m_table->index(row, 0));
            m_view->setFocus(Qt::OtherFocusReason);
        }
}

int SourcesPanel::chosenRow() const
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        return current.row();
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->source(row).lastBad)
            return row;
    return m_table->rowCount() > 0 ? 0 : -1;
}

void SourcesPanel::describeBadFrame()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    const ingest::SourceSnapshot &source = m_table->source(row);
    const QString name = QString::fromStdString(source.source);
    if (!source.lastBad) {
        m_badFrame->setText(tr("%1 sent nothing malformed").arg(name));
        return;
    }
    const double arrivalMs = models::toMs(source.lastBad->arrival);
    const auto reason = ingest::wire::nameOf(source.lastBad->reason);
    m_badFrame->setText(
        tr("%1: %2\nlast at %3, %4:\n%5")
            .arg(name, models::malformedText(source), models::clockTextSeconds(arrivalMs),
                 QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size())),
                 models::printable(source.lastBad->excerpt)));
}

bool SourcesPanel::badFrameOpen() const
{
    return !m_badFrame->isHidden();
}

void SourcesPanel::closeBadFrame()
{
    m_badFrame->hide();
    arrange();
}

bool SourcesPanel::take(int key)
{
    const int row = chosenRow();
    if (key == Qt::Key_S) {
        int next = static_cast<int>(m_table->sortColumn());
        do
            next = (next + 1) % models::kSourceColumns;
        while (m_view->isColumnHidden(next) ||
               next == static_cast<int>(models::SourceColumn::sequence));
        m_table->sortBy(static_cast<models::SourceColumn>(next));
    } else if (key == Qt::Key_M && row >= 0) {
        m_table->toggleMuted(row);
    } else if (key == Qt::Key_Q) {
        m_badFrame->setVisible(!badFrameOpen());
        describeBadFrame();
        arrange();
    } else {
        return false;
    }
    return true;
}

bool SourcesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_letterKeys && key->modifiers() == Qt::NoModifier && take(key->key()))
            return true;
        // The list would look for a row of that name; digits and Space are the window's.
    }
    return ThemedWidget::eventFilter(watched, event);
}

void SourcesPanel::arrange()
{
    const int bottom =
        height() - theme().scaled(kSourcesFoot) - (badFrameOpen() ? theme().scaled(kBadFrame) : 0);
    m_view->setGeometry(kPadding - 6, theme().scaled(kSourcesHead), width() - 2 * kPadding + 12,
                        bottom - theme().scaled(kSourcesHead));
    m_badFrame->setGeometry(0, bottom, width(), theme().scaled(kBadFrame));
    const int rows = std::max(1, m_table->rowCount());
    const int room = m_view->height() - m_view->horizontalHeader()->height() - 4;
    m_view->verticalHeader()->setDefaultSectionSize(
        std::clamp(room / rows, theme().scaled(kTableRow), theme().scaled(kTallRow)));
    arrangeColumns();
}

void SourcesPanel::arrangeColumns()
{
    const bool compact = width() < theme().scaled(kCompactSources);
    const auto wide = [&](int column) {
        return theme().scaled(compact && column == 0 ? kCompactName : kWidths[column]);
    };
    int left = m_view->viewport()->width();
    for (int column = 0; column < models::kSourceColumns; ++column) {
        m_view->setColumnHidden(column, false);
        m_view->setColumnWidth(column, wide(column));
        left -= wide(column);
    }
    for (const models::SourceColumn one : kLeastNeeded) {
        if (left >= theme().scaled(kLeastStrip))
            break;
        const int column = static_cast<int>(one);
        m_view->setColumnHidden(column, true);
        left += wide(column);
    }
    const int strip = static_cast<int>(models::SourceColumn::sequence);
    const bool hasRoom = left >= theme().scaled(kNarrowest);
    m_view->setColumnHidden(strip, !hasRoom);
    if (hasRoom)
        m_view->setColumnWidth(strip, left);
    else // the state rather than a strip too narrow for its name
        m_view->setColumnWidth(0, wide(0) + std::max(0, left));
}

void SourcesPanel::resizeEvent(QResizeEvent *)
{
    arrange();
}

models::FigureTable SourcesPanel::figures() const
{
    return models::tableOf(*m_table, QStringLiteral("sources"), tr("Sources"));
}

void SourcesPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().text);
    const QString name = tr("Sources");
    const int wide = painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(QRect(kPadding, theme().scaled(10), wide + 1, theme().scaled(18)),
                     Qt::AlignVCenter, name);
    painter.setFont(theme().font(12));
    painter.setPen(theme().muted);
    const QRect note(kPadding + wide + 12, theme().scaled(10), width() - wide - 2 * kPadding - 12,
                     theme().scaled(18));
    painter.drawText(note, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, note.width()));
    painter.setFont(theme().font(11));
    const QRect foot(kPadding, height() - theme().scaled(kSourcesFoot), width() - 2 * kPadding,
                     theme().scaled(kSourcesFoot));
    const QString keys = tr("Sort S   Mute M   Bad frame Q   Copy Ctrl+C");
    painter.drawText(foot, Qt::AlignVCenter | Qt::AlignRight, keys);
    const int room = foot.width() - painter.fontMetrics().horizontalAdvance(keys) - 24;
    painter.drawText(
        foot, Qt::AlignVCenter,
        elidedByWords(
            tr("Silent: no event for 2 min, or no heartbeat for 3 s. Figures that need it are "
               "hollow."),
            painter.fontMetrics(), room));
}

} // namespace widgets
