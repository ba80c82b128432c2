<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Slipway::ChangesPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ComparePage</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n file(s)</source>
        <translation>
            <numerusform>Write %n file</numerusform>
            <numerusform>Write %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n source(s)…</source>
        <translation>
            <numerusform>Reading %n source…</numerusform>
            <numerusform>Reading %n sources…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for its packages</source>
        <translation>
            <numerusform>%n asked for its packages</numerusform>
            <numerusform>%n asked for their packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n from the cache</numerusform>
            <numerusform>%n from the cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) break the same-version rule</source>
        <translation>
            <numerusform>%n package breaks the same-version rule</numerusform>
            <numerusform>%n packages break the same-version rule</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ConflictView</name>
    <message numerus="yes">
        <source>%n conflict(s) left</source>
        <translation>
            <numerusform>%n conflict left</numerusform>
            <numerusform>%n conflicts left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ConflictsPane</name>
    <message numerus="yes">
        <source>%n file(s) still to be decided</source>
        <translation>
            <numerusform>%n file still to be decided</numerusform>
            <numerusform>%n files still to be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::Forecast</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n stage(s)</source>
        <translation>
            <numerusform>in %n stage</numerusform>
            <numerusform>in %n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier run(s)</source>
        <translation>
            <numerusform>%n earlier run</numerusform>
            <numerusform>%n earlier runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need you</source>
        <translation>
            <numerusform>%n step needs you</numerusform>
            <numerusform>%n steps need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-off(s)</source>
        <translation>
            <numerusform>%n sign-off</numerusform>
            <numerusform>%n sign-offs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation>
            <numerusform>%n push</numerusform>
            <numerusform>%n pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::GateSide</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ImageChoiceRow</name>
    <message numerus="yes">
        <source>Why none of the %n other(s)</source>
        <translation>
            <numerusform>Why not the other one</numerusform>
            <numerusform>Why none of the %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ImagesPane</name>
    <message numerus="yes">
        <source>%n image(s) still to be decided</source>
        <translation>
            <numerusform>%n image still to be decided</numerusform>
            <numerusform>%n images still to be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::InputsPage</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before the start</source>
        <translation>
            <numerusform>%n thing to mend before the start</numerusform>
            <numerusform>%n things to mend before the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) still empty</source>
        <translation>
            <numerusform>%n input still empty</numerusform>
            <numerusform>%n inputs still empty</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RehearsalPage</name>
    <message numerus="yes">
        <source>%n step(s) would fail as things are now.</source>
        <translation>
            <numerusform>%n step would fail as things are now.</numerusform>
            <numerusform>%n steps would fail as things are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) can only be worked out while the run goes on.</source>
        <translation>
            <numerusform>%n step can only be worked out while the run goes on.</numerusform>
            <numerusform>%n steps can only be worked out while the run goes on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need a person.</source>
        <translation>
            <numerusform>%n step needs a person.</numerusform>
            <numerusform>%n steps need a person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RunPage</name>
    <message numerus="yes">
        <source>%n item(s) left to tick</source>
        <translation>
            <numerusform>%n item left to tick</numerusform>
            <numerusform>%n items left to tick</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::SettlePane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) would get the newest version that stands anywhere.</source>
        <translation>
            <numerusform>%n package would get the newest version that stands anywhere.</numerusform>
            <numerusform>%n packages would get the newest version that stands anywhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::SourceProblems</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::StepWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation>
            <numerusform>asked once</numerusform>
            <numerusform>asked %n times</numerusform>
        </translation>
    </message>
</context>
</TS>
