// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filter_bar.h"

#include "widgets/measures.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace widgets {

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
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::complete);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::entered);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterBar::insert);
    setTheme(theme());
}

void FilterBar::setTheme(const Theme &newTheme)
{
    ThemedWidget::setTheme(newTheme);
    for (QLabel *label : findChildren<QLabel *>())
        label->setFont(newTheme.font(12));
    colourLabels();
    m_edit->setFont(newTheme.monoFont(12));
    QPalette palette = newTheme.palette();
    palette.setColor(QPalette::PlaceholderText, newTheme.muted);
    m_edit->setPalette(palette);
    m_edit->setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 1px solid %3; "
                       "padding: 0 4px; } QLineEdit:focus { border-color: %4; }")
            .arg(newTheme.inset.name(), newTheme.text.name(), newTheme.rule2.name(),
                 newTheme.accent.name()));
    m_completer->popup()->setFont(newTheme.monoFont(12));
    m_completer->popup()->setStyleSheet(
        QStringLiteral("QListView { background: %1; color: %2; border: 1px solid %3; outline: 0; } "
                       "QListView::item { padding: 3px 8px; } "
                       "QListView::item:selected { background: %4; color: %2; }")
            .arg(newTheme.raised.name(), newTheme.text.name(), newTheme.rule2.name(),
                 newTheme.sel.name()));
}

void FilterBar::colourLabels()
{
    for (QLabel *label : findChildren<QLabel *>()) {
        QPalette palette = theme().palette();
        const bool wrong = label == m_note && m_wrong;
        palette.setColor(QPalette::WindowText, wrong ? theme().warn : theme().muted);
        label->setPalette(palette);
    }
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::toggleTerms(const std::vector<models::FieldValue> &terms)
{
    m_edit->setText(models::withTermsToggled(m_edit->text(), terms));
}

void FilterBar::setVocabulary(const QStringList &terms)
{
    m_vocabulary = terms;
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

bool FilterBar::isEdited() const
{
    return m_edit->hasFocus();
}

// What begins with the word, then what contains it: a value is found without its field.
QStringList FilterBar::completionsOf(const QString &word) const
{
    QStringList begins;
    QStringList contains;
    for (const QString &term : m_vocabulary)
        if (term.startsWith(word, Qt::CaseInsensitive) && term != word)
            begins.append(term);
        else if (term.contains(word, Qt::CaseInsensitive) && term != word)
            contains.append(term);
    return begins + contains;
}

void FilterBar::complete()
{
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    const QString word = models::unfinishedWord(before).text;
    const QStringList completions = word.isEmpty() ? QStringList() : completionsOf(word);
    m_terms.setStringList(completions);
    if (completions.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterBar::insert(const QString &completion)
{
    const qsizetype colon = completion.indexOf(QLatin1Char(':'));
    const bool isTerm = colon >= 0 && colon + 1 < completion.size();
    const QString term =
        isTerm ? models::termText({completion.left(colon), completion.mid(colon + 1)}) : completion;
    const qsizetype cursor = m_edit->cursorPosition();
    const qsizetype word = models::unfinishedWord(m_edit->text().left(cursor)).at;
    m_edit->setText(m_edit->text().left(word) + term + m_edit->text().mid(cursor));
    m_edit->setCursorPosition(static_cast<int>(word + term.size()));
    if (!isTerm) // a field: now its values, once the list of names has closed
        QTimer::singleShot(0, this, &FilterBar::complete);
}

QString FilterBar::problemText(const models::QueryProblem &problem) const
{
    const QString text =
        tr("▲ %1 (at “%2”)").arg(problem.text, m_edit->text().mid(problem.at, problem.length));
    return m_inEffect.isEmpty() ? text : tr("%1; still shown: %2").arg(text, m_inEffect);
}

// A wrong filter leaves the one before in effect.
void FilterBar::read()
{
    const auto read = models::parseQuery(m_edit->text());
    const auto *problem = std::get_if<models::QueryProblem>(&read);
    m_wrong = problem != nullptr;
    m_note->setText(m_wrong ? problemText(*problem) : m_noteText);
    colourLabels();
    if (m_wrong || std::get<models::EventQuery>(read) == m_query)
        return;
    m_query = std::get<models::EventQuery>(read);
    m_inEffect = m_edit->text().trimmed();
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
