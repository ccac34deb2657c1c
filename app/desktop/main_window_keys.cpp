// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the window do, where incidents lead, and the settings that keys change.
#include "app/desktop/main_window.h"

#include "app/desktop/notice_banner.h"
#include "app/desktop/window_frame.h"
#include "models/asked_figure.h"
#include "models/clock_text.h"
#include "models/incident_name.h"
#include "models/incident_rank.h"
#include "models/time_axis.h"
#include "widgets/exhibit.h"
#include "widgets/exhibit_export.h"
#include "widgets/experience_page.h"
#include "widgets/page_stack.h"
#include "widgets/pipeline_page.h"
#include "widgets/triage_page.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace app {

void MainWindow::addKeys()
{
    addPageKeys();
    addTravelKeys();
    m_keys.list(tr("Alt+1 … Alt+7"), tr("window"));
    m_keys.list(tr("Tab"), tr("next panel; arrows move inside it"));
    m_keys.add({Qt::Key_F6}, tr("next part of the window"),
               [this] { m_frame->focusNextZone(false); });
    m_keys.add({Qt::SHIFT | Qt::Key_F6}, tr("part of the window before"),
               [this] { m_frame->focusNextZone(true); });
    addReadingKeys();
    m_keys.add({Qt::CTRL | Qt::Key_Comma}, tr("settings"), [this] { editSettings(); });
    m_keys.add({Qt::Key_F1, Qt::Key_Question}, tr("these keys"),
               [this] { m_frame->toggleKeys(m_keys.listed()); });
}

void MainWindow::addPageKeys()
{
    widgets::PageStack &pages = m_frame->pages();
    for (const widgets::Page *page : pages.pages())
        m_keys.add({QKeySequence(Qt::Key_0 + page->digit())}, tr("%1 page").arg(page->title()),
                   [&pages, name = page->key()] { pages.open(name); });
    m_keys.add({Qt::Key_B}, QString(), // the page lists it
               [this] { m_frame->findChild<widgets::ExperiencePage *>()->cycleBaseline(); });
    m_keys.add({Qt::Key_F11}, tr("wall"), [this] { Q_EMIT wallWanted(); });
    m_keys.add({Qt::Key_P}, tr("the incident before"), [this] { stepIncident(-1); });
    m_keys.add({Qt::Key_N}, tr("the next incident"), [this] { stepIncident(1); });
}

void MainWindow::addReadingKeys()
{
    m_keys.add({Qt::Key_E}, tr("what is this, and how it is worked out"),
               [this] { m_frame->toggleExplanation(); });
    m_keys.add({QKeySequence::Copy}, tr("copy the focused values"), [this] { copy(); });
    m_keys.add({QKeySequence::Save}, tr("save the focused chart or table"), [this] {
        if (widgets::Exhibit *exhibit = m_frame->exhibit())
            m_frame->exports().save(*exhibit);
    });
    m_keys.list(tr("Menu, Shift+F10"), tr("what can be done with it"));
    const auto scaleBy = [this](int by) {
        Settings settings = m_settings;
        settings.textScale = by == 0 ? 100 : steppedScale(settings.textScale, by);
        apply(settings);
    };
    // On some keyboards plus needs Shift, and then it is another key.
    m_keys.add({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, tr("larger texts"),
               [scaleBy] { scaleBy(1); });
    m_keys.add({Qt::CTRL | Qt::Key_Minus}, tr("smaller texts"), [scaleBy] { scaleBy(-1); });
    m_keys.add({Qt::CTRL | Qt::Key_0}, tr("texts as they were"), [scaleBy] { scaleBy(0); });
    m_keys.add({Qt::CTRL | Qt::SHIFT | Qt::Key_L}, tr("dark or light"),
               [this] { setTheme(!m_theme.dark); });
}

void MainWindow::copy()
{
    widgets::Exhibit *focused = widgets::exhibitAround(QApplication::focusWidget());
    const QString report = m_frame->pages().current()->report();
    if (focused == nullptr && !report.isEmpty())
        QApplication::clipboard()->setText(report);
    else if (widgets::Exhibit *exhibit = m_frame->exhibit())
        m_frame->exports().copyFigures(*exhibit);
}

void MainWindow::stepIncident(int by)
{
    const auto snapshot = m_feed.shown();
    if (!snapshot)
        return;
    const auto placeOf = [](const ingest::Incident &incident) {
        return std::pair(incident.since, incident.id); // several may begin at once
    };
    const ingest::Incident *next = nullptr;
    for (const ingest::Incident &incident : snapshot->incidents) {
        const auto place = placeOf(incident);
        const bool after = !m_incident || (by > 0 ? place > *m_incident : place < *m_incident);
        const bool nearer = next == nullptr || (by > 0 && m_incident ? place < placeOf(*next)
                                                                     : place > placeOf(*next));
        if (after && nearer)
            next = &incident;
    }
    NoticeBanner &banner = m_frame->banner();
    if (next == nullptr)
        return banner.say(by > 0 ? tr("No later incident.") : tr("No earlier incident."), true);
    m_incident = placeOf(*next);
    showIncident(*next);
    banner.say(
        tr("Incident: %1, since %2")
            .arg(models::nameOfIncident(*next), models::clockText(models::toMs(next->since))),
        true);
}

void MainWindow::showTrouble()
{
    const auto snapshot = m_feed.shown();
    const ingest::Incident *worst = snapshot ? models::worstIncident(*snapshot) : nullptr;
    if (worst != nullptr)
        showIncident(*worst);
}

void MainWindow::showIncident(const ingest::Incident &incident)
{
    if (incident.kind == ingest::IncidentKind::source) {
        auto *pipeline = m_frame->findChild<widgets::PipelinePage *>();
        m_frame->pages().open(pipeline->key());
        return pipeline->chooseSource(incident.subject);
    }
    auto *triage = m_frame->findChild<widgets::TriagePage *>();
    m_frame->pages().open(triage->key());
    if (const auto asked = models::askedIncident(*m_feed.shown(), incident))
        triage->showFigure(*asked);
}

void MainWindow::editSettings()
{
    SettingsDialog dialog(m_settings, m_theme, this);
    connect(&dialog, &SettingsDialog::changed, this, [this, &dialog] { apply(dialog.settings()); });
    dialog.exec();
}

void MainWindow::setTheme(bool dark)
{
    Settings settings = m_settings;
    settings.dark = dark;
    apply(settings);
}

void MainWindow::apply(const Settings &settings)
{
    m_settings = settings;
    m_theme = settings.dark ? widgets::darkTheme() : widgets::lightTheme();
    m_theme.textScale = settings.textScale / 100.0;
    QApplication::setPalette(m_theme.palette());
    m_frame->setTheme(m_theme);
    m_keys.setLetterKeys(settings.letterKeys);
    m_frame->setLetterKeys(settings.letterKeys);
    QSettings kept;
    kept.setValue(QStringLiteral("theme"),
                  settings.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    kept.setValue(QStringLiteral("textScale"), settings.textScale);
    kept.setValue(QStringLiteral("letterKeys"), settings.letterKeys);
    Q_EMIT themeChanged();
}

} // namespace app
