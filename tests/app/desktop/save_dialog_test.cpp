// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/save_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

#include <functional>

namespace {

constexpr char kKinds[] = "Picture (*.png);;Drawing (*.svg)";

class SaveDialogTest : public testing::Test
{
protected:
    SaveDialogTest()
    {
        QSettings().clear();
        qputenv("HOME", m_home.path().toUtf8()); // of which QStandardPaths makes the user's folders
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    ~SaveDialogTest() override
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false);
        qputenv("HOME", m_before);
    }

    [[nodiscard]] QString folder(const char *name)
    {
        QDir(m_home.path()).mkpath(QLatin1String(name));
        return QDir(m_home.filePath(QLatin1String(name))).canonicalPath();
    }
    // What comes of the question once `answer` has been given to it.
    QString ask(const QString &name, const std::function<void(QFileDialog &)> &answer)
    {
        QTimer::singleShot(0, qApp, [&answer] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            answer(*dialog);
        });
        return app::askWhereToSave(nullptr, QStringLiteral("Save"), name, QLatin1String(kKinds));
    }

    QByteArray m_before = qgetenv("HOME");
    QTemporaryDir m_home;
};

void accept(QFileDialog &dialog)
{
    static_cast<QDialog &>(dialog).accept();
}

TEST_F(SaveDialogTest, ProposesTheUsersOwnFoldersAndTheHomeWhereThereAreNone)
{
    EXPECT_EQ(app::placeToSave(QStringLiteral("a.png")), m_home.path());
    const QString pictures = folder("Pictures");
    const QString documents = folder("Documents");
    EXPECT_EQ(app::placeToSave(QStringLiteral("a.png")), pictures);
    EXPECT_EQ(app::placeToSave(QStringLiteral("a.csv")), documents);
    EXPECT_EQ(app::placeToSave(QStringLiteral("a.bwcap")), documents);
}

TEST_F(SaveDialogTest, TheLastPlaceOfAKindIsWhereTheNextBegins)
{
    const QString pictures = folder("Pictures");
    const QString elsewhere = folder("elsewhere");
    const QString file = ask(QStringLiteral("a.png"), [&](QFileDialog &dialog) {
        EXPECT_EQ(dialog.directory().canonicalPath(), pictures);
        dialog.setDirectory(elsewhere);
        dialog.selectFile(QStringLiteral("b"));
        accept(dialog);
    });
    EXPECT_EQ(file, elsewhere + QStringLiteral("/b.png")) << "with the ending of its kind";
    EXPECT_EQ(app::placeToSave(QStringLiteral("c.svg")), elsewhere);
    EXPECT_NE(app::placeToSave(QStringLiteral("c.csv")), elsewhere);
    QDir(elsewhere).removeRecursively();
    EXPECT_EQ(app::placeToSave(QStringLiteral("c.svg")), pictures);
}

TEST_F(SaveDialogTest, AnotherKindChangesTheEnding)
{
    const QString file = ask(QStringLiteral("a.png"), [](QFileDialog &dialog) {
        Q_EMIT dialog.filterSelected(QStringLiteral("Drawing (*.svg)"));
        accept(dialog);
    });
    EXPECT_TRUE(file.endsWith(QStringLiteral("/a.svg"))) << file.toStdString();
}

TEST_F(SaveDialogTest, NothingIsKeptOfAQuestionThatWasClosed)
{
    const QString elsewhere = folder("elsewhere");
    EXPECT_TRUE(ask(QStringLiteral("a.png"), [&](QFileDialog &dialog) {
                    dialog.setDirectory(elsewhere);
                    dialog.reject();
                }).isEmpty());
    EXPECT_NE(app::placeToSave(QStringLiteral("a.png")), elsewhere);
}

} // namespace
