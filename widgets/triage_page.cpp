// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage_page.h"

#include "ingest/evidence/kept_events.h"
#include "models/axis_text.h"
#include "models/cost_text.h"
#include "models/snapshot_lookup.h"
#include "models/triage_report.h"
#include "widgets/category_delegate.h"
#include "widgets/facet_panel.h"
#include "widgets/filter_bar.h"
#include "widgets/journey_panel.h"
#include "widgets/panel_title.h"
#include "widgets/samples_panel.h"
#include "widgets/table_view.h"
#include "widgets/tail_panel.h"
#include "widgets/what_changed_panel.h"

#include <QPainter>
#include <QShortcut>

#include <algorithm>
#include <array>

namespace widgets {

using models::CategoryTable;

TriagePage::TriagePage(QWidget *parent)
    : Page(parent), m_filter(new FilterBar(this)),
      m_categoryTitle(new PanelTitle(tr("Error categories"), this)),
      m_categoryView(new TableView(this)), m_delegate(new CategoryDelegate(this)),
      m_changed(new WhatChangedPanel(this)), m_journey(new JourneyPanel(this)),
      m_samples(new SamplesPanel(this)), m_tail(new TailPanel(this)),
      m_facetTitle(new PanelTitle(tr("Facets of the matching events"), this)),
      m_facets(new FacetPanel(this))
{
    build();
    connectParts();
    addKeys();
    setTheme(theme());
}

TriagePage::~TriagePage() = default;

void TriagePage::build()
{
    m_sorted.setSourceModel(&m_categories);
    m_sorted.setSortRole(CategoryTable::SortRole);
    m_categoryView->setModel(&m_sorted);
    m_categoryView->setItemDelegate(m_delegate);
    m_categoryView->setSortingEnabled(true);
    m_categoryView->sortByColumn(CategoryTable::Count, Qt::DescendingOrder);
    m_categoryView->setAccessibleName(tr("Error categories"));
    m_facetTitle->setHint(tr("click a value to filter"));
}

void TriagePage::connectParts()
{
    connect(m_categoryView, &TableView::rowChosen, this, &TriagePage::chooseCategory);
    connect(m_samples, &SamplesPanel::chosen, this, &TriagePage::chooseSample);
    connect(m_tail, &TailPanel::chosen, this, &TriagePage::chooseSample);
    connect(m_tail, &TailPanel::toggled, this, &TriagePage::ask);
    connect(m_filter, &FilterBar::queryChanged, this, &TriagePage::ask);
    connect(m_facets, &FacetPanel::chosen, m_filter, &FilterBar::toggleTerm);
    connect(&m_search, &models::TriageSearch::answered, this, &TriagePage::showFindings);
}

void TriagePage::addKeys()
{
    const auto on = [this](const QKeySequence &keys, QWidget *where, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_Slash, this, [this] { m_filter->focusText(); });
    on(Qt::Key_A, m_categoryView, [this] {
        if (!m_category.isEmpty())
            Q_EMIT acknowledged(m_category);
    });
}

std::vector<PageKey> TriagePage::keys() const
{
    return {{QStringLiteral("/"), tr("filter")},
            {QStringLiteral("A"), tr("acknowledge the chosen category")},
            {QStringLiteral("F"), tr("tail: follow or stand still")}};
}

void TriagePage::setTheme(const Theme &newTheme)
{
    Page::setTheme(newTheme);
    for (ThemedWidget *part :
         std::initializer_list<ThemedWidget *>{m_filter, m_categoryTitle, m_changed, m_journey,
                                               m_samples, m_tail, m_facetTitle, m_facets})
        part->setTheme(newTheme);
    m_delegate->setTheme(newTheme);
    m_categoryView->setTheme(newTheme);
}

void TriagePage::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    const bool same =
        m_snapshot && m_snapshot->asOf == snapshot->asOf && m_snapshot->window == snapshot->window;
    m_snapshot = snapshot;
    if (same)
        return;
    // Who reads or points at a row must not see it move.
    m_sorted.setDynamicSortFilter(!m_categoryView->isHeld());
    m_categories.show(*snapshot);
    const auto &categories = snapshot->metrics->categories;
    const auto fresh = std::ranges::count(categories, ingest::CategoryState::fresh,
                                          &ingest::CategorySnapshot::state);
    m_categoryTitle->setNote(tr("%1 in the window, %2 new").arg(categories.size()).arg(fresh));
    chooseMostUrgent();
    ask();
}

// Until somebody chooses: what is most urgent, and of that the most frequent.
void TriagePage::chooseMostUrgent()
{
    if (m_chosenByHand || m_sorted.rowCount() == 0)
        return;
    const auto urgency = [this](int row) {
        const QModelIndex index = m_sorted.index(row, CategoryTable::Count);
        return std::pair(-index.data(CategoryTable::StateRole).toInt(),
                         index.data(CategoryTable::SortRole).toULongLong());
    };
    int best = 0;
    for (int row = 1; row < m_sorted.rowCount(); ++row)
        if (urgency(row) > urgency(best))
            best = row;
    m_choosing = true;
    m_categoryView->selectRow(best);
    m_choosing = false;
}

void TriagePage::chooseCategory(const QModelIndex &index)
{
    const std::uint32_t ordinal = index.data(CategoryTable::OrdinalRole).toUInt();
    m_chosenByHand = m_chosenByHand || !m_choosing;
    if (!m_choosing)
        m_asked.reset();
    if (m_ordinal == ordinal)
        return ask(); // the row has moved, or is chosen instead of a figure
    m_ordinal = ordinal;
    m_category = index.siblingAtColumn(0).data(CategoryTable::CategoryRole).toString();
    m_type = index.data(CategoryTable::TypeRole).toString();
    m_journeyKey = 0;
    m_samples->setPayload({});
    ask();
}

void TriagePage::chooseSample(const QModelIndex &index)
{
    m_chosenByHand = true; // who looks at a customer must not lose sight of them
    m_journeyKey = index.data(models::EventTable::JourneyKeyRole).toULongLong();
    m_samples->setPayload(index.data(models::EventTable::TextRole).toString());
    ask();
}

void TriagePage::ask()
{
    if (!m_snapshot)
        return;
    m_search.ask({m_snapshot, m_ordinal, m_type, m_filter->query(), m_journeyKey,
                  m_tail->frozenAt(m_snapshot->kept->offered()), m_asked});
}

QString TriagePage::noteOf(const models::TriageFindings &findings) const
{
    if (!m_filter->query().terms.empty())
        return tr("%1 matching, newest first").arg(models::wholeCount(findings.matching));
    if (m_asked && m_asked->amount && findings.minor != m_asked->amount->minor)
        return tr("%1 of %2 kept, newest first")
            .arg(models::exactMoney(
                     {m_asked->amount->currency, findings.minor, m_asked->amount->exponent}),
                 models::exactMoney(*m_asked->amount));
    if (findings.matching < findings.figure)
        return tr("%1 of %2 kept, newest first")
            .arg(models::wholeCount(findings.matching), models::wholeCount(findings.figure));
    return tr("%1, newest first").arg(models::wholeCount(findings.matching));
}

QString TriagePage::about() const
{
    if (m_asked && models::isOfRatio(*m_snapshot->configuration, *m_asked))
        return models::signalTitle(*m_snapshot, *m_asked->figure.signal);
    QString name = m_category;
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

void TriagePage::showFindings()
{
    const models::TriageFindings &findings = m_search.findings();
    const bool ofRatio = m_asked && models::isOfRatio(*m_snapshot->configuration, *m_asked);
    m_changed->show(findings.changed, about(), ofRatio ? std::nullopt : m_ordinal);
    m_journey->show(findings.line);
    m_samples->show(findings.samples);
    m_samples->setTexts(m_asked ? tr("Behind “%1”").arg(m_asked->title) : tr("Sample events"),
                        noteOf(findings), m_asked ? tr("Esc closes") : QString());
    m_tail->show(findings.tail, findings.tailNewer);
    m_facets->show(findings.facets);
    putVocabulary(findings.facets);
    m_filter->setNote(noteOf(findings));
    if (m_journeyKey == 0 && !findings.samples.empty()) // as the journey does
        m_samples->setPayload(findings.samples.front().text);
}

void TriagePage::putVocabulary(const std::vector<models::Facet> &facets)
{
    QStringList terms{QStringLiteral("type:"), QStringLiteral("source:"),
                      QStringLiteral("category:"), QStringLiteral("journey:")};
    for (const models::Facet &facet : facets)
        for (const models::Facet::Value &value : facet.values)
            terms.append(facet.attribute + QLatin1Char(':') + value.value);
    m_filter->setVocabulary(terms);
}

PageStatus TriagePage::status(const ingest::Snapshot &snapshot) const
{
    const auto open = static_cast<int>(std::ranges::count_if(
        snapshot.incidents, [](const ingest::Incident &incident) { return !incident.until; }));
    return {open > 0 ? models::Status::bad : models::Status::normal, open};
}

QString TriagePage::toTsv() const
{
    if (m_changed->hasFocus())
        return m_changed->toTsv();
    if (m_journey->hasFocus())
        return m_journey->toTsv();
    for (const TableView *view : {&m_samples->view(), &m_tail->view()})
        if (view->hasFocus())
            return view->toTsv();
    return m_categoryView->toTsv();
}

QJsonObject TriagePage::shown() const
{
    return models::triageReport(m_search.findings(), {about(), m_samples->title(),
                                                      m_changed->verdict(), m_journeyKey != 0});
}

std::vector<QWidget *> TriagePage::zones()
{
    return {m_filter,           m_categoryView,  m_changed, m_journey,
            &m_samples->view(), &m_tail->view(), m_facets};
}

bool TriagePage::closeOverlay()
{
    if (!m_filter->text().isEmpty()) {
        m_filter->setText(QString());
        return true;
    }
    if (!m_asked)
        return false;
    m_asked.reset();
    ask();
    return true;
}

void TriagePage::showFigure(const models::AskedFigure &asked)
{
    m_asked = asked;
    m_journeyKey = 0;
    m_filter->setText(QString());
    if (asked.figure.category)
        chooseOrdinal(*asked.figure.category);
    m_samples->clear();
    setFocus(); // the filter would take the keys of the window
    ask();
}

void TriagePage::chooseOrdinal(std::uint32_t ordinal)
{
    m_chosenByHand = true;
    for (int row = 0; row < m_sorted.rowCount(); ++row)
        if (m_sorted.index(row, 0).data(CategoryTable::OrdinalRole).toUInt() == ordinal) {
            m_choosing = true;
            m_categoryView->selectRow(row);
            m_choosing = false;
            return;
        }
}

void TriagePage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void TriagePage::arrange()
{
    const int w = width();
    const int left = w * 625 / 1000;
    const int top = m_filter->height();
    const int body = height() - top;
    const int first = top + body * 40 / 100;
    const int second = top + body * 71 / 100;
    const int head = m_categoryTitle->height();
    m_filter->setGeometry(0, 0, w, top);
    m_categoryTitle->setGeometry(0, top, left, head);
    m_categoryView->setGeometry(0, top + head, left, first - top - head);
    m_changed->setGeometry(left + 1, top, w - left - 1, first - top);
    m_journey->setGeometry(0, first + 1, left, second - first - 1);
    m_samples->setGeometry(left + 1, first + 1, w - left - 1, second - first - 1);
    m_tail->setGeometry(0, second + 1, left, height() - second - 1);
    m_facetTitle->setGeometry(left + 1, second + 1, w - left - 1, head);
    m_facets->setGeometry(left + 1, second + 1 + head, w - left - 1, height() - second - 1 - head);
    // Narrow windows keep what is decided by.
    const bool narrow = w < 1500;
    for (const int column : {int(CategoryTable::FirstSeen), int(CategoryTable::PerMinute)})
        m_categoryView->setColumnHidden(column, narrow);
    const std::array<int, CategoryTable::Columns> shares{26, 11, 7, 7, 13, 9, 9, 8, 9, 9};
    for (int column = 0; column + 1 < CategoryTable::Columns; ++column)
        m_categoryView->setColumnWidth(column, left * shares[static_cast<std::size_t>(column)] /
                                                   (narrow ? 92 : 108));
}

void TriagePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme().rule); // the rules between the panels
}

} // namespace widgets
