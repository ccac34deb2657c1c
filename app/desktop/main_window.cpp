// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/desktop_report.h"
#include "app/desktop/notice_banner.h"
#include "app/desktop/pages.h"
#include "app/desktop/save_dialog.h"
#include "app/desktop/time_travel.h"
#include "app/desktop/window_frame.h"
#include "app/desktop/window_state.h"
#include "ingest/ingest_loop.h"
#include "models/tile_deltas.h"
#include "widgets/connection_dialog.h"
#include "widgets/exhibit_export.h"
#include "widgets/experience_page.h"
#include "widgets/page_stack.h"
#include "widgets/top_bar.h"
#include "widgets/triage_page.h"

#include <QApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>

namespace app {

namespace {

constexpr QSize kSmallest(800, 560);
constexpr QSize kFirst(1440, 900);

QString layoutKey(const QString &page)
{
    return QStringLiteral("layout/") + page;
}

} // namespace

MainWindow::MainWindow(const DesktopOptions &options, QWidget *parent)
    : QMainWindow(parent), m_configuration(options),
      m_loop(loopOf(options, m_configuration.current(), m_slot)), m_feed(m_slot), m_keys(this),
      m_frame(new WindowFrame(this)), m_record(options.record),
      m_storeFile(options.storeFile.toStdString()), m_keepsSize(!options.size.isEmpty()),
      m_isWall(options.wall.asked)
{
    setMinimumSize(kSmallest);
    setCentralWidget(m_frame);
    const widgets::TopBar &bar = m_frame->bar();
    connect(&bar, &widgets::TopBar::windowChosen, this, &MainWindow::choose);
    connect(&bar, &widgets::TopBar::connectionsWanted, this, &MainWindow::editConnections);
    connect(&bar, &widgets::TopBar::stateClicked, this, &MainWindow::changeState);
    connect(&m_frame->pages(), &widgets::PageStack::opened, this,
            [](const QString &page) { QSettings().setValue(QStringLiteral("page"), page); });
    auto *triage = m_frame->findChild<widgets::TriagePage *>();
    connect(triage, &widgets::TriagePage::acknowledged, this, [this](const QString &category) {
        if (m_travel->isReplaying())
            return m_frame->banner().say(tr("Only what is live can be acknowledged."), true);
        m_loop->acknowledge(category.toStdString(),
                            qEnvironmentVariable("USER", tr("somebody")).toStdString());
    });
    const auto *experience = m_frame->findChild<widgets::ExperiencePage *>();
    connect(experience, &widgets::ExperiencePage::figureAsked, this,
            [this, triage](const models::AskedFigure &asked) {
                m_frame->pages().open(triage->key());
                triage->showFigure(asked);
            });
    connect(experience, &widgets::ExperiencePage::incidentChosen, this, &MainWindow::showIncident);
    m_frame->exports().setAskName([this](const QString &name, const QString &kinds) {
        return askWhereToSave(this, tr("Save"), name, kinds);
    });
    const NoticeBanner &banner = m_frame->banner();
    connect(&banner, &NoticeBanner::saveWanted, this, &MainWindow::saveSuggestion);
    connect(&m_configuration, &LiveConfiguration::problem, &banner, &NoticeBanner::setProblem);
    connect(&m_configuration, &LiveConfiguration::changed, this, &MainWindow::takeUpConfiguration);
    const auto showState = [this] { m_frame->showState(m_feed); };
    connect(&m_feed, &models::SnapshotFeed::changed, this, &MainWindow::showSnapshot);
    connect(&m_feed, &models::SnapshotFeed::pausedChanged, this, showState);
    // The clock goes on, and a dead ingest thread shows, without any snapshot coming.
    auto *second = new QTimer(this);
    connect(second, &QTimer::timeout, this, showState);
    second->start(1000);
    openTravel(options);
    addKeys();
    restore(options);
}

MainWindow::~MainWindow() = default;

void MainWindow::restore(const DesktopOptions &options)
{
    const QSettings settings;
    const auto asked = [&settings](const QString &given, const char *key, const char *otherwise) {
        return given.isEmpty()
                   ? settings.value(QLatin1String(key), QLatin1String(otherwise)).toString()
                   : given;
    };
    resize(kFirst.boundedTo(screen()->availableSize()));
    if (m_keepsSize)
        resize(options.size.section(QLatin1Char('x'), 0, 0).toInt(),
               options.size.section(QLatin1Char('x'), 1, 1).toInt());
    else
        restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    Settings wanted;
    wanted.dark = asked(options.theme, "theme", "dark") != QStringLiteral("light");
    wanted.textScale = steppedScale(settings.value(QStringLiteral("textScale"), 100).toInt(), 0);
    wanted.letterKeys = settings.value(QStringLiteral("letterKeys"), true).toBool();
    apply(wanted);
    const std::string window = asked(options.window, "window", "1h").toStdString();
    choose(ingest::windowNamed(window).value_or(ingest::Window::oneHour));
    widgets::PageStack &pages = m_frame->pages();
    for (widgets::Page *page : pages.pages())
        page->restoreLayout(settings.value(layoutKey(page->key())).toByteArray());
    const QString page = asked(options.page, "page", "experience");
    pages.setFocus(); // no ring around anything until keys are used
    pages.open(pages.named(page) != nullptr ? page : pageNames().front());
    m_fitsWindow = m_travel->isOffline() && options.window.isEmpty();
}

void MainWindow::showWindow(ingest::Window window)
{
    m_fitsWindow = false;
    m_frame->bar().setWindow(window);
    if (m_loop)
        m_loop->show(window);
    m_travel->show(window);
}

// A recording of minutes would be a sliver of the usual hour.
void MainWindow::fitWindow(ingest::Seconds recorded)
{
    if (m_fitsWindow && recorded < ingest::spanOf(m_travel->window()))
        showWindow(ingest::windowHolding(recorded));
}

void MainWindow::choose(ingest::Window window)
{
    showWindow(window);
    if (m_isWall)
        return; // a wall's window is no habit of the desk's
    const std::string_view name = ingest::nameOf(window);
    QSettings().setValue(QStringLiteral("window"),
                         QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

void MainWindow::editConnections()
{
    if (!m_loop)
        return m_frame->banner().say(tr("A recording is open: there is nothing to connect to."),
                                     true);
    widgets::ConnectionDialog dialog(m_configuration.current().sources, m_theme, this);
    if (dialog.exec() == QDialog::Accepted)
        m_configuration.setSources(dialog.sources());
}

void MainWindow::saveSuggestion()
{
    const auto snapshot = m_feed.shown();
    const QString name =
        askWhereToSave(this, tr("Save the suggested configuration"),
                       QStringLiteral("bellwether.toml"), tr("Configurations (*.toml)"));
    if (!name.isEmpty() && snapshot)
        m_configuration.save(*snapshot->configuration, name);
}

std::string MainWindow::report() const
{
    const auto snapshot = m_feed.shown();
    if (!snapshot)
        return {};
    const widgets::Page *page = m_frame->pages().current();
    return desktopReport(*snapshot, models::comparedTiles(*snapshot),
                         isVisible() ? ShownPage{page->key(), page->shown()} : ShownPage{});
}

void MainWindow::showSnapshot()
{
    if (isMinimized() || (m_isWall && !isVisible()))
        return; // nobody looks: shown when the window comes back
    m_frame->show(m_feed.shown());
    m_frame->showState(m_feed);
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    const bool back = event->type() == QEvent::Show || event->type() == QEvent::WindowStateChange;
    if (back)
        m_feed.setHidden(isMinimized());
    if (back && m_feed.shown())
        showSnapshot();
    return handled;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    if (!m_keepsSize)
        settings.setValue(QStringLiteral("geometry"), saveGeometry());
    for (const widgets::Page *page : m_frame->pages().pages())
        settings.setValue(layoutKey(page->key()), page->saveLayout());
    QMainWindow::closeEvent(event);
}

} // namespace app
