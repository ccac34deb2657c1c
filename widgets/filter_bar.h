// SPDX-License-Identifier: GPL-3.0-or-later
// The bar that filters a page's events: `type:payment.failed country:DE amount>100 "declined"`.
// Completes names and values; says in place what is wrong. GUI thread.
#pragma once

#include "models/event_query.h"
#include "widgets/themed_widget.h"

#include <QStringListModel>

class QCompleter;
class QLabel;
class QLineEdit;

namespace widgets {

class FilterBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    [[nodiscard]] const models::EventQuery &query() const { return m_query; }
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    // See models::withTermsToggled().
    void toggleTerms(const std::vector<models::FieldValue> &terms);
    // What may be completed: "country:", "country:DE" ...; see models::vocabularyOf().
    void setVocabulary(const QStringList &terms);
    // At the right end, unless something is wrong.
    void setNote(const QString &note);
    void focusText();
    [[nodiscard]] bool isEdited() const; // its text has the focus, and takes the window's keys

Q_SIGNALS:
    void entered();      // Enter: nobody edits it any more
    void queryChanged(); // to a valid one

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void colourLabels();
    [[nodiscard]] QString problemText(const models::QueryProblem &problem) const;
    void read();
    void complete();
    [[nodiscard]] QStringList completionsOf(const QString &word) const;
    void insert(const QString &completion);

    QLineEdit *m_edit;
    QLabel *m_note;
    QStringList m_vocabulary;
    QStringListModel m_terms; // those on offer
    QCompleter *m_completer;
    models::EventQuery m_query;
    QString m_noteText;
    QString m_inEffect; // what m_query was written as
    bool m_wrong = false;
};

} // namespace widgets
