<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>models::JourneyLine</name>
  <message numerus="yes">
   <source>%n events</source>
   <translation>
    <numerusform>%n event</numerusform>
    <numerusform>%n events</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n failures</source>
   <translation>
    <numerusform>%n failure</numerusform>
    <numerusform>%n failures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n services</source>
   <translation>
    <numerusform>%n service</numerusform>
    <numerusform>%n services</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>These sources have lost %n events: a gap may be lost data.</source>
   <translation>
    <numerusform>These sources have lost %n event: a gap may be lost data.</numerusform>
    <numerusform>These sources have lost %n events: a gap may be lost data.</numerusform>
   </translation>
  </message>
 </context>
</TS>
