// SPDX-License-Identifier: MIT
#include "ui/parts/facttable.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace Slipway;

class TestFactTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatAreGoneTakeNoRoom();
};

void TestFactTable::rowsThatAreGoneTakeNoRoom()
{
    const Theme theme;
    const auto rows = [](int count) {
        QList<FactRow> made;
        for (int i = 0; i < count; ++i)
            made.append({QStringLiteral("Label"), QString::number(i)});
        return made;
    };
    FactTable fresh;
    fresh.setRows(rows(2));
    FactTable table;
    table.setRows(rows(5));
    QVERIFY(table.sizeHint().height() > fresh.sizeHint().height());
    table.setRows(rows(2));
    QTRY_COMPARE(table.sizeHint().height(), fresh.sizeHint().height());
}

QTEST_MAIN(TestFactTable)
#include "tst_facttable.moc"
