// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filter_bar.h"

#include "widgets/measures.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace widgets {

namespace {

QString termOf(const QString &field, const QString &value)
{
    const bool quoted = value.contains(QLatin1Char(' '));
    return field + QLatin1Char(':') +
           (quoted ? QLatin1Char('"') + value + QLatin1Char('"') : value);
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : ThemedWidget(parent), m_edit(new QLineEdit(this)), m_note(new QLabel(this)),
      m_completer(new QCompleter(&m_terms, this))
{
    setFixedHeight(kBarHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    auto *label = new QLabel(tr("Filter"), this);
    label->setBuddy(m_edit);
    layout->addWidget(label);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_note);
    m_edit->setPlaceholderText(tr("type:payment.failed country:DE amount>100 \"declined\""));
    m_edit->setAccessibleName(tr("Filter of samples, tail and facets"));
    m_edit->setClearButtonEnabled(true);
    m_completer->setWidget(m_edit);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::complete);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &term) {
                const QString before = m_edit->text().left(m_edit->cursorPosition());
                const qsizetype word = before.lastIndexOf(QLatin1Char(' ')) + 1;
                const QString after = m_edit->text().mid(m_edit->cursorPosition());
                m_edit->setText(before.left(word) + term + after);
                m_edit->setCursorPosition(static_cast<int>(word + term.size()));
            });
    setTheme(theme());
}

void FilterBar::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    for (QLabel *label : findChildren<QLabel *>()) {
        label->setFont(newTheme.font(12));
        QPalette palette = newTheme.palette();
        const bool wrong = label == m_note && m_wrong;
        palette.setColor(QPalette::WindowText, wrong ? newTheme.warn : newTheme.muted);
        label->setPalette(palette);
    }
    m_edit->setFont(newTheme.monoFont(12));
    QPalette palette = newTheme.palette();
    palette.setColor(QPalette::Base, newTheme.inset);
    palette.setColor(QPalette::Text, newTheme.text);
    palette.setColor(QPalette::PlaceholderText, newTheme.muted);
    m_edit->setPalette(palette);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::toggleTerm(const QString &field, const QString &value)
{
    const QString term = termOf(field, value);
    QString text = QLatin1Char(' ') + m_edit->text().simplified() + QLatin1Char(' ');
    const QString there = QLatin1Char(' ') + term + QLatin1Char(' ');
    if (text.contains(there))
        text.replace(there, QStringLiteral(" "));
    else
        text += term;
    m_edit->setText(text.simplified());
}

void FilterBar::setVocabulary(const QStringList &terms)
{
    if (terms != m_terms.stringList() && !m_completer->popup()->isVisible())
        m_terms.setStringList(terms);
}

void FilterBar::setNote(const QString &note)
{
    m_noteText = note;
    if (!m_wrong)
        m_note->setText(note);
}

void FilterBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void FilterBar::complete()
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    const QString word = before.mid(before.lastIndexOf(QLatin1Char(' ')) + 1);
    if (word.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word);
    if (m_completer->completionCount() > 0)
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

// A wrong filter leaves the one before in effect.
void FilterBar::read()
{
    const auto read = models::parseQuery(m_edit->text());
    const auto *problem = std::get_if<models::QueryProblem>(&read);
    m_wrong = problem != nullptr;
    m_note->setText(m_wrong
                        ? tr("▲ %1 (at “%2”)")
                              .arg(problem->text, m_edit->text().mid(problem->at, problem->length))
                        : m_noteText);
    setTheme(theme());
    if (m_wrong || std::get<models::EventQuery>(read) == m_query)
        return;
    m_query = std::get<models::EventQuery>(read);
    Q_EMIT queryChanged();
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().bar);
    painter.setPen(QPen(theme().rule, 0));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace widgets
