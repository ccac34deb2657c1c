// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connection_dialog.h"

#include "ingest/transport/endpoint.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

enum Column { kEndpoint, kWay, kPattern, kTopics, kColumns };

QString joined(const std::vector<std::string> &topics)
{
    QStringList list;
    for (const std::string &topic : topics)
        list.append(QString::fromStdString(topic));
    return list.join(QStringLiteral(", "));
}

} // namespace

ConnectionDialog::ConnectionDialog(const std::vector<ingest::config::SourceConfiguration> &sources,
                                   const Theme &theme, QWidget *parent)
    : QDialog(parent), m_before(sources), m_table(new QTableWidget(0, kColumns, this)),
      m_problem(new QLabel(this))
{
    setWindowTitle(tr("Connections"));
    setPalette(theme.palette());
    setFont(theme.font(13));
    resize(760, 360);
    m_table->setHorizontalHeaderLabels(
        {tr("Endpoint"), tr("Way"), tr("Pattern"), tr("Topics (empty: all)")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(kEndpoint, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Connections"));
    auto *layout = new QVBoxLayout(this);
    auto *explanation = new QLabel(
        tr("Where events come from. Services that connect find Bellwether where it binds."), this);
    layout->addWidget(explanation);
    layout->addWidget(m_table);
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    auto *add = buttons->addButton(tr("Add"), QDialogButtonBox::ActionRole);
    auto *remove = buttons->addButton(tr("Remove"), QDialogButtonBox::ActionRole);
    m_apply = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    layout->addWidget(buttons);
    for (const auto &source : sources) {
        const bool pull = source.pattern == ingest::config::Pattern::pull;
        for (const std::string &endpoint : source.bind)
            addRow(QString::fromStdString(endpoint), true, pull, joined(source.topics));
        for (const std::string &endpoint : source.connect)
            addRow(QString::fromStdString(endpoint), false, pull, joined(source.topics));
    }
    connect(add, &QPushButton::clicked, this, [this] {
        addRow(QStringLiteral("tcp://127.0.0.1:5556"), false, false, QString());
        check();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        check();
    });
    connect(m_table, &QTableWidget::cellChanged, this, &ConnectionDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void ConnectionDialog::addRow(const QString &endpoint, bool bound, bool pull, const QString &topics)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, kEndpoint, new QTableWidgetItem(endpoint));
    m_table->setItem(row, kTopics, new QTableWidgetItem(topics));
    auto *way = new QComboBox(m_table);
    way->addItems({tr("connect"), tr("bind")});
    way->setCurrentIndex(bound ? 1 : 0);
    auto *pattern = new QComboBox(m_table);
    pattern->addItems({QStringLiteral("SUB"), QStringLiteral("PULL")});
    pattern->setCurrentIndex(pull ? 1 : 0);
    m_table->setCellWidget(row, kWay, way);
    m_table->setCellWidget(row, kPattern, pattern);
}

void ConnectionDialog::check()
{
    QString problem;
    for (int row = 0; row < m_table->rowCount() && problem.isEmpty(); ++row) {
        const QTableWidgetItem *item = m_table->item(row, kEndpoint);
        const std::string found = item == nullptr ? std::string() : item->text().toStdString();
        const std::string expected = ingest::transport::endpointProblem(found);
        if (!expected.empty())
            problem = tr("Row %1: found '%2', %3")
                          .arg(row + 1)
                          .arg(QString::fromStdString(found), QString::fromStdString(expected));
    }
    m_problem->setText(problem);
    m_apply->setEnabled(problem.isEmpty());
}

std::vector<ingest::config::SourceConfiguration> ConnectionDialog::sources() const
{
    std::vector<ingest::config::SourceConfiguration> sources;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        ingest::config::SourceConfiguration source;
        const std::string endpoint = m_table->item(row, kEndpoint)->text().trimmed().toStdString();
        const bool bound =
            qobject_cast<QComboBox *>(m_table->cellWidget(row, kWay))->currentIndex() == 1;
        (bound ? source.bind : source.connect) = {endpoint};
        if (qobject_cast<QComboBox *>(m_table->cellWidget(row, kPattern))->currentIndex() == 1)
            source.pattern = ingest::config::Pattern::pull;
        source.topics.clear();
        for (const QString &topic : m_table->item(row, kTopics)->text().split(QLatin1Char(',')))
            source.topics.push_back(topic.trimmed().toStdString());
        // What the dialog does not show stays as it was.
        for (const auto &before : m_before)
            if (std::ranges::find(bound ? before.bind : before.connect, endpoint) !=
                (bound ? before.bind : before.connect).end()) {
                source.allowUnauthenticated = before.allowUnauthenticated;
                source.sequenceScope = before.sequenceScope;
            }
        sources.push_back(std::move(source));
    }
    return sources;
}

} // namespace widgets
