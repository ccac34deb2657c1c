// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage_page.h"

#include "ingest/evidence/kept_events.h"
#include "models/incident_rank.h"
#include "models/snapshot_lookup.h"
#include "models/triage_note.h"
#include "models/triage_report.h"
#include "widgets/category_list.h"
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

namespace widgets {

namespace {

constexpr int kLeastChanged = 300; // px of what changed: some eight rows

} // namespace

TriagePage::TriagePage(QWidget *parent)
    : Page(parent), m_filter(new FilterBar(this)), m_categories(new CategoryList(this)),
      m_changed(new WhatChangedPanel(this)), m_journey(new JourneyPanel(this)),
      m_samples(new SamplesPanel(this)), m_tail(new TailPanel(this)),
      m_facetTitle(new PanelTitle(tr("Facets of the matching events"), this)),
      m_facets(new FacetPanel(this))
{
    connect(m_facets, &FacetPanel::hiddenChanged, this, &TriagePage::tellFacets);
    tellFacets();
    connectParts();
    setTheme(theme());
}

TriagePage::~TriagePage() = default;

void TriagePage::connectParts()
{
    connect(m_categories, &CategoryList::chosen, this, &TriagePage::takeCategory);
    connect(m_categories, &CategoryList::acknowledged, this, &TriagePage::acknowledged);
    connect(m_samples, &SamplesPanel::chosen, this, &TriagePage::chooseSample);
    connect(m_tail, &TailPanel::chosen, this, &TriagePage::chooseSample);
    connect(m_tail, &TailPanel::toggled, this, &TriagePage::ask);
    connect(m_filter, &FilterBar::queryChanged, this, &TriagePage::askAnew);
    connect(m_filter, &FilterBar::entered, this, [this] { setFocus(); });
    connect(m_facets, &FacetPanel::chosen, m_filter,
            [this](const QString &attribute, const QString &value) {
                m_filter->toggleTerms({{attribute, value}});
            });
    connect(m_changed, &WhatChangedPanel::chosen, m_filter, &FilterBar::toggleTerms);
    connect(m_journey, &JourneyPanel::chosen, this, &TriagePage::chooseOfJourney);
    connect(&m_search, &models::TriageSearch::answered, this, &TriagePage::showFindings);
    const auto add = [this](Qt::Key key, auto act) {
        auto *shortcut = new QShortcut(key, this); // of the window, while the page is seen
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_Slash, [this] { m_filter->focusText(); });
    add(Qt::Key_A, [this] { m_categories->acknowledge(); });
    add(Qt::Key_F, [this] { m_tail->toggle(); });
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
         std::initializer_list<ThemedWidget *>{m_filter, m_categories, m_changed, m_journey,
                                               m_samples, m_tail, m_facetTitle, m_facets})
        part->setTheme(newTheme);
    arrange();
}

void TriagePage::show(const std::shared_ptr<const ingest::Snapshot> &snapshot)
{
    const bool same =
        m_snapshot && m_snapshot->asOf == snapshot->asOf && m_snapshot->window == snapshot->window;
    m_snapshot = snapshot;
    if (same)
        return;
    m_categories->show(*snapshot);
    if (m_categories->wishedHeight() > m_listed)
        arrange();
    ask();
}

void TriagePage::takeCategory(bool byHand, bool other)
{
    const bool insteadOfFigure = byHand && m_asked;
    if (byHand)
        m_asked.reset();
    if (other) {
        m_journeyKey = 0;
        m_samples->setPayload({});
    }
    if (other || insteadOfFigure)
        askAnew();
}

void TriagePage::chooseSample(const QModelIndex &index)
{
    m_categories->keepChoice(); // who looks at a customer must not lose sight of them
    m_journeyKey = index.data(models::EventTable::JourneyKeyRole).toULongLong();
    m_journey->choose(index.data(models::EventTable::NumberRole).toULongLong());
    m_samples->setPayload(index.data(models::EventTable::TextRole).toString());
    ask();
}

void TriagePage::chooseOfJourney(const models::JourneyLine::Dot &event)
{
    m_categories->keepChoice();
    m_journeyKey = m_journey->line().key;
    m_samples->setPayload(event.text);
}

void TriagePage::askAnew()
{
    ++m_subject;
    ask();
}

void TriagePage::ask()
{
    if (!m_snapshot)
        return;
    m_search.ask({m_snapshot, m_categories->ordinal(), m_categories->type(), m_filter->query(),
                  m_journeyKey, m_tail->hold(m_filter->query()), m_asked, m_subject});
}

QString TriagePage::about() const
{
    if (m_asked && models::isOfRatio(*m_snapshot->configuration, *m_asked))
        return models::signalTitle(*m_snapshot, *m_asked->figure.signal);
    return m_categories->name();
}

void TriagePage::showFindings()
{
    const models::TriageFindings &findings = m_search.findings();
    if (findings.subject != m_subject)
        return; // the answer to what was asked meanwhile comes next
    const QString note = models::samplesNote(findings, m_asked);
    const bool ofRatio = m_asked && models::isOfRatio(*m_snapshot->configuration, *m_asked);
    m_changed->show(findings.changed, about(), ofRatio ? std::nullopt : m_categories->ordinal());
    m_journey->show(findings.line);
    m_samples->show(findings.samples, findings.subject);
    m_samples->setTexts(m_asked ? tr("Behind “%1”").arg(m_asked->title) : tr("Sample events"), note,
                        m_asked ? tr("Esc closes") : QString());
    m_tail->show(findings);
    m_facets->show(findings.facets);
    if (findings.query.terms.empty())
        m_filter->setVocabulary(findings.vocabulary);
    m_filter->setNote(note);
    if (m_journeyKey == 0 && !findings.samples.empty()) // as the journey does
        m_samples->setPayload(findings.samples.front().text);
}

void TriagePage::tellFacets()
{
    const std::size_t hidden = m_facets->hidden();
    m_facetTitle->setHint(hidden == 0 ? tr("click a value to filter")
                                      : tr("click a value to filter; %1 more below").arg(hidden));
}

PageStatus TriagePage::status(const ingest::Snapshot &snapshot) const
{
    // Who is silent is the Pipeline page's.
    PageStatus open{models::Status::normal, 0};
    for (const ingest::Incident &incident : snapshot.incidents) {
        if (incident.until || incident.kind == ingest::IncidentKind::source)
            continue;
        ++open.count;
        open.status = std::max(open.status, models::statusOf(incident.kind));
    }
    if (snapshot.freshness.state != ingest::FreshnessState::live)
        open.status = models::Status::unknown;
    return open;
}

Exhibit *TriagePage::exhibit()
{
    return &m_categories->view();
}

QJsonObject TriagePage::shown() const
{
    return models::triageReport(m_search.findings(), {about(), m_samples->title(),
                                                      m_changed->verdict(), m_journeyKey != 0});
}

std::vector<QWidget *> TriagePage::zones()
{
    return {m_filter,           &m_categories->view(), m_changed, m_journey,
            &m_samples->view(), &m_tail->view(),       m_facets};
}

bool TriagePage::closeOverlay()
{
    if (!m_filter->text().isEmpty()) {
        m_filter->setText(QString());
        return true;
    }
    if (m_filter->isEdited()) { // the window has its keys again
        setFocus();
        return true;
    }
    if (!m_asked)
        return false;
    m_asked.reset();
    askAnew();
    return true;
}

void TriagePage::showFigure(const models::AskedFigure &asked)
{
    m_asked = asked;
    m_journeyKey = 0;
    m_filter->setText(QString());
    if (asked.figure.category)
        m_categories->choose(*asked.figure.category);
    setFocus(); // the filter would take the keys of the window
    askAnew();
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
    // No more than the categories need, and room for what changed; it grows with them, and does not
    // shrink under the pointer.
    m_listed = std::max(m_listed, m_categories->wishedHeight());
    const int first =
        top + std::min(body * 40 / 100, std::max(m_listed, theme().scaled(kLeastChanged)));
    const int second = top + body * 71 / 100;
    const int head = m_facetTitle->height();
    m_filter->setGeometry(0, 0, w, top);
    m_categories->setGeometry(0, top, left, first - top);
    m_changed->setGeometry(left + 1, top, w - left - 1, first - top);
    m_journey->setGeometry(0, first + 1, left, second - first - 1);
    m_samples->setGeometry(left + 1, first + 1, w - left - 1, second - first - 1);
    m_tail->setGeometry(0, second + 1, left, height() - second - 1);
    m_facetTitle->setGeometry(left + 1, second + 1, w - left - 1, head);
    m_facets->setGeometry(left + 1, second + 1 + head, w - left - 1, height() - second - 1 - head);
}

void TriagePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme().rule); // the rules between the panels
}

} // namespace widgets
