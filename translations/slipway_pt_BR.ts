<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Slipway::ActionBar</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AllRuns</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run appears here when a checklist is started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a word or a state out of the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting or in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed or cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::AskStrip</name>
    <message>
        <source>Never mind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ChangesPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there is what was meant already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ChecklistCards</name>
    <message>
        <source>Start %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No checklist is known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checklist says what a release does, step by step. Open one to start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a checklist…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::CommandPalette</name>
    <message>
        <source>Search steps, runs, actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::CopyBox</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DiffCanvas</name>
    <message>
        <source>Changed lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no line end)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DiffFileModel</name>
    <message>
        <source>comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DiffView</name>
    <message>
        <source>Not a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It differs, but its bytes are no lines that could be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is the same before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whitespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that this step changes are shown here, before and after.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::DoubtPane</name>
    <message>
        <source>Asked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It happened: keep what is there, this step is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with what was found. The history will say that you decided so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not happen: do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works out anew what to do and starts another attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is to do again; it starts when somebody tries it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat it as failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes nothing. What does not need this step goes on; it can be tried again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you choose so (kept in the history)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Error</name>
    <message>
        <source>This value cannot be kept in the journal: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a JSON object: %1 (at byte %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Make room, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on a network file system, where the journal is not safe. Set SLIPWAY_HOME to a folder on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Slipway reads version 1 of the language. Write &quot;slipway: 1&quot;, or use a newer Slipway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stage before this one is called &apos;%1&apos; too. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checklist has at most %1 steps. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 is expected here, not a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number. Write digits only, such as 42.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no flag. Write true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1. Name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1. Name one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list takes a number between [ and ], not a %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 cannot be compared with a %2: two numbers or two texts have an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1() needs a %2, not a %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of %1() is larger than is allowed: texts of %2 characters, ranges of %3 numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format() has no argument for {%1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fromJson() was given a text that is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fromJson() takes whole numbers, keys in ASCII without a leading &apos;$&apos;, and at most 64 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number. Put texts in single quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that begins here has no end. Close it with a single quote; write a quote inside it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts in expressions stand in single quotes, such as &apos;main&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no meaning in an expression. It knows ! == != &lt; &lt;= &gt; &gt;= &amp;&amp; || ( ) [ ] . and functions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression ends too early; a value or &apos;)&apos; is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not fit here. Look at the brackets and operators before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is nested more than %1 levels deep. Make it simpler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function &apos;%1&apos;. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; takes %2 arguments, not %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression has %1 characters; at most %2 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs have to be a map of names, such as &quot;branch: {type: git-branch}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of type choice needs the key &apos;choices&apos;, such as &quot;choices: [a, b]&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an input of type choice has &apos;choices&apos;. Write &quot;type: choice&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an input of type list has &apos;of&apos;. Write &quot;type: list&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input &apos;%1&apos;: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not fit. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not match the pattern %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is needed. Give it a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no input &apos;%1&apos;. It has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no input &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is used nowhere. Use it as ${{ inputs.%1 }}, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text of &apos;%1&apos; is missing in %2, which other texts here have. Add it: {%2: …}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the step &apos;%2&apos;, which does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the step &apos;%2&apos;, which does not exist; did you mean &apos;%3&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These steps wait for each other: %1. Take one of the needs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be a map of keys and values, such as &quot;%2: …&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the key &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no key &apos;%2&apos;. It knows: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no key &apos;%2&apos;; did you mean &apos;%3&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name. A name begins with a-z and goes on with a-z, 0-9, &apos;-&apos; and &apos;_&apos;, at most 64 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no language. Write one such as en or pt_BR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from %1 to %2 is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of: %2; did you mean &apos;%3&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &apos;%1&apos; has to be in ASCII and may not begin with &apos;$&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ${{ }} may stand here: the value is needed before the run starts. Write it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of step &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of step &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the parameter &apos;%2&apos; of %3. Write it below &apos;with&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos;; did you mean &apos;%3&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of &apos;%1&apos; does not fit: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence is named as steps.ID.evidence.NAME, such as steps.build.evidence.log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) leaves no evidence &apos;%3&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) leaves no evidence &apos;%3&apos;; did you mean &apos;%4&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;item&apos; has a value only below &apos;with&apos;, &apos;env&apos; and &apos;probe&apos; of a step with &apos;foreach&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no input &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no input &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; names nothing. Texts stand in single quotes; values are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; names nothing (values are %2); did you mean &apos;%3&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; is not finished before &apos;%2&apos;. Add it to the &apos;needs&apos; of &apos;%2&apos;, or move it to a stage before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step has no &apos;%1&apos;. It has outcome, outputs, and all if it has a foreach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step has no &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has a foreach, so its outputs are a list: steps.%1.all[0].outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no foreach, so it has no &apos;all&apos;. Use steps.%1.outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) has no output &apos;%3&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) has no output &apos;%3&apos;; did you mean &apos;%4&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step before this one has the id &apos;%1&apos; too. Ids are unique in the whole checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;foreach&apos; takes a list, or one ${{ }} that gives a list, such as ${{ inputs.repositories }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;run&apos; of a probe takes a list of texts, such as [./is-it-done.sh].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for an environment variable. Use letters, digits and &apos;_&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression that begins here has no end. Close it with }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>${{%1}} is a %2 and cannot stand inside a text. Use join(), or let it stand alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that is made here has more than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds the character %1, which may not stand in a single line. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; begins with &apos;-&apos; and could be taken for an option. Begin with another character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds the invisible control character %1. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of the choices: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for a git branch. Use letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and &apos;/&apos;, such as feature/update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has to be a relative path without &apos;..&apos; and without empty parts, such as services/Dockerfile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no version. Write digits and dots, with letters before them if needed, such as 1.8.10 or r1.6.19.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no digest. Write the algorithm, &apos;:&apos; and hex digits, such as sha256:9f86d0….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no address. Write https://…, ssh://…, file:///… or host:path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path is needed here; it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no duration. Write a whole number with ms, s, m, h or d, such as 90s or 24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 was not found. Install Docker or Podman, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No container engine answers. Start it, such as with &quot;sudo systemctl start docker&quot;, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use the container engine. Add yourself to the group docker (&quot;sudo usermod -aG docker $USER&quot;), log in anew, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither &quot;%1 compose&quot; nor &quot;%1-compose&quot; is there. Install the compose plugin, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no container %1. See &quot;docker ps -a&quot; for those that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image %1 on the engine. Build or pull it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the name of an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence %1 was changed on disk: its bytes no longer have that digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 could not be used: %2. Nothing was recorded; make room or close what blocks it, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run %1 in this journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another console has taken over the run %1. This one records nothing more in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Slipway. Update this one to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds more than %2 files: give a folder further down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file below %1 fits &quot;%2&quot;: correct the pattern or the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %2 of the package list of %1 is not name==version: &quot;%3&quot;. Give what `pip list --format=freeze` prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package list of %1 is not in UTF-8 (it may be UTF-16, as PowerShell writes it): save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package list of %1 is empty: no version can be taken from it. Check that the packages were installed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB: it is not edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record holds no pins of %1. Give the record that was written when its versions were taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions could not be changed safely: the edited file would not read as meant. Edit it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of pins cannot be used: %1. Give the file that packages unpin wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no plain version in its [project] table: the version may be dynamic, set by the build tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a requirement such as name==1.2: it cannot be read from column %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not in UTF-8 or another encoding of single bytes (it may be UTF-16): save it as UTF-8 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 cannot be read as TOML: correct the file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no virtual environment: it has no bin/python. Make one with python3 -m venv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pip of %1 could not list the packages (status %2). Check that pip is installed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 cannot be used: %2. Mark the text to change with one group, as in version = &quot;([^&quot;]*)&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the file fits the pattern %1: correct the pattern or the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 fits more than one place (lines %2): make it narrower, so that it fits one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 numbers, so number %3 cannot be raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version cannot be empty or hold line ends and control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds and was ended. Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote more than %2 bytes and was ended; that much was not expected of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was ended by signal %2 before it answered. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot take an argument with a NUL character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program was named to be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot run in %2: that folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programs of this attempt were not started: %1 Put that right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 already belongs to an attempt. Start a new attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be started: it is not there or may not be executed. Check the path and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 was not found. Install it, or add its folder to PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no POSIX extended regular expression: %2. Correct the pattern; a backslash makes a character plain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command names no program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output cannot be captured in “%1”: a plain file name of the attempt&apos;s folder is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder to run in, “%1”, is no absolute path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers need a terminal: set terminal as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of the programs cannot be understood: “%1” is no way to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be opened, so nothing can be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreach of %1 needs a list and got: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be done now: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no step %1. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names several: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 was written by a newer Slipway and can only be looked at. Update this one to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output %1 is larger than 64 KiB. Keep it as a file and give its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway failed inside this step: %1. This is a fault in Slipway; nothing was recorded as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Slipway does not know the kind of step %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settled it as failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another console is driving this run. Approve, tick or watch from here, or close the other one to go on here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could be any of these runs: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run %1. `slipway runs` lists them; 4 characters of an id are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter %1 of %2 is needed and came out empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 should match exactly one file, but it matches %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be copied: there is no such file or folder, or it is a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where to copy by one of &quot;to&quot; (the new name) or &quot;into&quot; (a folder that exists).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no folder to copy into. Make it first, or use &quot;to&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be copied to %2: one is the other or lies inside it. Copy to a place of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is inside the git repository %2. Copy elsewhere, or say &quot;in-repository: true&quot; if that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2 is neither as it was when this step was planned nor as the step would leave it. Nothing was changed; look at the file, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already and is something else. Remove it first, or copy to another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another user, as what containers write does. Name an image under &quot;image&quot; that can remove it, or remove it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to replace by one of &quot;find&quot; (a text) or &quot;line&quot; (a text in the lines to replace).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no count: write a number from 1, or any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind %1 planned nothing that could be done. This is a fault in Slipway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed since the copy was planned. Look at what changed it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copying was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the files was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder nor a link. Name it under &quot;except&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of %1 is not UTF-8. Rename it, or name it under &quot;except&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program took longer than it may and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program took longer than the %1 seconds it may and was ended. Raise the step&apos;s timeout if it needs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was ended by signal %1 from outside. Signal 9 often means that memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended with status %1. Its last lines say why; the log has all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program did not end well, and left no status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not be started: %1. Install it, or correct its name in the checklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended without asking the question «%1» that the step has an answer for. It may not have done what was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at a question that no answer fits: «%1». Add an answer to the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not be supervised: %1. What it did is in the log as far as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be removed: %2. What a container wrote as another user can be removed with the parameter &quot;image&quot;, or by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no path below a folder. Write a relative path without &quot;..&quot;, such as stack/Dockerfile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a symbolic link or stands behind one. File steps follow no links; name the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not below %2. This step only touches what is in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression to search with: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so that no regular expression can be searched in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not occur in %2; it should be found %3 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; occurs in %2 %3 times, in line %4; it should be found %5 times. Say &quot;count&quot;, or search for more of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no number of a version: write 1 for the first, 2 for the second, or last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second document begins here. Keep one document in a file, without further &quot;---&quot; lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases (*name) are not read. Write the value out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text has %1 bytes; at most %2 are read. Keep long texts in files of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchors (&amp;name) are not read. Write the value out at each place, or quote a text that begins with &quot;&amp;&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags (!name) are not read. Remove the tag, or quote a text that begins with &quot;!&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key has to be a text, not a list or a map. Quote a value that begins with &quot;{&quot; or &quot;[&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than %1 values. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and maps are nested more than %1 levels deep here. Make it flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is missing before this &quot;:&quot;. Write &quot;name: value&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge keys (&lt;&lt;) are not read. Write the members out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &apos;%1&apos; stands here twice. Keep one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not UTF-8. Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control character %1 may not stand in a file. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not YAML: %1. Look at the indentation, the quotes and the brackets here and just before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip could not be asked in %1. Does it have pip?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container %1 is not running, so its pip cannot be asked. Start it, or read its image: image:%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no source. Write file:PATH, venv:FOLDER, image:NAME or container:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of %1 does not tell what kind of file it is. Say it with --as dockerfile, requirements or pyproject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set needs NAME=VALUE, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tick takes `all` or numbers from 1 to %1, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--input needs NAME=VALUE, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1 and no bundled checklist of that name. Bundled are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no output to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample could not be laid down: &quot;%1&quot; ended with status %2. See its message below, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an empty folder. Name a folder that does not exist yet; the sample is laid down there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample&apos;s base image could not be made: the lines above say why. When that is mended, run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object %1 is missing. It may have been deleted by hand; restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::EvidencePane</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::EvidenceViewer</name>
    <message>
        <source>Reading the evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(The rest is left out here: it is too long.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there is what was meant already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program said nothing, or its output is gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::FlagEditor</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Forecast</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n stage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about %1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-off(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing in it waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves this machine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nothing leaves this machine by a push</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::GatePane</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (needed to reject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something changed, so this gate was opened again: earlier decisions no longer count, and the items are to be ticked anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::GateSide</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 of %3 signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; does not count any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: the gate opens when all its evidence exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal up to event %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sealed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Help</name>
    <message>
        <source>What to copy: absolute, or below &quot;in&quot;. The last part may be a pattern that exactly one file matches, such as dist/*.whl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that &quot;from&quot; is below; else the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new folder or file, below &quot;root&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of &quot;to&quot;: a folder that exists; the name stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that the copy has to be below; else the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies a folder or a file into the run&apos;s workspace: hidden files, empty folders, permissions and links stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of what to leave out, as in .gitignore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also copy what is named .git.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a file that is there; never a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow a target inside a git repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy, absolute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last part of its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many files and links were copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the list of all that is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes a file or folder below the run&apos;s workspace, after saying how much it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to remove, below the workspace. Fine if it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image on the engine that has the program rm: it removes what containers wrote as another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many files were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces a text or whole lines in one file; every other byte stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that &quot;file&quot; is below; else the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file, below &quot;in&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text to replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of &quot;find&quot;: a text in the lines that are replaced whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;find&quot; or &quot;line&quot; is a regular expression, in which ^ and $ are a line&apos;s ends; \1 in &quot;replace&quot; is its first group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it must be found: a number, or any. Otherwise exactly once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file, absolute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many places were replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raises one number of the version that a pattern marks in a file, or sets it to a given one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression that matches once; its group is the version, such as ^version = &quot;(.+)&quot;$.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new version; else a number is raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number to raise: 1 is the first; last, which is used if nothing is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check checklists without starting anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slipway            open the window
slipway VERB …     work without it; slipway VERB --help says more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dockerfile, requirements or pyproject; else the name of the file tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files; else only show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where unpin keeps what it took out, and pin finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the Python packages of an image, container, venv or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the versions out of files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the versions of a source into files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file:PATH, venv:FOLDER, image:NAME or container:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every name that SOURCE knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to keep with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment; needed to reject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the go-ahead to a step that waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that a step done by hand is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An output of the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve a gate, with the items that were checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject a gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a step again that failed or was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a step out; the reason is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what became of a step in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End what runs and start nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value to start with; a list is repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the go-ahead to steps that only wait for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a checklist: a file or a bundled name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a run until a person is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this attempt; else of the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on until the attempt ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all runs, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the steps of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the output of a step&apos;s programs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryPane</name>
    <message>
        <source>It did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went on while the window was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found out by looking afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note for those who read this run later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::HomePage</name>
    <message>
        <source>Open a checklist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a checklist below: its run appears here, with how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::InputRow</name>
    <message>
        <source>This is needed before the run can start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not have the form %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::InputsPage</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before the start</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) still empty</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The run is being started…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step waits for you before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs until a person is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this run works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This checklist asks for nothing: it can start as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::LogPane</name>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the step&apos;s programs print appears here, line by line, while they run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::LogView</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MachineList</name>
    <message>
        <source>looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This checklist needs no program of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::MainWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slipway %1: runs release checklists, shows what must be seen, keeps the proof. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklists (*.checklist.yaml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a checklist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ManualPane</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did or saw, for those who read this run later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::Message</name>
    <message>
        <source>a text handed to a program that is no shell: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 gives no version and is not used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is listed twice: %2 is used, %3 is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is a local version, which no package index has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several conditions on the version: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version comes from a variable: edit it where it is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version comes from the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a limit, not one version: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands for many versions: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no version of PEP 440</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a local version, which no package index has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version is split over lines or quotes, or escaped: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shell reads the bare &lt; or &gt; behind it as a redirection, so no version is asked for: put it in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has --hash values, which belong to this version alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file or an address: there is no version to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is installed comes from a variable: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read as a requirement such as name==1.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes from an address: there is no version to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file asks for different versions of it under different conditions: edit it by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the local version %2, which no package index has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has version %2, which is none of PEP 440</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it had %1, which the shell would misread without quotes: put the name in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was pinned before and the file does not name it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dependencies in the tables of Poetry: edit them by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dependencies are dynamic: the build tool takes them from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed this time: %1 does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: its list is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What watched over its programs is gone, and some of them still run. Wait until they end or end them, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it left could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped it: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave the go-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked for another try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 said that it had happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 said that it had not happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settled it as failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file is as the step would leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by somebody else: it is neither as before nor as meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is there, complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there, but it is not the copy that was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there: nothing is to be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reads as wanted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces %1 places in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets %1 to %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as it is. `slipway resume` goes on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling. Ctrl-C again leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a go-ahead: %1. slipway confirm %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be done by hand: %1. slipway tick %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be decided: %1. slipway approve %2 %3 --tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt: %1. %4 slipway settle %2 %3 done|not-done|failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet. `slipway run CHECKLIST` starts one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample&apos;s library cannot be built on this machine yet: install the packages python3-venv, python3-pip-whl, python3-setuptools-whl and python3-wheel-whl, then lay the sample down again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Docker engine answers: a run on the sample will stop at its first Docker step. Start the engine, then run %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::NoticeBar</name>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::PathEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::PathListEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder chosen yet. Folders can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::PathRow</name>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ProseEditor</name>
    <message>
        <source>One on each line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::ProseLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RailModel</name>
    <message>
        <source>%1 needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RailView</name>
    <message>
        <source>Stages and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RunPage</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left to tick</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision is kept with what this page shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice is kept in the history of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this step has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Slipway drives this run; what you decide here reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done: %1 of %2 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was cancelled. What was done stays done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until someone is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts what is next, and nothing after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open terminal here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip “%1”? What needs it starts without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not needed (kept in the history)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rejection needs a comment: say what has to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject “%1”? The run stops here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop “%1” while it runs? What it did so far stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel “%1” (run %2) for good? What runs is stopped, what was done stays done, and the run cannot go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::RunsModel</name>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::StepSheet</name>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program says appears here as soon as it says something.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::StepWords</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: did it happen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your go-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running %1 of about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do · about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::TopBar</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Slipway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search steps, runs, actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::WaitingList</name>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-offs, steps done by hand, failures and steps in doubt appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slipway::WhatPane</name>
    <message>
        <source>This step was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not worked out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this step will do, exactly, is worked out when its turn comes: it may depend on what the steps before it leave.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
