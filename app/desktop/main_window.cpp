// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/desktop_report.h"
#include "ingest/config/configuration_file.h"
#include "models/clock_text.h"
#include "widgets/connection_dialog.h"
#include "widgets/data_strip.h"
#include "widgets/experience_page.h"
#include "widgets/kpi_row.h"
#include "widgets/top_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int kSmallestWidth = 800;
constexpr int kSmallestHeight = 560;
constexpr qint64 kIngestSilentMs = 3000; // a snapshot comes ten times a second

} // namespace

MainWindow::MainWindow(DesktopOptions options, QWidget *parent)
    : QMainWindow(parent), m_options(std::move(options)), m_loop(m_options.configuration, m_slot),
      m_feed(m_slot), m_bar(new widgets::TopBar(this)), m_banner(new QWidget(this)),
      m_bannerText(new QLabel(m_banner)),
      m_save(new QPushButton(tr("Save suggested configuration…"), m_banner)),
      m_page(new widgets::ExperiencePage(this))
{
    setWindowTitle(QStringLiteral("Bellwether"));
    setMinimumSize(kSmallestWidth, kSmallestHeight);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *banner = new QHBoxLayout(m_banner);
    banner->setContentsMargins(16, 4, 16, 4);
    m_bannerText->setWordWrap(true);
    banner->addWidget(m_bannerText, 1);
    banner->addWidget(m_save);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_page, 1);
    m_banner->hide();
    setCentralWidget(body);

    connect(m_bar, &widgets::TopBar::windowChosen, this, &MainWindow::choose);
    connect(m_bar, &widgets::TopBar::connectionsWanted, this, &MainWindow::editConnections);
    connect(m_bar, &widgets::TopBar::stateClicked, this,
            [this] { m_feed.setPaused(!m_feed.paused()); });
    connect(m_save, &QPushButton::clicked, this, &MainWindow::saveSuggestion);
    connect(&m_feed, &models::SnapshotFeed::changed, this, &MainWindow::showSnapshot);
    connect(&m_feed, &models::SnapshotFeed::pausedChanged, this, &MainWindow::showState);
    // The clock goes on, and a dead ingest thread shows, without any snapshot coming.
    auto *second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &MainWindow::showState);
    second->start(1000);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &MainWindow::takeUpConfiguration);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this,
            &MainWindow::takeUpConfiguration);
    watchConfiguration();
    addKeys();

    const QSettings settings;
    resize(1440, 900);
    if (m_options.size.isEmpty())
        restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    else
        resize(m_options.size.section(QLatin1Char('x'), 0, 0).toInt(),
               m_options.size.section(QLatin1Char('x'), 1, 1).toInt());
    const QString theme = m_options.theme.isEmpty()
                              ? settings.value(QStringLiteral("theme")).toString()
                              : m_options.theme;
    setTheme(theme != QStringLiteral("light"));
    const QString window =
        m_options.window.isEmpty()
            ? settings.value(QStringLiteral("window"), QStringLiteral("1h")).toString()
            : m_options.window;
    choose(ingest::windowNamed(window.toStdString()).value_or(ingest::Window::oneHour));
}

MainWindow::~MainWindow() = default;

void MainWindow::addKeys()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    on(Qt::Key_Space, [this] { m_feed.setPaused(!m_feed.paused()); });
    on(Qt::Key_End, [this] { m_feed.setPaused(false); });
    on(Qt::Key_Escape, [this] { m_feed.setPaused(false); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { setTheme(!m_theme.dark); });
    on(QKeySequence::Copy,
       [this] { QApplication::clipboard()->setText(m_page->figures().toTsv()); });
    on(Qt::Key_Question, [this] {
        QMessageBox::information(
            this, tr("Keys"),
            tr("Space  pause or live\nEnd, Esc  go live\nAlt+1 to Alt+5  window\n"
               "Arrows  move inside a panel, or the crosshair\nTab  next panel\n"
               "Ctrl+Shift+L  theme\nCtrl+C  copy the key figures\n?  these keys"));
    });
}

void MainWindow::choose(ingest::Window window)
{
    m_bar->setWindow(window);
    m_loop.show(window);
    const std::string_view name = ingest::nameOf(window);
    QSettings().setValue(QStringLiteral("window"),
                         QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

void MainWindow::setTheme(bool dark)
{
    m_theme = dark ? widgets::darkTheme() : widgets::lightTheme();
    QApplication::setPalette(m_theme.palette());
    m_bar->setTheme(m_theme);
    m_page->setTheme(m_theme);
    m_banner->setAutoFillBackground(true);
    m_banner->setPalette(m_theme.palette());
    m_bannerText->setFont(m_theme.font(12));
    m_save->setFont(m_theme.font(12));
    QSettings().setValue(QStringLiteral("theme"),
                         dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

void MainWindow::showSnapshot()
{
    const auto snapshot = m_feed.shown();
    m_page->show(snapshot);
    m_bar->setPageStatus(m_page->strip().honesty().status);
    const bool suggested = snapshot->configuration && snapshot->configuration->suggested &&
                           !snapshot->configuration->signals.empty();
    m_save->setVisible(suggested);
    if (!snapshot->warnings.empty())
        say(QString::fromStdString(snapshot->warnings.front()));
    else if (suggested)
        say(tr("These signals are suggested from the traffic. Save them as a file to make them "
               "yours."));
    else if (m_banner->isVisible() && m_watcher.property("wrong").toString().isEmpty())
        m_banner->hide();
    showState();
}

void MainWindow::say(const QString &problem)
{
    m_bannerText->setText(problem);
    m_banner->show();
}

void MainWindow::showState()
{
    const auto snapshot = m_feed.shown();
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("HH:mm:ss t"));
    if (m_feed.silentMs() > kIngestSilentMs)
        m_bar->setState(models::Status::unknown, tr("STALLED"), now);
    else if (m_feed.paused() && snapshot)
        m_bar->setState(models::Status::look, tr("PAUSED"),
                        models::clockTextSeconds(
                            static_cast<double>(snapshot->asOf.time_since_epoch().count()) * 1000));
    else if (!snapshot || snapshot->freshness.state == ingest::FreshnessState::waiting)
        m_bar->setState(models::Status::unknown, tr("WAITING"), now);
    else if (snapshot->freshness.state == ingest::FreshnessState::stale)
        m_bar->setState(models::Status::unknown, tr("STALE"), now);
    else
        m_bar->setState(models::Status::normal, tr("LIVE"), now);
}

void MainWindow::editConnections()
{
    widgets::ConnectionDialog dialog(m_options.configuration.sources, m_theme, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_options.configuration.sources = dialog.sources();
    m_options.endpointsGiven = true;
    m_loop.apply(m_options.configuration);
}

void MainWindow::watchConfiguration()
{
    if (m_options.configFile.isEmpty())
        return;
    // Editors replace files: the directory tells of the new one.
    const QFileInfo file(m_options.configFile);
    m_watcher.addPath(file.absolutePath());
    m_watcher.addPath(file.absoluteFilePath());
}

void MainWindow::takeUpConfiguration()
{
    watchConfiguration();
    auto result = ingest::config::loadConfiguration(m_options.configFile.toStdString());
    if (const auto *problems = std::get_if<std::vector<ingest::config::Problem>>(&result)) {
        const QString wrong = tr("%1. The configuration before it stays in use.")
                                  .arg(QString::fromStdString(problems->front().text()));
        m_watcher.setProperty("wrong", wrong);
        say(wrong);
        return;
    }
    m_watcher.setProperty("wrong", QString());
    auto configuration = std::get<ingest::config::Configuration>(std::move(result));
    if (m_options.endpointsGiven || configuration.sources.empty())
        configuration.sources = m_options.configuration.sources;
    if (configuration == m_options.configuration)
        return;
    m_options.configuration = configuration;
    m_loop.apply(std::move(configuration));
}

void MainWindow::saveSuggestion()
{
    const auto snapshot = m_feed.shown();
    const QString name = QFileDialog::getSaveFileName(this, tr("Save the suggested configuration"),
                                                      QStringLiteral("bellwether.toml"));
    if (name.isEmpty() || !snapshot)
        return;
    ingest::config::Configuration configuration = *snapshot->configuration;
    configuration.suggested = false;
    const std::string text = ingest::config::toToml(configuration);
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit()) {
        say(tr("%1 could not be written: %2").arg(name, file.errorString()));
        return;
    }
    m_options.configFile = name;
    takeUpConfiguration();
}

std::string MainWindow::report() const
{
    const auto snapshot = m_feed.shown();
    return snapshot ? desktopReport(*snapshot, m_page->figures().tiles()) : std::string();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_options.size.isEmpty())
        QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace app
