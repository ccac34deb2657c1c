<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Baseline</name>
  <message>
   <source>last %1</source>
   <translation>letzten %1</translation>
  </message>
  <message>
   <source>usual</source>
   <translation>üblich</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>gestern</translation>
  </message>
 </context>
 <context>
  <name>CategoryRows</name>
  <message>
   <source>NEW</source>
   <translation>NEU</translation>
  </message>
  <message>
   <source>REGRESSED</source>
   <translation>WIEDER DA</translation>
  </message>
 </context>
 <context>
  <name>CauseText</name>
  <message>
   <source> and </source>
   <translation> und </translation>
  </message>
  <message>
   <source>%1 of the failing have %2, %3 of all: %4 over-represented.</source>
   <translation>%1 der Scheiternden haben %2, %3 von allen: %4 überrepräsentiert.</translation>
  </message>
  <message>
   <source>%1 over-represented: %2.</source>
   <translation>%1 überrepräsentiert: %2.</translation>
  </message>
  <message>
   <source>It began %1 after %2.</source>
   <translation>Es begann %1 nach %2.</translation>
  </message>
  <message>
   <source>campaign %1</source>
   <translation>Kampagne %1</translation>
  </message>
  <message>
   <source>chaos test %1</source>
   <translation>Chaostest %1</translation>
  </message>
  <message>
   <source>deploy %1</source>
   <translation>Deployment %1</translation>
  </message>
  <message>
   <source>launch %1</source>
   <translation>Start %1</translation>
  </message>
 </context>
 <context>
  <name>ChangeMarks</name>
  <message>
   <source>Campaign</source>
   <translation>Kampagne</translation>
  </message>
  <message>
   <source>Chaos test</source>
   <translation>Chaostest</translation>
  </message>
  <message>
   <source>Deploy</source>
   <translation>Deployment</translation>
  </message>
  <message>
   <source>Launch</source>
   <translation>Einführung</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
 </context>
 <context>
  <name>ChartTables</name>
  <message>
   <source>%1 (per min)</source>
   <translation>%1 (pro min)</translation>
  </message>
  <message>
   <source>%1 per min</source>
   <translation>%1 pro min</translation>
  </message>
  <message>
   <source>95 % high (%)</source>
   <translation>95 % oben (%)</translation>
  </message>
  <message>
   <source>95 % low (%)</source>
   <translation>95 % unten (%)</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Konversion</translation>
  </message>
  <message>
   <source>Failed attempts</source>
   <translation>Fehlversuche</translation>
  </message>
  <message>
   <source>all (per min)</source>
   <translation>alle (pro min)</translation>
  </message>
  <message>
   <source>amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>conversion (%)</source>
   <translation>Konversion (%)</translation>
  </message>
  <message>
   <source>expected (%)</source>
   <translation>erwartet (%)</translation>
  </message>
  <message>
   <source>from (UTC)</source>
   <translation>von (UTC)</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>p50 (ms)</source>
   <translation>p50 (ms)</translation>
  </message>
  <message>
   <source>p75 (ms)</source>
   <translation>p75 (ms)</translation>
  </message>
  <message>
   <source>p95 (ms)</source>
   <translation>p95 (ms)</translation>
  </message>
  <message>
   <source>p99 (ms)</source>
   <translation>p99 (ms)</translation>
  </message>
  <message>
   <source>provisional</source>
   <translation>vorläufig</translation>
  </message>
  <message>
   <source>so far (%)</source>
   <translation>bisher (%)</translation>
  </message>
  <message>
   <source>time (UTC)</source>
   <translation>Zeit (UTC)</translation>
  </message>
  <message>
   <source>until (UTC)</source>
   <translation>bis (UTC)</translation>
  </message>
  <message>
   <source>whole bar</source>
   <translation>ganzer Balken</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
 </context>
 <context>
  <name>CostText</name>
  <message>
   <source>%1, %2 unpriced</source>
   <translation>%1, %2 ohne Preis</translation>
  </message>
  <message>
   <source>at least, %1</source>
   <translation>mindestens, %1</translation>
  </message>
  <message>
   <source>at risk</source>
   <translation>gefährdet</translation>
  </message>
  <message>
   <source>journeys at risk</source>
   <translation>Journeys gefährdet</translation>
  </message>
  <message>
   <source>journeys lost</source>
   <translation>Journeys verloren</translation>
  </message>
  <message>
   <source>lost so far</source>
   <translation>bisher verloren</translation>
  </message>
  <message>
   <source>no cost known</source>
   <translation>keine Kosten bekannt</translation>
  </message>
 </context>
 <context>
  <name>Explanation</name>
  <message>
   <source>%1 attempts: %2 good, %3 bad</source>
   <translation>%1 Versuche: %2 gut, %3 schlecht</translation>
  </message>
  <message>
   <source>%1 duplicate, %2 malformed and %3 too late events are not in it; %4 late ones are</source>
   <translation>%1 doppelte, %2 fehlerhafte und %3 zu späte Ereignisse fehlen darin; %4 verspätete zählen mit</translation>
  </message>
  <message>
   <source>%1 events</source>
   <translation>%1 Ereignisse</translation>
  </message>
  <message>
   <source>%1 events were lost on the way</source>
   <translation>%1 Ereignisse gingen unterwegs verloren</translation>
  </message>
  <message>
   <source>%1 events with an amount; exact, in minor units</source>
   <translation>%1 Ereignisse mit Betrag; exakt, in kleinster Einheit</translation>
  </message>
  <message>
   <source>%1 journeys that have had their time, of %2 that entered; %3 may still complete</source>
   <translation>%1 Journeys, die ihre Zeit hatten, von %2 begonnenen; %3 können noch ans Ziel kommen</translation>
  </message>
  <message>
   <source>%1 journeys, counted exactly</source>
   <translation>%1 Journeys, genau gezählt</translation>
  </message>
  <message>
   <source>%1 journeys, estimated: within 3.2 % in 95 cases of 100</source>
   <translation>%1 Journeys, geschätzt: in 95 von 100 Fällen auf 3.2 % genau</translation>
  </message>
  <message>
   <source>%1 measurements; every percentile is within 0.55 % of the exact one</source>
   <translation>%1 Messungen; jedes Perzentil liegt höchstens 0.55 % neben dem exakten</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>A category is what the event names as its reason, else its message with numbers, ids, addresses and paths masked. Counted are failing events; journeys are counted once each. The change is the rate of the last five minutes over that of the hour before; a triangle stands where that is more than chance.</source>
   <translation>Eine Kategorie ist, was das Ereignis als Grund nennt, sonst seine Meldung ohne Zahlen, Kennungen, Adressen und Pfade. Gezählt werden fehlgeschlagene Ereignisse; Journeys je einmal. Die Änderung ist die Rate der letzten fünf Minuten durch die der Stunde davor; ein Dreieck steht, wo das mehr als Zufall ist.</translation>
  </message>
  <message>
   <source>A journey is everything one customer does under one key until it rests for half an hour.</source>
   <translation>Eine Journey ist alles, was ein Kunde unter einem Schlüssel tut, bis eine halbe Stunde Ruhe ist.</translation>
  </message>
  <message>
   <source>All kept events of one customer, service by service. A hatched box is an answer that was expected and never came; the note says whether events were lost in that time.</source>
   <translation>Alle aufbewahrten Ereignisse eines Kunden, Dienst für Dienst. Ein schraffiertes Feld ist eine Antwort, die erwartet wurde und nie kam; der Hinweis sagt, ob in dieser Zeit Ereignisse verloren gingen.</translation>
  </message>
  <message>
   <source>Attributes that set the failing journeys apart from all that tried, and from the time before. The factor is the share among the failing over the share among all; at most one in twenty of those named is chance. Under 30 failures nothing is named. Unless a span was brushed it is of the time in which they stand out most.</source>
   <translation>Merkmale, die die scheiternden Journeys von allen Versuchen und von der Zeit davor abheben. Der Faktor ist der Anteil unter den Scheiternden durch den Anteil unter allen; höchstens eines von zwanzig genannten ist Zufall. Unter 30 Fehlern wird nichts genannt. Ohne markierte Spanne geht es um die Zeit, in der sie sich am meisten abheben.</translation>
  </message>
  <message>
   <source>Completeness</source>
   <translation>Vollständigkeit</translation>
  </message>
  <message>
   <source>Definition</source>
   <translation>Definition</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Maschine</translation>
  </message>
  <message>
   <source>Error categories</source>
   <translation>Fehlerkategorien</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Events kept whole, the newest first. Failing ones are kept longest; where some are gone it says how many of how many are left.</source>
   <translation>Ganz aufbewahrte Ereignisse, die neuesten zuerst. Fehlgeschlagene bleiben am längsten; wo welche fehlen, steht, wie viele von wie vielen noch da sind.</translation>
  </message>
  <message>
   <source>Every event that was published, and what became of it: published = shown + lost + malformed + duplicate + too late. Lost is known where a source numbers its events.</source>
   <translation>Jedes veröffentlichte Ereignis und was daraus wurde: veröffentlicht = gezeigt + verloren + fehlerhaft + doppelt + zu spät. Verlust ist bekannt, wo eine Quelle ihre Ereignisse nummeriert.</translation>
  </message>
  <message>
   <source>Facets of the matching events</source>
   <translation>Facetten der passenden Ereignisse</translation>
  </message>
  <message>
   <source>Funnel</source>
   <translation>Trichter</translation>
  </message>
  <message>
   <source>How it is worked out</source>
   <translation>So wird gerechnet</translation>
  </message>
  <message>
   <source>How often the events that match have each value of an attribute, as a share of those that have the attribute.</source>
   <translation>Wie oft die passenden Ereignisse jeden Wert eines Merkmals haben, als Anteil derer, die das Merkmal haben.</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Journey</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Nicht enthalten</translation>
  </message>
  <message>
   <source>One row for each publisher. Lost counts the numbers missing from its sequence; late is the share that came over 30 s after its time; skew is the median of arrival less event time.</source>
   <translation>Eine Zeile je Quelle. Verloren zählt die in ihrer Folge fehlenden Nummern; verspätet ist der Anteil, der über 30 s nach seiner Zeit kam; Versatz ist der Median von Ankunft minus Ereigniszeit.</translation>
  </message>
  <message>
   <source>Row k counts the journeys with a chain of at least k steps that entered in the window. Continued is the share of the row before; the time is the median from the step before.</source>
   <translation>Zeile k zählt die Journeys mit einer Kette von mindestens k Schritten, die im Fenster begann. Weiter ist der Anteil an der Zeile davor; die Zeit ist der Median ab dem Schritt davor.</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Stichprobe</translation>
  </message>
  <message>
   <source>Shown is the count of the window by its observed minutes.</source>
   <translation>Gezeigt ist die Anzahl im Fenster durch seine beobachteten Minuten.</translation>
  </message>
  <message>
   <source>Shown is the share that converted of the journeys that have had their time: those that entered longer ago than nine in ten conversions take. The interval is Wilson's, 95 %.</source>
   <translation>Gezeigt ist der Anteil der Journeys, die ans Ziel kamen, unter denen, die ihre Zeit hatten: länger her, als neun von zehn Konversionen brauchen. Das Intervall ist das von Wilson, 95 %.</translation>
  </message>
  <message>
   <source>Shown is the sum of the window by its observed minutes, in the currency with the most events. Currencies are never added.</source>
   <translation>Gezeigt ist die Summe im Fenster durch seine beobachteten Minuten, in der Währung mit den meisten Ereignissen. Währungen werden nie addiert.</translation>
  </message>
  <message>
   <source>Shown is the time that three in four stay under (p75), over the whole window; percentiles are never averaged.</source>
   <translation>Gezeigt ist die Zeit, unter der drei von vier bleiben (p75), über das ganze Fenster; Perzentile werden nie gemittelt.</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
  <message>
   <source>The interval is Wilson's, 95 %. Under 100 attempts the figure is grey.</source>
   <translation>Das Intervall ist das von Wilson, 95 %. Unter 100 Versuchen ist die Zahl grau.</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Was sich geändert hat</translation>
  </message>
  <message>
   <source>What this process costs: the share of one core that ingest is busy, frames found waiting at once, resident memory. Each point is the worst of its ten seconds.</source>
   <translation>Was dieser Prozess kostet: der Anteil eines Kerns, den die Annahme braucht, gleichzeitig wartende Frames, belegter Speicher. Jeder Punkt ist der schlechteste seiner zehn Sekunden.</translation>
  </message>
  <message>
   <source>Where every event went</source>
   <translation>Wo jedes Ereignis blieb</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>at least %1 events were lost on the way</source>
   <translation>mindestens %1 Ereignisse gingen unterwegs verloren</translation>
  </message>
  <message>
   <source>every event that reports a failure</source>
   <translation>jedes Ereignis, das einen Fehler meldet</translation>
  </message>
  <message>
   <source>incomplete: %1 ended without goodbye, %2× in the window, and was not heard for %3; what it sent last each time is unknown</source>
   <translation>unvollständig: %1 endete ohne Abschied, %2× im Fenster, und war %3 nicht zu hören; was sie jeweils zuletzt sendete, ist unbekannt</translation>
  </message>
  <message>
   <source>loss is unknown: not every source numbers its events</source>
   <translation>Verlust unbekannt: nicht jede Quelle nummeriert ihre Ereignisse</translation>
  </message>
  <message>
   <source>no number is missing; what %1 sent last, before it ended without goodbye, is unknown</source>
   <translation>keine Nummer fehlt; was %1 zuletzt sandte, ehe es ohne Abschied endete, ist unbekannt</translation>
  </message>
  <message>
   <source>no signal is configured for this place</source>
   <translation>für diesen Platz ist kein Signal konfiguriert</translation>
  </message>
  <message>
   <source>not to be trusted: %1 is silent, and this figure needs it</source>
   <translation>nicht verlässlich: %1 schweigt, und diese Zahl braucht es</translation>
  </message>
  <message>
   <source>nothing was lost on the way</source>
   <translation>unterwegs ging nichts verloren</translation>
  </message>
  <message>
   <source>the last %1 to %2</source>
   <translation>die letzten %1 bis %2</translation>
  </message>
  <message>
   <source>the last %1 to %2, of which %3 were observed</source>
   <translation>die letzten %1 bis %2, davon %3 beobachtet</translation>
  </message>
 </context>
 <context>
  <name>FailureStack</name>
  <message>
   <source>Other</source>
   <translation>Andere</translation>
  </message>
 </context>
 <context>
  <name>Honesty</name>
  <message>
   <source>%1 ago</source>
   <translation>vor %1</translation>
  </message>
  <message>
   <source>%1 broke off %2×: what it sent last is unknown</source>
   <translation>%1 brach %2× ab: was sie zuletzt sendete, ist unbekannt</translation>
  </message>
  <message>
   <source>%1 ended without goodbye: what it sent last is unknown</source>
   <translation>%1 endete ohne Abschied: was zuletzt kam, ist unbekannt</translation>
  </message>
  <message>
   <source>%1 events lost on the way</source>
   <translation>%1 Ereignisse unterwegs verloren</translation>
  </message>
  <message>
   <source>%1 of %2 up</source>
   <translation>%1 von %2 da</translation>
  </message>
  <message>
   <source>%1 p99 %2</source>
   <translation>%1 p99 %2</translation>
  </message>
  <message>
   <source>%1 silent for %2: hollow numbers need it</source>
   <translation>%1 schweigt seit %2: hohle Zahlen brauchen es</translation>
  </message>
  <message>
   <source>Clock skew</source>
   <translation>Uhrversatz</translation>
  </message>
  <message>
   <source>Data arriving</source>
   <translation>Daten treffen ein</translation>
  </message>
  <message>
   <source>Data complete</source>
   <translation>Daten vollständig</translation>
  </message>
  <message>
   <source>Data incomplete</source>
   <translation>Daten unvollständig</translation>
  </message>
  <message>
   <source>Data nearly complete</source>
   <translation>Daten fast vollständig</translation>
  </message>
  <message>
   <source>Data stale</source>
   <translation>Daten veraltet</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Lag</source>
   <translation>Verzug</translation>
  </message>
  <message>
   <source>Last event</source>
   <translation>Letztes Ereignis</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Malformed</source>
   <translation>Fehlerhaft</translation>
  </message>
  <message>
   <source>No data</source>
   <translation>Keine Daten</translation>
  </message>
  <message>
   <source>No publisher left</source>
   <translation>Keine Quelle mehr da</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
  <message>
   <source>at least %1</source>
   <translation>mindestens %1</translation>
  </message>
  <message>
   <source>every source said goodbye; the numbers stay as they ended</source>
   <translation>jede Quelle hat sich verabschiedet; die Zahlen bleiben, wie sie endeten</translation>
  </message>
  <message>
   <source>loss unknown: not every source numbers its events</source>
   <translation>Verlust unbekannt: nicht jede Quelle nummeriert ihre Ereignisse</translation>
  </message>
  <message>
   <source>none left</source>
   <translation>keine mehr</translation>
  </message>
  <message>
   <source>nothing for %1: do not act on these numbers</source>
   <translation>nichts seit %1: nicht nach diesen Zahlen handeln</translation>
  </message>
  <message>
   <source>nothing received since the start</source>
   <translation>seit dem Start nichts empfangen</translation>
  </message>
  <message>
   <source>one event lost on the way</source>
   <translation>ein Ereignis unterwegs verloren</translation>
  </message>
  <message>
   <source>tail unknown</source>
   <translation>Ende offen</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
 </context>
 <context>
  <name>IncidentCard</name>
  <message>
   <source>%1 failures in the last minute, of a kind not seen before.</source>
   <translation>%1 Fehler in der letzten Minute, von einer noch nie gesehenen Art.</translation>
  </message>
  <message>
   <source>%1 have had no time to yet.</source>
   <translation>%1 hatten noch keine Zeit dazu.</translation>
  </message>
  <message>
   <source>%1 of %2 attempts failed in the last minute; the limit is %3.</source>
   <translation>%1 von %2 Versuchen sind in der letzten Minute gescheitert; die Grenze ist %3.</translation>
  </message>
  <message>
   <source>Nothing is heard of it. Figures that need it are hollow.</source>
   <translation>Von ihr ist nichts zu hören. Zahlen, die sie brauchen, sind hohl.</translation>
  </message>
  <message>
   <source>Nothing is heard of them. Figures that need them are hollow.</source>
   <translation>Von ihnen ist nichts zu hören. Zahlen, die sie brauchen, sind hohl.</translation>
  </message>
  <message>
   <source>Of the journeys that met it %1 completed all the same, %2 did not.</source>
   <translation>Von den betroffenen Journeys wurden %1 dennoch abgeschlossen, %2 nicht.</translation>
  </message>
  <message>
   <source>completed all the same</source>
   <translation>dennoch abgeschlossen</translation>
  </message>
  <message>
   <source>completed so far</source>
   <translation>bisher abgeschlossen</translation>
  </message>
  <message>
   <source>journeys affected</source>
   <translation>betroffene Journeys</translation>
  </message>
 </context>
 <context>
  <name>IncidentMarks</name>
  <message>
   <source>%1 sources</source>
   <translation>%1 Quellen</translation>
  </message>
  <message>
   <source>open, %1</source>
   <translation>offen, %1</translation>
  </message>
 </context>
 <context>
  <name>LedgerFlow</name>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>Decoded</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Doppelt</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Malformed</source>
   <translation>Fehlerhaft</translation>
  </message>
  <message>
   <source>On time</source>
   <translation>Pünktlich</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Veröffentlicht</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Empfangen</translation>
  </message>
  <message>
   <source>Shown</source>
   <translation>Gezeigt</translation>
  </message>
  <message>
   <source>Too late</source>
   <translation>Zu spät</translation>
  </message>
  <message>
   <source>Unique</source>
   <translation>Einmalig</translation>
  </message>
  <message>
   <source>ZeroMQ, %1 endpoints</source>
   <translation>ZeroMQ, %1 Endpunkte</translation>
  </message>
  <message>
   <source>ZeroMQ, one endpoint</source>
   <translation>ZeroMQ, ein Endpunkt</translation>
  </message>
  <message>
   <source>at least %1</source>
   <translation>mindestens %1</translation>
  </message>
  <message>
   <source>at least: a source ended without goodbye</source>
   <translation>mindestens: eine Quelle endete ohne Abschied</translation>
  </message>
  <message>
   <source>at least: a source is silent</source>
   <translation>mindestens: eine Quelle ist still</translation>
  </message>
  <message>
   <source>at least: not every source numbers its events</source>
   <translation>mindestens: nicht jede Quelle nummeriert ihre Ereignisse</translation>
  </message>
  <message>
   <source>before, %1 to %2: %3 received, %4 lost</source>
   <translation>davor, %1 bis %2: %3 empfangen, %4 verloren</translation>
  </message>
  <message>
   <source>by %1 sources</source>
   <translation>von %1 Quellen</translation>
  </message>
  <message>
   <source>by one source</source>
   <translation>von einer Quelle</translation>
  </message>
  <message>
   <source>counted all the same</source>
   <translation>trotzdem gezählt</translation>
  </message>
  <message>
   <source>from sequence numbers</source>
   <translation>aus Folgenummern</translation>
  </message>
  <message>
   <source>in the totals, in no window</source>
   <translation>in den Summen, in keinem Fenster</translation>
  </message>
  <message>
   <source>lag p50 %1, p99 %2</source>
   <translation>Verzug p50 %1, p99 %2</translation>
  </message>
  <message>
   <source>on all pages</source>
   <translation>auf allen Seiten</translation>
  </message>
  <message>
   <source>remembered 10 min</source>
   <translation>10 min gemerkt</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>whole and readable</source>
   <translation>ganz und lesbar</translation>
  </message>
  <message>
   <source>within 30 s</source>
   <translation>binnen 30 s</translation>
  </message>
 </context>
 <context>
  <name>PanelTables</name>
  <message>
   <source>95 % high (%)</source>
   <translation>95 % oben (%)</translation>
  </message>
  <message>
   <source>95 % low (%)</source>
   <translation>95 % unten (%)</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>As shown</source>
   <translation>Wie gezeigt</translation>
  </message>
  <message>
   <source>Attempts</source>
   <translation>Versuche</translation>
  </message>
  <message>
   <source>Attempts before</source>
   <translation>Versuche davor</translation>
  </message>
  <message>
   <source>Attribute</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>Attributes</source>
   <translation>Merkmale</translation>
  </message>
  <message>
   <source>Before it</source>
   <translation>Davor</translation>
  </message>
  <message>
   <source>Dimension</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Maschine</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Ereignis</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Events there</source>
   <translation>Ereignisse dort</translation>
  </message>
  <message>
   <source>Explained (%)</source>
   <translation>Erklärt (%)</translation>
  </message>
  <message>
   <source>Facets of the matching events</source>
   <translation>Facetten der passenden Ereignisse</translation>
  </message>
  <message>
   <source>Factor</source>
   <translation>Faktor</translation>
  </message>
  <message>
   <source>Failing</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Failing before</source>
   <translation>Fehlgeschlagen davor</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Kennzahl</translation>
  </message>
  <message>
   <source>From (UTC)</source>
   <translation>Von (UTC)</translation>
  </message>
  <message>
   <source>Journey %1</source>
   <translation>Journey %1</translation>
  </message>
  <message>
   <source>Key figures, %1</source>
   <translation>Kennzahlen, %1</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Leaves the stream</source>
   <translation>Verlässt den Strom</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Dienst</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Time (UTC)</source>
   <translation>Zeit (UTC)</translation>
  </message>
  <message>
   <source>To (UTC)</source>
   <translation>Bis (UTC)</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Was sich geändert hat</translation>
  </message>
  <message>
   <source>Where every event went</source>
   <translation>Wo jedes Ereignis blieb</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>at least</source>
   <translation>mindestens</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>frames waiting at once</source>
   <translation>gleichzeitig wartende Frames</translation>
  </message>
  <message>
   <source>ingest busy (% of a core)</source>
   <translation>Annahme beschäftigt (% eines Kerns)</translation>
  </message>
  <message>
   <source>may still come</source>
   <translation>kann noch kommen</translation>
  </message>
  <message>
   <source>memory (bytes)</source>
   <translation>Speicher (Bytes)</translation>
  </message>
  <message>
   <source>never came</source>
   <translation>kam nie</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>until (UTC)</source>
   <translation>bis (UTC)</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
 </context>
 <context>
  <name>PipelineText</name>
  <message>
   <source>%1 events counted under (other)</source>
   <translation>%1 Ereignisse unter (other) gezählt</translation>
  </message>
  <message>
   <source>%1 journeys evicted</source>
   <translation>%1 Journeys verdrängt</translation>
  </message>
  <message>
   <source>%1 journeys longer than is kept</source>
   <translation>%1 Journeys länger als aufbewahrt</translation>
  </message>
  <message>
   <source>%1 malformed (%2), last: %3
</source>
   <translation>%1 fehlerhaft (%2), zuletzt: %3
</translation>
  </message>
  <message>
   <source>%1 of %2 sources shown, those heard last</source>
   <translation>%1 von %2 Quellen gezeigt, die zuletzt gehörten</translation>
  </message>
  <message>
   <source>Ingest busy %1, largest burst %2 of %3, memory %4
</source>
   <translation>Annahme beschäftigt %1, größter Schub %2 von %3, Speicher %4
</translation>
  </message>
  <message>
   <source>The counts add up.
</source>
   <translation>Die Zahlen gehen auf.
</translation>
  </message>
  <message>
   <source>The counts do NOT add up.
</source>
   <translation>Die Zahlen gehen NICHT auf.
</translation>
  </message>
  <message>
   <source>Where every event went, since the start
</source>
   <translation>Wo jedes Ereignis blieb, seit dem Start
</translation>
  </message>
 </context>
 <context>
  <name>Replay</name>
  <message>
   <source>%1 before the end</source>
   <translation>%1 vor dem Ende</translation>
  </message>
  <message>
   <source>%1 behind live</source>
   <translation>%1 hinter live</translation>
  </message>
  <message>
   <source>Live ingest</source>
   <translation>Live</translation>
  </message>
  <message>
   <source>Replaying a recording</source>
   <translation>Aufzeichnung wird abgespielt</translation>
  </message>
  <message>
   <source>at live</source>
   <translation>bei live</translation>
  </message>
  <message>
   <source>at the end</source>
   <translation>am Ende</translation>
  </message>
  <message>
   <source>catches up in %1</source>
   <translation>holt in %1 auf</translation>
  </message>
  <message>
   <source>everything is as it was known at %1</source>
   <translation>alles wie um %1 bekannt</translation>
  </message>
  <message>
   <source>goes on, %1/s</source>
   <translation>läuft weiter, %1/s</translation>
  </message>
 </context>
 <context>
  <name>SignalText</name>
  <message>
   <source>%1 of %2</source>
   <translation>%1 von %2</translation>
  </message>
  <message>
   <source>%1, as a share of these and %2</source>
   <translation>%1, als Anteil an diesen und %2</translation>
  </message>
  <message>
   <source>different journeys with %1</source>
   <translation>verschiedene Journeys mit %1</translation>
  </message>
  <message>
   <source>events of %1</source>
   <translation>Ereignisse von %1</translation>
  </message>
  <message>
   <source>every event</source>
   <translation>jedes Ereignis</translation>
  </message>
  <message>
   <source>journeys that go %1 within %2, with nothing in between</source>
   <translation>Journeys, die %1 binnen %2 gehen, ohne etwas dazwischen</translation>
  </message>
  <message>
   <source>journeys that go %1 within %2; other events may lie between</source>
   <translation>Journeys, die %1 binnen %2 gehen; anderes darf dazwischen liegen</translation>
  </message>
  <message>
   <source>journeys that have all of %1 within %2, in any order</source>
   <translation>Journeys, die alle von %1 binnen %2 haben, in beliebiger Reihenfolge</translation>
  </message>
  <message>
   <source>the sum of %1 of %2</source>
   <translation>die Summe von %1 aus %2</translation>
  </message>
  <message>
   <source>the sum of the amounts of %1</source>
   <translation>die Summe der Beträge von %1</translation>
  </message>
 </context>
 <context>
  <name>SourceRows</name>
  <message>
   <source>Dup.</source>
   <translation>Dopp.</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Events/s</source>
   <translation>Ereign./s</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Lücken</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Gut</translation>
  </message>
  <message>
   <source>Lag p99</source>
   <translation>Verz. p99</translation>
  </message>
  <message>
   <source>Lag p99 (ms)</source>
   <translation>Verzug p99 (ms)</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Last seen (UTC)</source>
   <translation>Zuletzt (UTC)</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Late (%)</source>
   <translation>Verspätet (%)</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Malf.</source>
   <translation>Fehl.</translation>
  </message>
  <message>
   <source>Malformed</source>
   <translation>Fehlerhaft</translation>
  </message>
  <message>
   <source>Restarts</source>
   <translation>Neustarts</translation>
  </message>
  <message>
   <source>Reused</source>
   <translation>Mehrfach</translation>
  </message>
  <message>
   <source>Sequence, 1 h</source>
   <translation>Folge, 1 h</translation>
  </message>
  <message>
   <source>Silent</source>
   <translation>Schweigt</translation>
  </message>
  <message>
   <source>Skew</source>
   <translation>Versatz</translation>
  </message>
  <message>
   <source>Skew (ms)</source>
   <translation>Versatz (ms)</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Tail unknown</source>
   <translation>Ende offen</translation>
  </message>
  <message>
   <source>Unnumbered</source>
   <translation>Ohne Nr.</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbek.</translation>
  </message>
 </context>
 <context>
  <name>TileDeltas</name>
  <message>
   <source>%1 above %2, which was %3</source>
   <translation>%1 über %2, das %3 war</translation>
  </message>
  <message>
   <source>%1 below %2, which was %3</source>
   <translation>%1 unter %2, das %3 war</translation>
  </message>
  <message>
   <source>Better</source>
   <translation>Besser</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Slow</source>
   <translation>Langsam</translation>
  </message>
  <message>
   <source>no history</source>
   <translation>keine Historie</translation>
  </message>
  <message>
   <source>no history of %1 yet</source>
   <translation>noch keine Historie von %1</translation>
  </message>
  <message>
   <source>no history yet</source>
   <translation>noch keine Historie</translation>
  </message>
  <message>
   <source>there is no history to compare with</source>
   <translation>es gibt keine Historie zum Vergleichen</translation>
  </message>
 </context>
 <context>
  <name>Tiles</name>
  <message>
   <source>%1 %2, %3, %4, window %5</source>
   <translation>%1 %2, %3, %4, Fenster %5</translation>
  </message>
  <message>
   <source>%1 %2, %3, window %4</source>
   <translation>%1 %2, %3, Fenster %4</translation>
  </message>
  <message>
   <source>%1 in the window</source>
   <translation>%1 im Fenster</translation>
  </message>
  <message>
   <source>%1 orders</source>
   <translation>%1 Bestellungen</translation>
  </message>
  <message>
   <source>%1, %2</source>
   <translation>%1, %2</translation>
  </message>
  <message>
   <source>%1, only %2 %3</source>
   <translation>%1, nur %2 %3</translation>
  </message>
  <message>
   <source>%1/min</source>
   <translation>%1/min</translation>
  </message>
  <message>
   <source>/min</source>
   <translation>/min</translation>
  </message>
  <message>
   <source>95 % CI %1</source>
   <translation>95 % KI %1</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Active journeys</source>
   <translation>Aktive Journeys</translation>
  </message>
  <message>
   <source>Bad</source>
   <translation>Schlecht</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Konversion</translation>
  </message>
  <message>
   <source>Failed attempts per minute</source>
   <translation>Fehlversuche pro Minute</translation>
  </message>
  <message>
   <source>Failed/min</source>
   <translation>Fehler/min</translation>
  </message>
  <message>
   <source>Few data</source>
   <translation>Wenig Daten</translation>
  </message>
  <message>
   <source>Gaps</source>
   <translation>Lücken</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Gut</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Load p75</source>
   <translation>Laden p75</translation>
  </message>
  <message>
   <source>Load time p75</source>
   <translation>Ladezeit p75</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Payment success</source>
   <translation>Zahlungserfolg</translation>
  </message>
  <message>
   <source>Revenue per minute</source>
   <translation>Umsatz pro Minute</translation>
  </message>
  <message>
   <source>Revenue/min</source>
   <translation>Umsatz/min</translation>
  </message>
  <message>
   <source>Slow</source>
   <translation>Langsam</translation>
  </message>
  <message>
   <source>Stale %1</source>
   <translation>Veraltet %1</translation>
  </message>
  <message>
   <source>Success</source>
   <translation>Erfolg</translation>
  </message>
  <message>
   <source>Too early</source>
   <translation>Zu früh</translation>
  </message>
  <message>
   <source>and %1 other currencies</source>
   <translation>und %1 andere Währungen</translation>
  </message>
  <message>
   <source>as of %1, do not act on it</source>
   <translation>Stand %1, nicht handeln</translation>
  </message>
  <message>
   <source>attempts</source>
   <translation>Versuche</translation>
  </message>
  <message>
   <source>estimated, ±3.2 %</source>
   <translation>geschätzt, ±3.2 %</translation>
  </message>
  <message>
   <source>exact</source>
   <translation>exakt</translation>
  </message>
  <message>
   <source>expected of %1 journeys</source>
   <translation>erwartet von %1 Journeys</translation>
  </message>
  <message>
   <source>good ≤ %1</source>
   <translation>gut ≤ %1</translation>
  </message>
  <message>
   <source>incomplete</source>
   <translation>unvollständig</translation>
  </message>
  <message>
   <source>journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>none in this window</source>
   <translation>keine im Fenster</translation>
  </message>
  <message>
   <source>none of %1 journeys yet</source>
   <translation>noch keine von %1 Journeys</translation>
  </message>
  <message>
   <source>nothing since %1</source>
   <translation>nichts seit %1</translation>
  </message>
  <message>
   <source>of %1</source>
   <translation>von %1</translation>
  </message>
  <message>
   <source>only %1</source>
   <translation>nur %1</translation>
  </message>
  <message>
   <source>so far, of %1 journeys</source>
   <translation>bisher, von %1 Journeys</translation>
  </message>
  <message>
   <source>waiting for the first event</source>
   <translation>wartet auf das erste Ereignis</translation>
  </message>
 </context>
 <context>
  <name>TimeAxis</name>
  <message>
   <source>%1 of %2 h still to come</source>
   <translation>%1 von %2 h stehen noch aus</translation>
  </message>
  <message>
   <source>%1 of %2 min still to come</source>
   <translation>%1 von %2 min stehen noch aus</translation>
  </message>
  <message>
   <source>%1 of %2 s still to come</source>
   <translation>%1 von %2 s stehen noch aus</translation>
  </message>
  <message>
   <source>history begins %1</source>
   <translation>Historie ab %1</translation>
  </message>
 </context>
 <context>
  <name>ViewingDistance</name>
  <message>
   <source>The screen does not tell its size: nobody knows whether %1 is too far.</source>
   <translation>Der Bildschirm nennt seine Größe nicht: ob %1 zu weit ist, weiß niemand.</translation>
  </message>
  <message>
   <source>Too small for %1: %2′ of the 20′ needed. Stand within %3 or take a screen %4× as large.</source>
   <translation>Zu klein für %1: %2′ der nötigen 20′. Auf %3 herantreten oder einen %4× so großen Schirm nehmen.</translation>
  </message>
 </context>
 <context>
  <name>Wall</name>
  <message>
   <source>%1 of %2 sources</source>
   <translation>%1 von %2 Quellen</translation>
  </message>
  <message>
   <source>%1 up</source>
   <translation>%1 da</translation>
  </message>
  <message>
   <source>Data incomplete, %1 old</source>
   <translation>Daten unvollständig, %1 alt</translation>
  </message>
  <message>
   <source>Data live, %1 old</source>
   <translation>Daten live, %1 alt</translation>
  </message>
  <message>
   <source>Last minute. </source>
   <translation>Letzte Minute. </translation>
  </message>
  <message>
   <source>No data</source>
   <translation>Keine Daten</translation>
  </message>
  <message>
   <source>Starting</source>
   <translation>Startet</translation>
  </message>
  <message>
   <source>connecting to %1</source>
   <translation>verbindet mit %1</translation>
  </message>
  <message>
   <source>held by hand</source>
   <translation>von Hand gehalten</translation>
  </message>
  <message>
   <source>held by trouble</source>
   <translation>von Störung gehalten</translation>
  </message>
  <message>
   <source>last event %1</source>
   <translation>letztes Ereignis %1</translation>
  </message>
  <message>
   <source>listening on %1</source>
   <translation>lauscht auf %1</translation>
  </message>
  <message>
   <source>loss unknown</source>
   <translation>Verlust unbekannt</translation>
  </message>
  <message>
   <source>lost %1 in %2</source>
   <translation>verloren %1 (%2)</translation>
  </message>
  <message>
   <source>next %1, %2</source>
   <translation>nächste %1, %2</translation>
  </message>
  <message>
   <source>no endpoint is configured</source>
   <translation>kein Endpunkt konfiguriert</translation>
  </message>
  <message>
   <source>no source left</source>
   <translation>keine Quelle mehr</translation>
  </message>
  <message>
   <source>nothing lost</source>
   <translation>nichts verloren</translation>
  </message>
  <message>
   <source>rotation stopped</source>
   <translation>Wechsel angehalten</translation>
  </message>
  <message>
   <source>since the last event</source>
   <translation>seit dem letzten Ereignis</translation>
  </message>
 </context>
 <context>
  <name>WallBand</name>
  <message>
   <source>%1 fails</source>
   <translation>%1 schlägt fehl</translation>
  </message>
  <message>
   <source>%1 has gone</source>
   <translation>%1 ist weg</translation>
  </message>
  <message>
   <source>%1 has it.</source>
   <translation>%1 hat es.</translation>
  </message>
  <message>
   <source>%1 incidents are open.</source>
   <translation>%1 Störungen sind offen.</translation>
  </message>
  <message>
   <source>%1 not heard since %2</source>
   <translation>%1 nicht gehört seit %2</translation>
  </message>
  <message>
   <source>%1 of %2 sources are heard, but publish nothing.</source>
   <translation>%1 von %2 Quellen sind da, senden aber nichts.</translation>
  </message>
  <message>
   <source>%1 sources</source>
   <translation>%1 Quellen</translation>
  </message>
  <message>
   <source>%1 sources have gone</source>
   <translation>%1 Quellen sind weg</translation>
  </message>
  <message>
   <source>%1: %2 fail</source>
   <translation>%1: %2 schlagen fehl</translation>
  </message>
  <message>
   <source>All %1 sources have gone</source>
   <translation>Alle %1 Quellen sind weg</translation>
  </message>
  <message>
   <source>All %1 sources silent. Waiting for them to return.</source>
   <translation>Alle %1 Quellen schweigen. Wartet auf ihre Rückkehr.</translation>
  </message>
  <message>
   <source>All said goodbye. Nothing is published any more.</source>
   <translation>Alle haben sich verabschiedet. Nichts wird mehr gesendet.</translation>
  </message>
  <message>
   <source>Bellwether itself stands still</source>
   <translation>Bellwether selbst steht still</translation>
  </message>
  <message>
   <source>Data incomplete: %1 broke off</source>
   <translation>Daten unvollständig: %1 brach ab</translation>
  </message>
  <message>
   <source>Data incomplete: %1 broke off %2×</source>
   <translation>Daten unvollständig: %1 brach %2× ab</translation>
  </message>
  <message>
   <source>Data incomplete: %1 of %2 lost</source>
   <translation>Daten unvollständig: %1 von %2 verloren</translation>
  </message>
  <message>
   <source>Data incomplete: %1 of the events lost</source>
   <translation>Daten unvollständig: %1 der Ereignisse verloren</translation>
  </message>
  <message>
   <source>Events arrive again</source>
   <translation>Ereignisse treffen wieder ein</translation>
  </message>
  <message>
   <source>Every publisher has ended, the last at %1</source>
   <translation>Jede Quelle ist beendet, die letzte um %1</translation>
  </message>
  <message>
   <source>Hollow numbers need it. The solid ones hold.</source>
   <translation>Hohle Zahlen brauchen es. Die vollen gelten.</translation>
  </message>
  <message>
   <source>Its ingest thread does not answer. Start it anew.</source>
   <translation>Seine Annahme antwortet nicht. Bitte neu starten.</translation>
  </message>
  <message>
   <source>Last %1, at least: a source ended without goodbye.</source>
   <translation>Letzte %1, mindestens: eine Quelle endete ohne Abschied.</translation>
  </message>
  <message>
   <source>Last %1. Rates show what they would be either way.</source>
   <translation>Letzte %1. Raten zeigen, was so oder so wäre.</translation>
  </message>
  <message>
   <source>Last %1. What it sent last each time is unknown.</source>
   <translation>Letzte %1. Was sie jeweils zuletzt sendete, ist unbekannt.</translation>
  </message>
  <message>
   <source>New failure: %1</source>
   <translation>Neuer Fehler: %1</translation>
  </message>
  <message>
   <source>No event since %1</source>
   <translation>Kein Ereignis seit %1</translation>
  </message>
  <message>
   <source>No owner is named.</source>
   <translation>Kein Zuständiger genannt.</translation>
  </message>
  <message>
   <source>No publisher heard since %1</source>
   <translation>Keine Quelle gehört seit %1</translation>
  </message>
  <message>
   <source>One source</source>
   <translation>Eine Quelle</translation>
  </message>
  <message>
   <source>Owner: %1, %2.</source>
   <translation>Zuständig: %1, %2.</translation>
  </message>
  <message>
   <source>Owner: %1.</source>
   <translation>Zuständig: %1.</translation>
  </message>
  <message>
   <source>The one source is silent. Waiting for it to return.</source>
   <translation>Die eine Quelle schweigt. Wartet auf ihre Rückkehr.</translation>
  </message>
  <message>
   <source>Trusted after ten seconds without a break.</source>
   <translation>Verlässlich nach zehn Sekunden ohne Pause.</translation>
  </message>
  <message>
   <source>clock</source>
   <translation>Uhr</translation>
  </message>
  <message>
   <source>events lost</source>
   <translation>Ereignisse verloren</translation>
  </message>
  <message>
   <source>silent</source>
   <translation>schweigt</translation>
  </message>
  <message>
   <source>since %1</source>
   <translation>seit %1</translation>
  </message>
 </context>
 <context>
  <name>WallChart</name>
  <message>
   <source>data end %1</source>
   <translation>Daten enden %1</translation>
  </message>
  <message>
   <source>no data</source>
   <translation>keine Daten</translation>
  </message>
  <message>
   <source>over %1</source>
   <translation>über %1</translation>
  </message>
 </context>
 <context>
  <name>WallFigures</name>
  <message>
   <source>%1 with loss</source>
   <translation>%1 mit Verlust</translation>
  </message>
  <message>
   <source>Stale</source>
   <translation>Veraltet</translation>
  </message>
  <message>
   <source>as of %1</source>
   <translation>Stand %1</translation>
  </message>
  <message>
   <source>none since %1</source>
   <translation>nichts seit %1</translation>
  </message>
 </context>
 <context>
  <name>WallLine</name>
  <message>
   <source>%1 p75</source>
   <translation>%1 p75</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Konversion</translation>
  </message>
  <message>
   <source>Load time p75</source>
   <translation>Ladezeit p75</translation>
  </message>
  <message>
   <source>Revenue per minute</source>
   <translation>Umsatz pro Minute</translation>
  </message>
  <message>
   <source>Success</source>
   <translation>Erfolg</translation>
  </message>
  <message>
   <source>good ≤ %1</source>
   <translation>gut ≤ %1</translation>
  </message>
  <message>
   <source>limit %1</source>
   <translation>Grenze %1</translation>
  </message>
  <message>
   <source>poor &gt; %1</source>
   <translation>schlecht &gt; %1</translation>
  </message>
 </context>
 <context>
  <name>WallSentence</name>
  <message>
   <source>%1 cannot be judged: part of the data never came.</source>
   <translation>%1 ist nicht zu beurteilen: Ein Teil der Daten kam nie an.</translation>
  </message>
  <message>
   <source>%1 fails.</source>
   <translation>%1 schlägt fehl.</translation>
  </message>
  <message>
   <source>%1 has gone.</source>
   <translation>%1 ist fort.</translation>
  </message>
  <message>
   <source>%1 is new and frequent.</source>
   <translation>%1 ist neu und häufig.</translation>
  </message>
  <message>
   <source>Customers get through.</source>
   <translation>Kunden kommen durch.</translation>
  </message>
  <message>
   <source>Customers get through. %1: too early to tell.</source>
   <translation>Kunden kommen durch. %1: zu früh, um es zu sagen.</translation>
  </message>
  <message>
   <source>Customers get through. %1: too few events.</source>
   <translation>Kunden kommen durch. %1: zu wenige Ereignisse.</translation>
  </message>
  <message>
   <source>Customers get through. No limit crossed for %1.</source>
   <translation>Kunden kommen durch. Seit %1 keine Grenze überschritten.</translation>
  </message>
  <message>
   <source>Do not act on the hollow numbers.</source>
   <translation>Nicht nach den hohlen Zahlen handeln.</translation>
  </message>
  <message>
   <source>Do not act on the numbers below.</source>
   <translation>Nicht nach den Zahlen unten handeln.</translation>
  </message>
  <message>
   <source>Last %1: %2 %3, %4.</source>
   <translation>Letzte %1: %2 %3, %4.</translation>
  </message>
  <message>
   <source>Last %1: %2 %3.</source>
   <translation>Letzte %1: %2 %3.</translation>
  </message>
  <message>
   <source>Last minute: %1 %2 fail, limit %3.</source>
   <translation>Letzte Minute: %1 %2 Fehler, Grenze %3.</translation>
  </message>
  <message>
   <source>Not yet for 2 min. %1</source>
   <translation>Noch keine 2 min. %1</translation>
  </message>
  <message>
   <source>The figures are back, not yet for 2 min.</source>
   <translation>Die Zahlen sind zurück, noch keine 2 min.</translation>
  </message>
  <message>
   <source>Too few events to judge, last %1.</source>
   <translation>Zu wenige Ereignisse für ein Urteil, letzte %1.</translation>
  </message>
  <message>
   <source>Waiting for the first event.</source>
   <translation>Wartet auf das erste Ereignis.</translation>
  </message>
  <message>
   <source>limit %1</source>
   <translation>Grenze %1</translation>
  </message>
 </context>
 <context>
  <name>WallStatus</name>
  <message>
   <source>CRITICAL</source>
   <translation>KRITISCH</translation>
  </message>
  <message>
   <source>DATA STALE</source>
   <translation>VERALTET</translation>
  </message>
  <message>
   <source>DEGRADED</source>
   <translation>GESTÖRT</translation>
  </message>
  <message>
   <source>HEALTHY</source>
   <translation>GESUND</translation>
  </message>
  <message>
   <source>NO DATA</source>
   <translation>KEINE DATEN</translation>
  </message>
 </context>
 <context>
  <name>WindowState</name>
  <message>
   <source>Bellwether, recording to %1</source>
   <translation>Bellwether, zeichnet auf nach %1</translation>
  </message>
  <message>
   <source>Bellwether, replaying %1</source>
   <translation>Bellwether, spielt %1 ab</translation>
  </message>
  <message>
   <source>LIVE</source>
   <translation>LIVE</translation>
  </message>
  <message>
   <source>PAUSED %1</source>
   <translation>ANGEHALTEN %1</translation>
  </message>
  <message>
   <source>REPLAY %1</source>
   <translation>REPLAY %1</translation>
  </message>
  <message>
   <source>STALE</source>
   <translation>VERALTET</translation>
  </message>
  <message>
   <source>STALLED</source>
   <translation>STEHT</translation>
  </message>
  <message>
   <source>WAITING</source>
   <translation>WARTET</translation>
  </message>
 </context>
 <context>
  <name>WindowText</name>
  <message>
   <source>since the start</source>
   <translation>seit dem Start</translation>
  </message>
 </context>
 <context>
  <name>app::CapsuleSaving</name>
  <message>
   <source>Another capsule is still being saved: try again in a moment</source>
   <translation>Eine andere Kapsel wird noch gespeichert: gleich noch einmal versuchen</translation>
  </message>
  <message>
   <source>No capsule was saved: %1</source>
   <translation>Keine Kapsel gespeichert: %1</translation>
  </message>
  <message>
   <source>Saved %1: %2 messages, %3</source>
   <translation>%1 gespeichert: %2 Nachrichten, %3</translation>
  </message>
 </context>
 <context>
  <name>app::LiveConfiguration</name>
  <message>
   <source>%1 could not be written: %2</source>
   <translation>%1 konnte nicht geschrieben werden: %2</translation>
  </message>
  <message>
   <source>%1. The configuration before it stays in use.</source>
   <translation>%1. Die Konfiguration davor gilt weiter.</translation>
  </message>
 </context>
 <context>
  <name>app::MainWindow</name>
  <message>
   <source>%1 page</source>
   <translation>Seite %1</translation>
  </message>
  <message>
   <source>10 s back</source>
   <translation>10 s zurück</translation>
  </message>
  <message>
   <source>10 s forward</source>
   <translation>10 s vor</translation>
  </message>
  <message>
   <source>60 s back</source>
   <translation>60 s zurück</translation>
  </message>
  <message>
   <source>60 s forward</source>
   <translation>60 s vor</translation>
  </message>
  <message>
   <source>A recording is open: there is nothing to connect to.</source>
   <translation>Eine Aufzeichnung ist geöffnet: Es gibt nichts, womit zu verbinden wäre.</translation>
  </message>
  <message>
   <source>Alt+1 … Alt+7</source>
   <translation>Alt+1 … Alt+7</translation>
  </message>
  <message>
   <source>Configurations (*.toml)</source>
   <translation>Konfigurationen (*.toml)</translation>
  </message>
  <message>
   <source>Incident: %1, since %2</source>
   <translation>Störung: %1, seit %2</translation>
  </message>
  <message>
   <source>Menu, Shift+F10</source>
   <translation>Menü, Umschalt+F10</translation>
  </message>
  <message>
   <source>No earlier incident.</source>
   <translation>Keine frühere Störung.</translation>
  </message>
  <message>
   <source>No later incident.</source>
   <translation>Keine spätere Störung.</translation>
  </message>
  <message>
   <source>Only what is live can be acknowledged.</source>
   <translation>Nur was live ist, kann quittiert werden.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Sichern</translation>
  </message>
  <message>
   <source>Save the suggested configuration</source>
   <translation>Vorgeschlagene Konfiguration sichern</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>close what is open, else go live</source>
   <translation>Offenes schließen, sonst live</translation>
  </message>
  <message>
   <source>copy the focused values</source>
   <translation>Werte im Fokus kopieren</translation>
  </message>
  <message>
   <source>dark or light</source>
   <translation>dunkel oder hell</translation>
  </message>
  <message>
   <source>faster</source>
   <translation>schneller</translation>
  </message>
  <message>
   <source>go live; to the end of an opened recording</source>
   <translation>live gehen; ans Ende einer geöffneten Aufzeichnung</translation>
  </message>
  <message>
   <source>larger texts</source>
   <translation>größere Schrift</translation>
  </message>
  <message>
   <source>next panel; arrows move inside it</source>
   <translation>nächstes Feld; Pfeile darin</translation>
  </message>
  <message>
   <source>next part of the window</source>
   <translation>nächster Teil des Fensters</translation>
  </message>
  <message>
   <source>part of the window before</source>
   <translation>voriger Teil des Fensters</translation>
  </message>
  <message>
   <source>pause or go live; in a replay play or pause</source>
   <translation>anhalten oder live gehen; beim Abspielen abspielen oder anhalten</translation>
  </message>
  <message>
   <source>save the focused chart or table</source>
   <translation>Diagramm oder Tabelle sichern</translation>
  </message>
  <message>
   <source>settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>slower</source>
   <translation>langsamer</translation>
  </message>
  <message>
   <source>smaller texts</source>
   <translation>kleinere Schrift</translation>
  </message>
  <message>
   <source>somebody</source>
   <translation>jemandem</translation>
  </message>
  <message>
   <source>texts as they were</source>
   <translation>Schrift wie zuvor</translation>
  </message>
  <message>
   <source>the incident before</source>
   <translation>vorige Störung</translation>
  </message>
  <message>
   <source>the next incident</source>
   <translation>nächste Störung</translation>
  </message>
  <message>
   <source>these keys</source>
   <translation>diese Tasten</translation>
  </message>
  <message>
   <source>wall</source>
   <translation>Wand</translation>
  </message>
  <message>
   <source>what can be done with it</source>
   <translation>was damit möglich ist</translation>
  </message>
  <message>
   <source>what is this, and how it is worked out</source>
   <translation>was ist das, wie wird gerechnet</translation>
  </message>
  <message>
   <source>window</source>
   <translation>Fenster</translation>
  </message>
 </context>
 <context>
  <name>app::NoticeBanner</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Notice</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Save suggested configuration…</source>
   <translation>Vorschlag sichern…</translation>
  </message>
  <message>
   <source>These signals are suggested from the traffic. Save them as a file to make them yours.</source>
   <translation>Diese Signale sind aus dem Verkehr vorgeschlagen. Als Datei gesichert, werden sie deine.</translation>
  </message>
 </context>
 <context>
  <name>app::ScreenSaverInhibition</name>
  <message>
   <source>The wall is on</source>
   <translation>Die Wand läuft</translation>
  </message>
  <message>
   <source>there is no session bus</source>
   <translation>es gibt keinen Sitzungsbus</translation>
  </message>
 </context>
 <context>
  <name>app::SettingsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close the settings</source>
   <translation>Einstellungen schließen</translation>
  </message>
  <message>
   <source>Dark colours</source>
   <translation>Dunkle Farben</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Single letters and digits are keys</source>
   <translation>Einzelne Buchstaben und Ziffern sind Tasten</translation>
  </message>
  <message>
   <source>Size of texts</source>
   <translation>Schriftgröße</translation>
  </message>
 </context>
 <context>
  <name>app::TimeTravel</name>
  <message>
   <source>Events are not kept, so there is nothing to go back to. Start with --record FOLDER, or press the red button below: from then on it is.</source>
   <translation>Ereignisse werden nicht aufbewahrt, darum gibt es nichts, wohin man zurück könnte. Mit --record ORDNER starten oder unten den roten Knopf drücken: von da an schon.</translation>
  </message>
  <message>
   <source>Incident capsules (*.bwcap)</source>
   <translation>Vorfallkapseln (*.bwcap)</translation>
  </message>
  <message>
   <source>Save an incident capsule</source>
   <translation>Vorfallkapsel speichern</translation>
  </message>
  <message>
   <source>The recording goes from %1 to %2: %3 is not in it</source>
   <translation>Die Aufzeichnung reicht von %1 bis %2: %3 liegt nicht darin</translation>
  </message>
  <message>
   <source>“%1” is no time: expected one such as 14:09, 14:09:40 or 2025-11-20 14:09</source>
   <translation>„%1“ ist keine Zeit: erwartet wird eine wie 14:09, 14:09:40 oder 2025-11-20 14:09</translation>
  </message>
 </context>
 <context>
  <name>app::WallWindow</name>
  <message>
   <source>Bellwether wall</source>
   <translation>Bellwether-Wand</translation>
  </message>
 </context>
 <context>
  <name>app::Walls</name>
  <message>
   <source>the screen saver could not be held off (%1); switch it off where the wall runs</source>
   <translation>der Bildschirmschoner ließ sich nicht aufhalten (%1); bitte dort abschalten, wo die Wand läuft</translation>
  </message>
  <message>
   <source>there is no screen %1: %2 are there</source>
   <translation>Bildschirm %1 gibt es nicht: %2 sind da</translation>
  </message>
 </context>
 <context>
  <name>models::AskedFigure</name>
  <message>
   <source>%1: failed</source>
   <translation>%1: fehlgeschlagen</translation>
  </message>
 </context>
 <context>
  <name>models::AskedPoint</name>
  <message>
   <source>%1 failing events</source>
   <translation>%1 fehlgeschlagene Ereignisse</translation>
  </message>
  <message>
   <source>%1 journeys completed</source>
   <translation>%1 Journeys abgeschlossen</translation>
  </message>
  <message>
   <source>%1 measurements</source>
   <translation>%1 Messungen</translation>
  </message>
  <message>
   <source>%1, %2–%3</source>
   <translation>%1, %2–%3</translation>
  </message>
  <message>
   <source>How conversion is worked out</source>
   <translation>So ergibt sich die Konversion</translation>
  </message>
  <message>
   <source>How failed attempts are worked out</source>
   <translation>So ergeben sich die Fehlversuche</translation>
  </message>
  <message>
   <source>How load times are worked out</source>
   <translation>So ergeben sich die Ladezeiten</translation>
  </message>
  <message>
   <source>How revenue is worked out</source>
   <translation>So ergibt sich der Umsatz</translation>
  </message>
  <message>
   <source>after %1, until %2</source>
   <translation>nach %1, bis %2</translation>
  </message>
  <message>
   <source>p75: three in four were no longer</source>
   <translation>p75: drei von vier dauerten nicht länger</translation>
  </message>
  <message>
   <source>still maturing: more may complete</source>
   <translation>reift noch: weitere können abschließen</translation>
  </message>
  <message>
   <source>÷ %1</source>
   <translation>÷ %1</translation>
  </message>
  <message>
   <source>÷ %1 that began</source>
   <translation>÷ %1, die begannen</translation>
  </message>
 </context>
 <context>
  <name>models::AskedSpan</name>
  <message>
   <source>%1, %2–%3</source>
   <translation>%1, %2–%3</translation>
  </message>
  <message>
   <source>%1: failed</source>
   <translation>%1: fehlgeschlagen</translation>
  </message>
  <message>
   <source>Failures</source>
   <translation>Fehler</translation>
  </message>
 </context>
 <context>
  <name>models::CategoryModel</name>
  <message>
   <source>/min</source>
   <translation>/min</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
 </context>
 <context>
  <name>models::CategoryTable</name>
  <message>
   <source>%1 ago</source>
   <translation>vor %1</translation>
  </message>
  <message>
   <source>%1 journeys name no price and are not in it</source>
   <translation>%1 Journeys nennen keinen Preis und sind nicht enthalten</translation>
  </message>
  <message>
   <source>%1: %2</source>
   <translation>%1: %2</translation>
  </message>
  <message>
   <source>At risk</source>
   <translation>Gefährdet</translation>
  </message>
  <message>
   <source>Bad</source>
   <translation>Schlecht</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>First seen</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>First seen (UTC)</source>
   <translation>Zuerst (UTC)</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Last seen (UTC)</source>
   <translation>Zuletzt (UTC)</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Per min</source>
   <translation>Pro min</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Trend</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>seen by %1</source>
   <translation>gesehen von %1</translation>
  </message>
  <message>
   <source>unpriced</source>
   <translation>ohne Preis</translation>
  </message>
 </context>
 <context>
  <name>models::EventQuery</name>
  <message>
   <source>A field is missing, such as country:DE</source>
   <translation>Es fehlt ein Feld, etwa country:DE</translation>
  </message>
  <message>
   <source>A value is missing, such as country:DE</source>
   <translation>Es fehlt ein Wert, etwa country:DE</translation>
  </message>
  <message>
   <source>Here belongs a number, such as amount&gt;100</source>
   <translation>Hier gehört eine Zahl hin, etwa amount&gt;100</translation>
  </message>
  <message>
   <source>The quote does not end</source>
   <translation>Das Zitat endet nicht</translation>
  </message>
 </context>
 <context>
  <name>models::EventTable</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Attributes</source>
   <translation>Merkmale</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Journey</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time (UTC)</source>
   <translation>Zeit (UTC)</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Typ</translation>
  </message>
 </context>
 <context>
  <name>models::FunnelModel</name>
  <message>
   <source>Continued</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Continued (%)</source>
   <translation>Weiter (%)</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>Ausstieg</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>Median time</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>Median time (s)</source>
   <translation>Median (s)</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Δ pp</source>
   <translation>Δ pp</translation>
  </message>
 </context>
 <context>
  <name>models::JourneyLine</name>
  <message>
   <source>%1 has ended without goodbye: a gap may be lost data.</source>
   <translation>%1 endete ohne Abschied: eine Lücke kann Verlust sein.</translation>
  </message>
  <message>
   <source>%1 is silent, and what it sent last is not known: a gap may be lost data.</source>
   <translation>%1 schweigt, und was es zuletzt sandte, ist unbekannt: eine Lücke kann Verlust sein.</translation>
  </message>
  <message>
   <source>%1 never came</source>
   <translation>%1 kam nie</translation>
  </message>
  <message>
   <source>%1 not heard of</source>
   <translation>%1 nicht gehört</translation>
  </message>
  <message>
   <source>%1 not yet</source>
   <translation>%1 noch nicht</translation>
  </message>
  <message numerus="yes">
   <source>%n events</source>
   <translation>
    <numerusform>%n Ereignis</numerusform>
    <numerusform>%n Ereignisse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n failures</source>
   <translation>
    <numerusform>%n Fehler</numerusform>
    <numerusform>%n Fehler</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n services</source>
   <translation>
    <numerusform>%n Dienst</numerusform>
    <numerusform>%n Dienste</numerusform>
   </translation>
  </message>
  <message>
   <source>No event was lost in this time: a gap is real, not lost data.</source>
   <translation>In dieser Zeit ging kein Ereignis verloren: eine Lücke ist echt.</translation>
  </message>
  <message>
   <source>Not every source here numbers its events: a gap may be real or lost data.</source>
   <translation>Nicht jede Quelle nummeriert ihre Ereignisse: eine Lücke kann echt oder Verlust sein.</translation>
  </message>
  <message>
   <source>Sequence numbers are complete for these sources, so a gap is real, not lost data.</source>
   <translation>Die Folgen dieser Quellen sind vollständig: eine Lücke ist echt, kein Verlust.</translation>
  </message>
  <message numerus="yes">
   <source>These sources have lost %n events: a gap may be lost data.</source>
   <translation>
    <numerusform>Diese Quellen verloren %n Ereignis: eine Lücke kann Verlust sein.</numerusform>
    <numerusform>Diese Quellen verloren %n Ereignisse: eine Lücke kann Verlust sein.</numerusform>
   </translation>
  </message>
  <message>
   <source>expected</source>
   <translation>erwartet</translation>
  </message>
 </context>
 <context>
  <name>models::SourceTable</name>
  <message>
   <source>Muted</source>
   <translation>Stumm</translation>
  </message>
 </context>
 <context>
  <name>models::TriageNote</name>
  <message>
   <source>%1 matching, newest first</source>
   <translation>%1 passend, neueste zuerst</translation>
  </message>
  <message>
   <source>%1 of %2 kept, newest first</source>
   <translation>%1 von %2 aufbewahrt, neueste zuerst</translation>
  </message>
  <message>
   <source>%1 so far: reading earlier events</source>
   <translation>%1 bisher: frühere Ereignisse werden gelesen</translation>
  </message>
  <message>
   <source>%1, newest first</source>
   <translation>%1, neueste zuerst</translation>
  </message>
 </context>
 <context>
  <name>widgets::CategoryList</name>
  <message>
   <source>%1 in the window, %2 new</source>
   <translation>%1 im Fenster, %2 neu</translation>
  </message>
  <message>
   <source>Error categories</source>
   <translation>Fehlerkategorien</translation>
  </message>
  <message>
   <source>as of %1</source>
   <translation>Stand %1</translation>
  </message>
  <message>
   <source>sorted by status, then count</source>
   <translation>nach Status, dann Anzahl sortiert</translation>
  </message>
 </context>
 <context>
  <name>widgets::CategoryPanel</name>
  <message>
   <source>%1 %2 times, %3 journeys</source>
   <translation>%1 %2-mal, %3 Journeys</translation>
  </message>
  <message>
   <source>%1; %2 more in Triage</source>
   <translation>%1; %2 weitere in Triage</translation>
  </message>
  <message>
   <source>/min</source>
   <translation>/min</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Error categories</source>
   <translation>Fehlerkategorien</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>No failures in this window</source>
   <translation>Keine Fehler in diesem Fenster</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Zuständig</translation>
  </message>
  <message>
   <source>Trend</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>ranked by count, last %1</source>
   <translation>nach Anzahl, letzte %1</translation>
  </message>
 </context>
 <context>
  <name>widgets::ChangeStrip</name>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Last changes</source>
   <translation>Letzte Änderungen</translation>
  </message>
 </context>
 <context>
  <name>widgets::ConnectionDialog</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Connections</source>
   <translation>Verbindungen</translation>
  </message>
  <message>
   <source>Endpoint</source>
   <translation>Endpunkt</translation>
  </message>
  <message>
   <source>Pattern</source>
   <translation>Muster</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Row %1: found '%2', %3</source>
   <translation>Zeile %1: gefunden '%2', %3</translation>
  </message>
  <message>
   <source>Topics (empty: all)</source>
   <translation>Themen (leer: alle)</translation>
  </message>
  <message>
   <source>Way</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Where events come from. Services that connect find Bellwether where it binds.</source>
   <translation>Woher Ereignisse kommen. Dienste, die sich verbinden, finden Bellwether, wo es lauscht.</translation>
  </message>
  <message>
   <source>bind</source>
   <translation>bind</translation>
  </message>
  <message>
   <source>connect</source>
   <translation>connect</translation>
  </message>
 </context>
 <context>
  <name>widgets::ConversionLane</name>
  <message>
   <source>%1 percent at %2, 95 percent interval %3 to %4. %5</source>
   <translation>%1 Prozent um %2, 95-Prozent-Intervall %3 bis %4. %5</translation>
  </message>
  <message>
   <source>%1 rolling, 95 % band</source>
   <translation>%1 gleitend, 95 %-Band</translation>
  </message>
  <message>
   <source>95 % interval</source>
   <translation>95 %-Intervall</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Konversion</translation>
  </message>
  <message>
   <source>Conversion over time, %1 rolling.</source>
   <translation>Konversion über die Zeit, %1 gleitend.</translation>
  </message>
  <message>
   <source>Conversion so far</source>
   <translation>Konversion bisher</translation>
  </message>
  <message>
   <source>at %1</source>
   <translation>um %1</translation>
  </message>
  <message>
   <source>incomplete</source>
   <translation>unvollständig</translation>
  </message>
  <message>
   <source>only %1 journeys</source>
   <translation>nur %1 Journeys</translation>
  </message>
  <message>
   <source>still maturing
p90 %1</source>
   <translation>reift noch
p90 %1</translation>
  </message>
  <message>
   <source>still maturing
up to %1</source>
   <translation>reift noch
bis %1</translation>
  </message>
  <message>
   <source>still maturing, expected</source>
   <translation>reift noch, erwartet</translation>
  </message>
  <message>
   <source>~%1 expected</source>
   <translation>~%1 erwartet</translation>
  </message>
 </context>
 <context>
  <name>widgets::DensityStrip</name>
  <message>
   <source>%1 in view</source>
   <translation>%1 im Blick</translation>
  </message>
  <message>
   <source>%1, between %2 and %3</source>
   <translation>%1, zwischen %2 und %3</translation>
  </message>
  <message>
   <source>Reading the recording</source>
   <translation>Aufzeichnung wird gelesen</translation>
  </message>
  <message>
   <source>Recording, from its beginning to its end</source>
   <translation>Aufzeichnung, vom Anfang bis zum Ende</translation>
  </message>
  <message>
   <source>end %1</source>
   <translation>Ende %1</translation>
  </message>
  <message>
   <source>live %1</source>
   <translation>live %1</translation>
  </message>
  <message>
   <source>no data %1</source>
   <translation>keine Daten %1</translation>
  </message>
  <message>
   <source>nothing recorded yet</source>
   <translation>noch nichts aufgezeichnet</translation>
  </message>
 </context>
 <context>
  <name>widgets::EmptyState</name>
  <message>
   <source>%1 messages were no events: they need to be JSON objects with a type</source>
   <translation>%1 Nachrichten waren keine Ereignisse: nötig sind JSON-Objekte mit einem Typ</translation>
  </message>
  <message>
   <source>%1: %2 publishers connected, %3 messages received</source>
   <translation>%1: %2 Quellen verbunden, %3 Nachrichten empfangen</translation>
  </message>
  <message>
   <source>1  See it work with sample traffic</source>
   <translation>1  Mit Beispielverkehr ansehen</translation>
  </message>
  <message>
   <source>2  Connect a service: any language with ZeroMQ, nothing else is needed</source>
   <translation>2  Einen Dienst verbinden: jede Sprache mit ZeroMQ genügt</translation>
  </message>
  <message>
   <source>Connecting to %1 (%2)</source>
   <translation>Verbindet mit %1 (%2)</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy: %1</source>
   <translation>Kopieren: %1</translation>
  </message>
  <message>
   <source>Listening on %1 (%2)</source>
   <translation>Lauscht auf %1 (%2)</translation>
  </message>
  <message>
   <source>No connection is configured: add one under Connections</source>
   <translation>Keine Verbindung konfiguriert: unter Verbindungen hinzufügen</translation>
  </message>
  <message>
   <source>No publisher connected yet</source>
   <translation>Noch keine Quelle verbunden</translation>
  </message>
  <message>
   <source>The charts fill as soon as the first event arrives, usually within a second.</source>
   <translation>Die Diagramme füllen sich mit dem ersten Ereignis, meist binnen einer Sekunde.</translation>
  </message>
 </context>
 <context>
  <name>widgets::EnginePanel</name>
  <message>
   <source>%1 peers, %2 frames, %3, %4 reconnects</source>
   <translation>%1 Gegenstellen, %2 Frames, %3, %4 Wiederverbindungen</translation>
  </message>
  <message>
   <source>%1: more than one look takes</source>
   <translation>%1: mehr, als ein Blick nimmt</translation>
  </message>
  <message>
   <source>80 %: no reserve</source>
   <translation>80 %: keine Reserve</translation>
  </message>
  <message>
   <source>Engine</source>
   <translation>Maschine</translation>
  </message>
  <message>
   <source>Ingest</source>
   <translation>Annahme</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Speicher</translation>
  </message>
  <message>
   <source>No cap hit: everything received is counted by name</source>
   <translation>Keine Grenze erreicht: alles Empfangene ist benannt gezählt</translation>
  </message>
  <message>
   <source>Threads, queues and memory are in no recording</source>
   <translation>Threads, Warteschlangen und Speicher stehen in keiner Aufzeichnung</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <source>budget %1</source>
   <translation>Budget %1</translation>
  </message>
  <message>
   <source>frames found at once</source>
   <translation>Frames auf einmal</translation>
  </message>
  <message>
   <source>no peer</source>
   <translation>keine Gegenstelle</translation>
  </message>
  <message>
   <source>of the whole process</source>
   <translation>des ganzen Prozesses</translation>
  </message>
  <message>
   <source>share of one core</source>
   <translation>Anteil eines Kerns</translation>
  </message>
  <message>
   <source>this process, last hour</source>
   <translation>dieser Prozess, letzte Stunde</translation>
  </message>
 </context>
 <context>
  <name>widgets::ExhibitExport</name>
  <message>
   <source>%1 was not saved: %2.</source>
   <translation>%1 wurde nicht gesichert: %2.</translation>
  </message>
  <message>
   <source>%1 was not saved: the name must end in %2.</source>
   <translation>%1 wurde nicht gesichert: der Name muss auf %2 enden.</translation>
  </message>
  <message>
   <source>%1, %2 to %3 UTC, Bellwether</source>
   <translation>%1, %2 bis %3 UTC, Bellwether</translation>
  </message>
  <message>
   <source>.csv or .tsv</source>
   <translation>.csv oder .tsv</translation>
  </message>
  <message>
   <source>.png, .svg, .csv or .tsv</source>
   <translation>.png, .svg, .csv oder .tsv</translation>
  </message>
  <message>
   <source>Copy the picture</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <source>Copy the values	Ctrl+C</source>
   <translation>Werte kopieren	Strg+C</translation>
  </message>
  <message>
   <source>Picture (*.png);;Drawing (*.svg)</source>
   <translation>Bild (*.png);;Zeichnung (*.svg)</translation>
  </message>
  <message>
   <source>Rows, commas (*.csv);;Rows, tabs (*.tsv)</source>
   <translation>Zeilen, Kommas (*.csv);;Zeilen, Tabs (*.tsv)</translation>
  </message>
  <message>
   <source>Saved as %1.</source>
   <translation>Gesichert als %1.</translation>
  </message>
  <message>
   <source>Save…	Ctrl+S</source>
   <translation>Sichern…	Strg+S</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>Das Bild ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>What is this?	E</source>
   <translation>Was ist das?	E</translation>
  </message>
 </context>
 <context>
  <name>widgets::ExperiencePage</name>
  <message>
   <source>B</source>
   <translation>B</translation>
  </message>
  <message>
   <source>Ctrl+← →</source>
   <translation>Strg+← →</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Experience</source>
   <translation>Erlebnis</translation>
  </message>
  <message>
   <source>a span of the charts, from the crosshair on; Enter shows it closer</source>
   <translation>eine Spanne der Diagramme, ab dem Fadenkreuz; Enter zeigt sie näher</translation>
  </message>
  <message>
   <source>compared with yesterday, a week before, or usual</source>
   <translation>Vergleich: gestern, vor einer Woche, üblich</translation>
  </message>
  <message>
   <source>next figure, or the crosshair; Shift ten times as far</source>
   <translation>nächste Zahl oder Fadenkreuz; Umschalt zehnmal so weit</translation>
  </message>
  <message>
   <source>the chart that Enter is about</source>
   <translation>das Diagramm, um das es geht</translation>
  </message>
  <message>
   <source>the events behind the figure, the point, the step or the category</source>
   <translation>die Ereignisse dahinter</translation>
  </message>
  <message>
   <source>← →</source>
   <translation>← →</translation>
  </message>
  <message>
   <source>↑ ↓</source>
   <translation>↑ ↓</translation>
  </message>
 </context>
 <context>
  <name>widgets::ExplanationOverlay</name>
  <message>
   <source>What is this?</source>
   <translation>Was ist das?</translation>
  </message>
  <message>
   <source>What is this? %1</source>
   <translation>Was ist das? %1</translation>
  </message>
 </context>
 <context>
  <name>widgets::FacetPanel</name>
  <message>
   <source>%1 %2: %3 of %4</source>
   <translation>%1 %2: %3 von %4</translation>
  </message>
  <message>
   <source>Facets of the matching events</source>
   <translation>Facetten der passenden Ereignisse</translation>
  </message>
 </context>
 <context>
  <name>widgets::FailuresLane</name>
  <message>
   <source>%1 per minute now. %2</source>
   <translation>%1 pro Minute jetzt. %2</translation>
  </message>
  <message>
   <source>%1 rolling</source>
   <translation>%1 gleitend</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Failed attempts</source>
   <translation>Fehlversuche</translation>
  </message>
  <message>
   <source>Failed attempts per minute by category.</source>
   <translation>Fehlversuche pro Minute nach Kategorie.</translation>
  </message>
  <message>
   <source>Failed per min</source>
   <translation>Fehler pro min</translation>
  </message>
  <message>
   <source>none in this window</source>
   <translation>keine im Fenster</translation>
  </message>
  <message>
   <source>per minute, by category</source>
   <translation>pro Minute, je Kategorie</translation>
  </message>
 </context>
 <context>
  <name>widgets::FilterBar</name>
  <message>
   <source>%1; still shown: %2</source>
   <translation>%1; gezeigt wird weiter: %2</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filter of samples, tail and facets</source>
   <translation>Filter für Beispiele, Mitlesen und Facetten</translation>
  </message>
  <message>
   <source>type:payment.failed country:DE amount&gt;100 "declined"</source>
   <translation>type:payment.failed country:DE amount&gt;100 "declined"</translation>
  </message>
  <message>
   <source>▲ %1 (at “%2”)</source>
   <translation>▲ %1 (bei „%2“)</translation>
  </message>
 </context>
 <context>
  <name>widgets::FunnelPanel</name>
  <message>
   <source>%1 %2 journeys %3 %4</source>
   <translation>%1 %2 Journeys %3 %4</translation>
  </message>
  <message>
   <source>%1 points against %2</source>
   <translation>%1 Punkte gegen %2</translation>
  </message>
  <message>
   <source>Continued</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Dropped</source>
   <translation>Ausstieg</translation>
  </message>
  <message>
   <source>Funnel</source>
   <translation>Trichter</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>Median time</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>No funnel yet: it needs a configured signal, or journeys to learn from</source>
   <translation>Noch kein Trichter: es braucht ein Signal oder Journeys</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>incomplete: a source ended without goodbye</source>
   <translation>unvollständig: eine Quelle endete ohne Abschied</translation>
  </message>
  <message>
   <source>share continuing from the step before; no history</source>
   <translation>Anteil, der weitergeht; keine Historie</translation>
  </message>
  <message>
   <source>share continuing from the step before; no history yet</source>
   <translation>Anteil, der weitergeht; noch keine Historie</translation>
  </message>
  <message>
   <source>share continuing from the step before; tick = %1</source>
   <translation>Anteil, der weitergeht; Marke = %1</translation>
  </message>
  <message>
   <source>Δ pp</source>
   <translation>Δ pp</translation>
  </message>
 </context>
 <context>
  <name>widgets::IncidentPanel</name>
  <message>
   <source>Incident</source>
   <translation>Störung</translation>
  </message>
  <message>
   <source>Open in Pipeline</source>
   <translation>In Pipeline öffnen</translation>
  </message>
  <message>
   <source>Open in Triage</source>
   <translation>In Triage öffnen</translation>
  </message>
 </context>
 <context>
  <name>widgets::IncidentStrip</name>
  <message>
   <source>%1, and %2 more</source>
   <translation>%1, und %2 weitere</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Störungen</translation>
  </message>
 </context>
 <context>
  <name>widgets::JourneyPanel</name>
  <message>
   <source>%1 after %2</source>
   <translation>%1 nach %2</translation>
  </message>
  <message>
   <source>Choose a sample to see the customer's way</source>
   <translation>Ein Beispiel wählen, um den Weg des Kunden zu sehen</translation>
  </message>
  <message>
   <source>Copy trace id</source>
   <translation>Trace-ID kopieren</translation>
  </message>
  <message>
   <source>Hatched: an expected event is missing. %1</source>
   <translation>Schraffiert: ein erwartetes Ereignis fehlt. %1</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Journey</translation>
  </message>
 </context>
 <context>
  <name>widgets::KeysOverlay</name>
  <message>
   <source>All keys</source>
   <translation>Alle Tasten</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
 </context>
 <context>
  <name>widgets::KpiRow</name>
  <message>
   <source>Key figures</source>
   <translation>Kennzahlen</translation>
  </message>
 </context>
 <context>
  <name>widgets::Lane</name>
  <message>
   <source>data end %1</source>
   <translation>Daten enden %1</translation>
  </message>
  <message>
   <source>not observed</source>
   <translation>nicht beobachtet</translation>
  </message>
 </context>
 <context>
  <name>widgets::LatencyLane</name>
  <message>
   <source>%1 p75</source>
   <translation>%1 p75</translation>
  </message>
  <message>
   <source>, T %1</source>
   <translation>, T %1</translation>
  </message>
  <message>
   <source>75 percent within %1, 95 percent within %2 at %3. %4</source>
   <translation>75 Prozent binnen %1, 95 Prozent binnen %2 um %3. %4</translation>
  </message>
  <message>
   <source>Apdex </source>
   <translation>Apdex </translation>
  </message>
  <message>
   <source>Load time</source>
   <translation>Ladezeit</translation>
  </message>
  <message>
   <source>Percentiles over time on a logarithmic scale.</source>
   <translation>Perzentile über die Zeit, logarithmisch.</translation>
  </message>
  <message>
   <source>at %1</source>
   <translation>um %1</translation>
  </message>
  <message>
   <source>excellent</source>
   <translation>ausgezeichnet</translation>
  </message>
  <message>
   <source>fair</source>
   <translation>mäßig</translation>
  </message>
  <message>
   <source>good</source>
   <translation>gut</translation>
  </message>
  <message>
   <source>good ≤ %1</source>
   <translation>gut ≤ %1</translation>
  </message>
  <message>
   <source>only %1 measurements</source>
   <translation>nur %1 Messungen</translation>
  </message>
  <message>
   <source>p50 p75 p95 p99, log</source>
   <translation>p50 p75 p95 p99, log</translation>
  </message>
  <message>
   <source>poor</source>
   <translation>schlecht</translation>
  </message>
  <message>
   <source>poor &gt; %1</source>
   <translation>schlecht &gt; %1</translation>
  </message>
  <message>
   <source>unacceptable</source>
   <translation>inakzeptabel</translation>
  </message>
 </context>
 <context>
  <name>widgets::LedgerFlowPanel</name>
  <message>
   <source>Where every event went</source>
   <translation>Wo jedes Ereignis blieb</translation>
  </message>
  <message>
   <source>nothing received yet</source>
   <translation>noch nichts empfangen</translation>
  </message>
  <message>
   <source>since %1, counts add up: published = shown + lost + malformed + duplicate + too late</source>
   <translation>seit %1, die Zahlen gehen auf: veröffentlicht = gezeigt + verloren + fehlerhaft + doppelt + zu spät</translation>
  </message>
  <message>
   <source>since %1, counts do NOT add up</source>
   <translation>seit %1, die Zahlen gehen NICHT auf</translation>
  </message>
 </context>
 <context>
  <name>widgets::PageTabs</name>
  <message>
   <source>%1 %2, %3 %4</source>
   <translation>%1 %2, %3 %4</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Pages, %1 is open</source>
   <translation>Seiten, %1 ist offen</translation>
  </message>
  <message>
   <source>bad</source>
   <translation>schlecht</translation>
  </message>
  <message>
   <source>look</source>
   <translation>ansehen</translation>
  </message>
  <message>
   <source>normal</source>
   <translation>normal</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
 </context>
 <context>
  <name>widgets::PipelinePage</name>
  <message>
   <source>Pipeline</source>
   <translation>Pipeline</translation>
  </message>
  <message>
   <source>mute the source: no longer judged</source>
   <translation>Quelle stumm: nicht mehr bewertet</translation>
  </message>
  <message>
   <source>sort the sources by the next column</source>
   <translation>nach der nächsten Spalte ordnen</translation>
  </message>
  <message>
   <source>the crosshair of the engine's charts; Shift ten times as far</source>
   <translation>das Fadenkreuz der Diagramme der Engine; mit Umschalt zehnmal so weit</translation>
  </message>
  <message>
   <source>the last bad frame of the source</source>
   <translation>letzter fehlerhafter Frame</translation>
  </message>
  <message>
   <source>← →</source>
   <translation>← →</translation>
  </message>
 </context>
 <context>
  <name>widgets::RevenueLane</name>
  <message>
   <source>%1 only; others in the tile</source>
   <translation>nur %1; andere in der Kachel</translation>
  </message>
  <message>
   <source>%1 per min</source>
   <translation>%1 pro min</translation>
  </message>
  <message>
   <source>%1 per min so far</source>
   <translation>%1 pro min bisher</translation>
  </message>
  <message>
   <source>%1 per minute at %2. %3</source>
   <translation>%1 pro Minute um %2. %3</translation>
  </message>
  <message>
   <source>%1/min</source>
   <translation>%1/min</translation>
  </message>
  <message>
   <source>, bars of %1</source>
   <translation>, Balken von %1</translation>
  </message>
  <message>
   <source>Amount per minute in bars.</source>
   <translation>Betrag pro Minute in Balken.</translation>
  </message>
  <message>
   <source>Lost since %1 </source>
   <translation>Verloren seit %1 </translation>
  </message>
  <message>
   <source>Revenue</source>
   <translation>Umsatz</translation>
  </message>
  <message>
   <source>at %1</source>
   <translation>um %1</translation>
  </message>
  <message>
   <source>per minute</source>
   <translation>pro Minute</translation>
  </message>
 </context>
 <context>
  <name>widgets::RewindBar</name>
  <message>
   <source>Events are not kept: record them to be able to go back</source>
   <translation>Ereignisse werden nicht aufbewahrt: aufzeichnen, um zurückgehen zu können</translation>
  </message>
  <message>
   <source>Go back to what was recorded</source>
   <translation>Zum Aufgezeichneten zurückgehen</translation>
  </message>
  <message>
   <source>Record every message</source>
   <translation>Jede Nachricht aufzeichnen</translation>
  </message>
  <message>
   <source>Recording to %1 since %2</source>
   <translation>Wird seit %2 nach %1 aufgezeichnet</translation>
  </message>
  <message>
   <source>Rewind  [</source>
   <translation>Zurück  [</translation>
  </message>
  <message>
   <source>Start with --record FOLDER, or press the red button</source>
   <translation>Mit --record ORDNER starten oder den roten Knopf drücken</translation>
  </message>
  <message>
   <source>Stop recording</source>
   <translation>Aufzeichnen beenden</translation>
  </message>
 </context>
 <context>
  <name>widgets::SamplesPanel</name>
  <message>
   <source>Sample events</source>
   <translation>Beispielereignisse</translation>
  </message>
  <message>
   <source>The chosen event as it was received</source>
   <translation>Das gewählte Ereignis, wie es ankam</translation>
  </message>
 </context>
 <context>
  <name>widgets::Scrubber</name>
  <message>
   <source>%1 to %2</source>
   <translation>%1 bis %2</translation>
  </message>
 </context>
 <context>
  <name>widgets::SourcesPanel</name>
  <message>
   <source>%1 sent nothing malformed</source>
   <translation>%1 sandte nichts Fehlerhaftes</translation>
  </message>
  <message>
   <source>%1: %2
last at %3, %4:
%5</source>
   <translation>%1: %2
zuletzt um %3, %4:
%5</translation>
  </message>
  <message>
   <source>Silent: no event for 2 min, or no heartbeat for 3 s. Figures that need it are hollow.</source>
   <translation>Still: 2 min kein Ereignis oder 3 s kein Herzschlag. Zahlen, die sie brauchen, sind hohl.</translation>
  </message>
  <message>
   <source>Sort S   Mute M   Bad frame Q   Copy Ctrl+C</source>
   <translation>Ordnen S   Stumm M   Frame Q   Kopieren Strg+C</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
  <message>
   <source>one mark per minute: tall red numbers missing, thin amber late, hatched nothing came</source>
   <translation>ein Strich je Minute: hoch rot fehlende, dünn gelb verspätete, schraffiert nichts</translation>
  </message>
 </context>
 <context>
  <name>widgets::TailPanel</name>
  <message>
   <source>F follow or stand still</source>
   <translation>F folgt oder hält an</translation>
  </message>
  <message>
   <source>Live tail</source>
   <translation>Mitlesen</translation>
  </message>
  <message>
   <source>follows; it stands still while the pointer is over it</source>
   <translation>folgt; steht still, solange der Zeiger darüber ist</translation>
  </message>
  <message>
   <source>stands still · +%1 events</source>
   <translation>steht still · +%1 Ereignisse</translation>
  </message>
 </context>
 <context>
  <name>widgets::TimeLanes</name>
  <message>
   <source>%1, not observed</source>
   <translation>%1, nicht beobachtet</translation>
  </message>
  <message>
   <source>Charts over time</source>
   <translation>Diagramme über die Zeit</translation>
  </message>
  <message>
   <source>Escape shows the whole window again</source>
   <translation>Escape zeigt wieder das ganze Fenster</translation>
  </message>
  <message>
   <source>What changed %1?</source>
   <translation>Was hat sich %1 geändert?</translation>
  </message>
  <message>
   <source>lost events</source>
   <translation>verlorene Ereignisse</translation>
  </message>
  <message>
   <source>not observed</source>
   <translation>nicht beobachtet</translation>
  </message>
  <message>
   <source>span of %1 s, Enter shows it closer; </source>
   <translation>Spanne von %1 s, Enter zeigt sie näher; </translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
 </context>
 <context>
  <name>widgets::TopBar</name>
  <message>
   <source>Connections</source>
   <translation>Verbindungen</translation>
  </message>
  <message>
   <source>Edit the connections to publishers</source>
   <translation>Verbindungen zu Quellen bearbeiten</translation>
  </message>
  <message>
   <source>History reaches back %1 days</source>
   <translation>Die Historie reicht %1 Tage zurück</translation>
  </message>
  <message>
   <source>No history yet</source>
   <translation>Noch keine Historie</translation>
  </message>
  <message>
   <source>No history yet: it reaches back %1 hours</source>
   <translation>Noch keine Historie: sie reicht %1 Stunden zurück</translation>
  </message>
  <message>
   <source>State %1, %2</source>
   <translation>Zustand %1, %2</translation>
  </message>
  <message>
   <source>Window %1</source>
   <translation>Fenster %1</translation>
  </message>
  <message>
   <source>Windows of days are made of history alone, and there is none here</source>
   <translation>Fenster über Tage bestehen allein aus Historie, und hier gibt es keine</translation>
  </message>
 </context>
 <context>
  <name>widgets::TransportBar</name>
  <message>
   <source>%1 (Space)</source>
   <translation>%1 (Leertaste)</translation>
  </message>
  <message>
   <source>Back 10 s</source>
   <translation>10 s zurück</translation>
  </message>
  <message>
   <source>Back 10 s ([); with Shift 60 s</source>
   <translation>10 s zurück ([); mit Umschalt 60 s</translation>
  </message>
  <message>
   <source>Forward 10 s</source>
   <translation>10 s vor</translation>
  </message>
  <message>
   <source>Forward 10 s (]); with Shift 60 s</source>
   <translation>10 s vor (]); mit Umschalt 60 s</translation>
  </message>
  <message>
   <source>Go live  End</source>
   <translation>Live gehen  Ende</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Save %1 as an incident capsule</source>
   <translation>%1 als Vorfallkapsel speichern</translation>
  </message>
  <message>
   <source>Save capsule…</source>
   <translation>Kapsel speichern…</translation>
  </message>
  <message>
   <source>Saves what was recorded from %1 as one file that opens anywhere; drag with Shift over the strip to choose another span</source>
   <translation>Speichert, was von %1 aufgezeichnet wurde, als eine Datei, die überall zu öffnen ist; mit Umschalt über den Streifen ziehen wählt eine andere Spanne</translation>
  </message>
  <message>
   <source>Speed %1</source>
   <translation>Tempo %1</translation>
  </message>
  <message>
   <source>Strip: events per second, red part failed</source>
   <translation>Streifen: Ereignisse je Sekunde, rot davon gescheitert</translation>
  </message>
  <message>
   <source>The instant shown; type another, such as 14:09:40</source>
   <translation>Der gezeigte Augenblick; einen anderen eintippen, etwa 14:09:40</translation>
  </message>
  <message>
   <source>To the end  End</source>
   <translation>Ans Ende  Ende</translation>
  </message>
  <message>
   <source>working it out</source>
   <translation>wird berechnet</translation>
  </message>
  <message>
   <source>working it out, at %1</source>
   <translation>wird berechnet, bei %1</translation>
  </message>
 </context>
 <context>
  <name>widgets::TriagePage</name>
  <message>
   <source>Behind “%1”</source>
   <translation>Hinter „%1“</translation>
  </message>
  <message>
   <source>Esc closes</source>
   <translation>Esc schließt</translation>
  </message>
  <message>
   <source>Facets of the matching events</source>
   <translation>Facetten der passenden Ereignisse</translation>
  </message>
  <message>
   <source>Sample events</source>
   <translation>Beispielereignisse</translation>
  </message>
  <message>
   <source>Triage</source>
   <translation>Triage</translation>
  </message>
  <message>
   <source>acknowledge the chosen category</source>
   <translation>gewählte Kategorie quittieren</translation>
  </message>
  <message>
   <source>click a value to filter</source>
   <translation>Klick auf einen Wert filtert</translation>
  </message>
  <message>
   <source>click a value to filter; %1 more below</source>
   <translation>ein Klick filtert; %1 weitere darunter</translation>
  </message>
  <message>
   <source>filter</source>
   <translation>filtern</translation>
  </message>
  <message>
   <source>tail: follow or stand still</source>
   <translation>Mitlesen: folgen oder halten</translation>
  </message>
 </context>
 <context>
  <name>widgets::WhatChangedPanel</name>
  <message>
   <source>%1 alone explains %2 %</source>
   <translation>%1 allein erklärt %2 %</translation>
  </message>
  <message>
   <source>%1×</source>
   <translation>%1×</translation>
  </message>
  <message>
   <source>Choose a category</source>
   <translation>Eine Kategorie wählen</translation>
  </message>
  <message>
   <source>Dimension</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>Factor</source>
   <translation>Faktor</translation>
  </message>
  <message>
   <source>Journeys</source>
   <translation>Journeys</translation>
  </message>
  <message>
   <source>Nothing sets these failures apart</source>
   <translation>Nichts unterscheidet diese Fehler</translation>
  </message>
  <message>
   <source>Only %1 failures; at least 30 are needed</source>
   <translation>Nur %1 Fehler; mindestens 30 sind nötig</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>What changed</source>
   <translation>Was sich geändert hat</translation>
  </message>
  <message>
   <source>share of failures against attempts</source>
   <translation>Anteil an Fehlern und Versuchen</translation>
  </message>
  <message>
   <source>○ all attempts   ● these failures</source>
   <translation>○ alle Versuche   ● diese Fehler</translation>
  </message>
 </context>
</TS>
