<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Notfall: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Frei, Stand %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Belegt, Stand %1</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>nur bis %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>frei um %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>für den Rest des Tages</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>bis %1, soweit bekannt</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>den Rest des Tages, soweit bekannt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Danach: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Danach: %1, morgen ganztägig</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>Heute ist nichts weiter gebucht.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Heute und morgen ist nichts gebucht.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Von Office 365 noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>Seither gibt es nichts Neues; der Raum kann anderswo gebucht worden sein.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>Der Kalender des Raums wird gelesen.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Keine Verbindung zu Office 365. Das Panel versucht es weiter.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 hat eine Störung. Das Panel versucht es weiter.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Std.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>Privater Termin</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Termin ohne Titel</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, ganztägig</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Frei ab %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Ganzer Tag frei</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Frei %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Stand %1 · keine Verbindung</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Stand %1 · kein Zugriff</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Stand %1 · Office 365 ist gestört</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Kein Zugriff</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 ist gestört</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis höchstens %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>gibt den Raum frei</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>wie nie gebucht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>%1 jetzt buchen</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>Der Raum ist bis %1 frei.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>Der Raum ist den Rest des Tages frei.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>Es gibt keine Verbindung: Die Buchung wird hier vorgemerkt und bestätigt, sobald Office 365 antwortet.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Diese Zeit ist gerade weggefallen. Bitte wählen Sie neu.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Buchen %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Zeit wählen</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>Der Raum wurde gerade vergeben</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Buchen ist gerade nicht möglich</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>Inzwischen hat sich etwas geändert. Es wurde nichts gebucht.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Es wurde nichts gebucht.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>Es wurde nichts gebucht. Der Raum ist von %1 bis %2 wieder frei.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>Es wurde nichts gebucht. Der Raum ist ab %1 wieder frei.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>Es wurde nichts gebucht. Der Raum ist jetzt bis %1 frei.</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Länger bleiben</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>Die Buchung endet jetzt um %1. Wählen Sie ein neues Ende.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Verlängern bis %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 Min.</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 Std.</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>Jetzt beenden?</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>Diese Buchung absagen?</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>Die Buchung %1 – %2 wird aus dem Kalender des Raums genommen.</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Diese Buchung hat sich geändert</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Was Sie gewählt haben, ist nicht mehr möglich. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Wird gebucht …</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Wird verlängert …</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>Wird abgesagt …</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Office 365 wird gefragt.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Vorgemerkt bis %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Verlängerung vorgemerkt, bis %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Ende vorgemerkt</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Absage vorgemerkt</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>Hier vorgemerkt, noch nicht bestätigt. Das Panel bewahrt Ihre Buchung und bestätigt sie, sobald Office 365 antwortet.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Hier vorgemerkt, noch nicht bestätigt. Das Panel gibt es weiter, sobald Office 365 antwortet.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Hier vorgemerkt. Der Kalender des Raums zeigt es, sobald Office 365 antwortet.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Gebucht bis %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Verlängert bis %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Buchung abgesagt</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>Der Raum gehört Ihnen. Die Buchung steht in seinem Kalender.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>Der Raum bleibt Ihnen. Sein Kalender zeigt das neue Ende.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Danke. Andere können den Raum jetzt nutzen.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Danke. Die Buchung steht nicht mehr im Kalender des Raums.</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Jemand war schneller</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>Die Buchung ist weg</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>Die Buchung wurde anderswo geändert</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Dieses Panel darf nicht buchen</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>Der Kalender des Raums ist voll</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 hat die Buchung abgelehnt</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>Das Panel konnte das nicht aufbewahren</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>Der Raum wurde kurz vor Ihnen gebucht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Sie steht nicht mehr im Kalender des Raums; jemand hat sie vielleicht in Outlook entfernt.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Hier wurde nichts geändert. Bitte sehen Sie sich die neuen Zeiten an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Es kann den Kalender des Raums zeigen, aber nicht ändern. Bitte buchen Sie den Raum in Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>Er nimmt keine Buchung mehr an, bis ein Administrator Platz schafft. Bitte wählen Sie einen anderen Raum.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>Es wurde nichts geändert. Bitte buchen Sie den Raum in Outlook.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>Sein Speicher ist voll oder defekt, darum wurde nichts geändert. Bitte buchen Sie den Raum in Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>Der Raum wurde kurz vor Ihnen gebucht. Er ist von %1 bis %2 wieder frei.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>Der Raum wurde kurz vor Ihnen gebucht. Er ist ab %1 wieder frei.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>Der Raum wurde kurz vor Ihnen gebucht. Er ist jetzt bis %1 frei.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>Der nächste Termin war schneller</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>Die Zeit danach wurde inzwischen gebucht. Ihre Buchung bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Zu spät für eine Bestätigung</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Die Zeit war um, bevor Office 365 geantwortet hat. Im Kalender steht nichts.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>Die Buchung war um, bevor Office 365 geantwortet hat. Sie wurde nicht verlängert.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>Die Buchung war um, bevor Office 365 geantwortet hat.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>Es wurde nichts geändert. Bitte versuchen Sie es noch einmal oder buchen Sie den Raum in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>Die Buchung %1 – %2 ist jetzt bestätigt.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>Die Buchung dauert jetzt bis %2; Office 365 hat es bestätigt.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>Das frühere Ende steht jetzt im Kalender des Raums.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>Die Buchung %1 – %2 ist jetzt abgesagt.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>Die Buchung %1 – %2 war nicht zu halten: Jemand anderes hatte den Raum zuerst.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>Die Buchung ließ sich nicht bis %2 verlängern. Sie endet wie zuvor.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>Office 365 hat die Buchung %1 – %2 abgelehnt. Bitte buchen Sie in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>Die Buchung %1 – %2 war nicht zu halten: Der Speicher des Panels ist voll oder defekt.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>Die Buchung %1 – %2 steht nicht mehr im Kalender des Raums.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>Die Änderung der Buchung bis %2 war in Office 365 nicht möglich.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>Die Buchung %1 – %2 war um, bevor Office 365 sie bestätigen konnte.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Dieses Panel hat die Verbindung zum Kalender verloren. Bitte buchen Sie in Outlook; die IT muss es beheben.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Dieses Panel wurde von der IT abgeschaltet. Bitte buchen Sie den Raum in Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>Die Anmeldung dieses Panels ist abgelaufen. Bitte buchen Sie in Outlook; die IT muss sie erneuern.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Dieses Panel ist nicht fertig eingerichtet. Bitte buchen Sie in Outlook; die IT muss es abschließen.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Dieses Panel wartet auf seine Freigabe. Bitte buchen Sie in Outlook; die IT muss es freigeben.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Eine Sicherheitsregel sperrt dieses Panel aus. Bitte buchen Sie in Outlook; die IT muss es zulassen.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Dieses Panel darf den Kalender nicht nutzen. Bitte buchen Sie in Outlook; die IT muss es erlauben.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Dieses Panel findet seinen Raum nicht. Bitte buchen Sie in Outlook; die IT muss es berichtigen.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Dieser Raum hat keinen nutzbaren Kalender. Bitte buchen Sie in Outlook; die IT muss es beheben.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Dieses Panel erreicht Office 365 nicht sicher. Bitte buchen Sie in Outlook; die IT muss es beheben.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Dieses Panel kann den Kalender zeigen, aber nicht buchen. Bitte buchen Sie in Outlook.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>Die Anwendung ist deaktiviert. Schalten Sie unter Entra › Unternehmensanwendungen › Eigenschaften „Aktiviert für die Benutzeranmeldung“ ein.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra nimmt den geheimen Schlüssel nicht an. Hinterlegen Sie den Wert (nicht die Geheimnis-ID) neu, aus Entra › App-Registrierungen › Zertifikate &amp; Geheimnisse.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>Der geheime Schlüssel ist abgelaufen. Erzeugen Sie unter Entra › App-Registrierungen › Zertifikate &amp; Geheimnisse einen neuen und hinterlegen Sie ihn für dieses Panel.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra nimmt das Zertifikat nicht an. Laden Sie den öffentlichen Teil unter Entra › App-Registrierungen › Zertifikate &amp; Geheimnisse hoch und prüfen Sie seine Gültigkeit und die Uhr des Panels.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange verweigert den Zugriff auf dieses Postfach. Führen Sie Test-ServicePrincipalAuthorization für Anwendung und Raum aus: Die Rolle „Application Calendars.ReadWrite“ muss im Geltungsbereich sein. Neue Rechte brauchen bis zu zwei Stunden.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>Lesen geht, Schreiben wird verweigert. Weisen Sie „Application Calendars.ReadWrite“ für diesen Raum zu und prüfen Sie es mit Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Für die IT: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Für die IT: %1</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra kennt keinen Mandanten dieses Namens. Vergleichen Sie office365.tenant in config.yaml mit der Mandanten-ID auf der Übersichtsseite des Entra Admin Center.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>Der Mandant liegt in einer anderen Microsoft-Cloud. Stellen Sie office365.cloud in config.yaml auf diese Cloud.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra kennt im Mandanten keine Anwendung dieser ID. Vergleichen Sie office365.client_id in config.yaml mit der Anwendungs-ID (Client) unter Entra › App-Registrierungen.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>Das Geheimnis, das config.yaml unter office365 nennt, ist nicht im Geheimnisspeicher des Panels. Hinterlegen Sie es dort unter diesem Namen.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>Die Anwendung hat keine Rechte. Weisen Sie in Exchange „Application Calendars.ReadWrite“ für diesen Raum zu (RBAC for Applications) oder erteilen Sie in Entra die Administratorzustimmung zu Calendars.ReadWrite.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Eine Richtlinie für bedingten Zugriff sperrt diese Anmeldung. Suchen Sie sie unter Entra › Anmeldeprotokolle › Dienstprinzipalanmeldungen und nehmen Sie die Anwendung des Panels aus.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft nimmt die Anmeldung des Panels nicht mehr an. Den Grund nennen Entra › Anmeldeprotokolle; prüfen Sie auch die Uhr des Panels und office365.cloud in config.yaml.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange kennt kein Postfach dieser Adresse. Vergleichen Sie room.address in config.yaml mit der primären SMTP-Adresse (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>Die Adresse des Raums ist kein Exchange-Online-Postfach: Vielleicht fehlt die Lizenz, es liegt lokal oder ist gelöscht. Prüfen Sie es mit Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>Dem TLS-Zertifikat des Servers wird nicht vertraut. Prüfen Sie die Uhr des Panels; hinter einem prüfenden Proxy nennen Sie dessen Stammzertifikat als office365.ca_file in config.yaml.</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · Zertifikat endet am %2</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Raum finden</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>in der Nähe</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Office 365 wird nach den Räumen in der Nähe gefragt.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Tippen Sie auf einen freien, um ihn zu buchen. Stand %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>Kein Raum in der Nähe ist jetzt frei. Stand %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>Stand %1. Office 365 antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 antwortet gerade nicht. Das Panel fragt in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>frei bis %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>für den Rest des Tages frei</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>frei ab %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>heute und morgen nicht frei</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>von hier nicht buchbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 has just been taken</source>
        <translation>%1 wurde gerade vergeben</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 kann gerade nicht gebucht werden</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>Vorgemerkt: %1 bis %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Gebucht: %1 bis %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>Die Buchung steht im Kalender dieses Raums.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 wurde einen Augenblick vor Ihrer Anfrage gebucht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Dieses Panel darf %1 nicht buchen</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>Es hat keinen Zugriff auf den Kalender dieses Raums. Bitte wählen Sie einen anderen Raum oder buchen Sie in Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Dieses Panel ist nicht bei Office 365 angemeldet. Bitte buchen Sie in Outlook; die IT muss es anmelden.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra verlangt vom Dienstkonto einen zweiten Faktor. Melden Sie es hier neu an und bestätigen Sie auf dem Gerät des Kontos, oder nehmen Sie das Konto von dieser Richtlinie aus.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>Das Dienstkonto ist gesperrt oder deaktiviert, oder sein Kennwort ist abgelaufen. Beheben Sie es unter Entra › Benutzer und melden Sie es dann hier neu an.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>Die Anmeldung wurde auf dem anderen Gerät abgelehnt. Melden Sie das Konto hier mit einem neuen Code an.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra lässt die Anwendung niemanden anmelden. Vergleichen Sie office365.client_id in config.yaml, und stellen Sie „Öffentliche Clientflows zulassen“ unter Entra › App-Registrierungen › Authentifizierung auf Ja.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>Das Panel hat keinen sicheren Ort für seine Anmeldung. Entsperren Sie einen Schlüsselbund auf diesem Gerät, oder geben Sie dem Panel die Systemd-Anmeldeinformation token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Niemand hat Calendars.ReadWrite.Shared zugestimmt. Erteilen Sie es unter Entra › App-Registrierungen › API-Berechtigungen und melden Sie das Konto dann hier neu an.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Eine Richtlinie für bedingten Zugriff sperrt das Dienstkonto oder die Anmeldung per Code. Suchen Sie sie unter Entra › Anmeldeprotokolle, nehmen Sie das Konto aus und melden Sie es dann hier neu an.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>Das Dienstkonto war nie angemeldet, oder seine Anmeldung ist abgelaufen oder widerrufen. Melden Sie es hier mit einem Code an.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>Das angemeldete Konto darf den Kalender dieses Raums nicht benutzen. Machen Sie es mit Add-MailboxFolderPermission zum Editor, oder melden Sie hier ein anderes an.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>Lesen geht, Schreiben wird verweigert. Machen Sie das Dienstkonto mit Set-MailboxFolderPermission zum Editor des Raumkalenders.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Panel anmelden</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Microsoft wird um einen Code gebeten.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Scannen oder %1 öffnen und eingeben:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Für die IT (noch %1): mit dem Dienstkonto anmelden.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>QR-Code für %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Raum freigeben</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>verständigt, wer einlud</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>Der Termin endet derzeit um %1. Direkt danach wird der Raum gebucht. Bitte das Ende wählen.</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>Der Raum wird sofort frei. Die Buchung würde bis %2 dauern.</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>Raum freigeben?</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>Der Termin %1 – %2 gibt den Raum sofort ab, und wer dazu eingeladen hat, wird verständigt. Das lässt sich hier nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Jetzt freigeben</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>Raum wird freigegeben …</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Freigabe vorgemerkt</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Hier vorgemerkt. Wer eingeladen hat, wird verständigt, sobald Office 365 antwortet.</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Raum freigegeben</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Danke. Wer eingeladen hat, ist verständigt, und andere können den Raum jetzt nutzen.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>Der Termin war vorbei, bevor Office 365 geantwortet hat.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>Der Termin wurde anderswo geändert</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 hat die Freigabe abgelehnt</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>Es wurde nichts geändert. Wer eingeladen hat, kann den Raum in Outlook aus dem Termin nehmen.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>Der Termin %1 – %2 hat den Raum abgegeben; wer eingeladen hat, ist verständigt.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>Der Termin %1 – %2 konnte nicht freigegeben werden; er behält den Raum.</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Einchecken</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Bitte einchecken, wenn Sie da sind.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Wird um %1 freigegeben, wenn niemand eincheckt.</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>Fällt aus</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>gibt den Raum frei</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>wir sind da</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>Raum zurückholen?</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>Die Zeit %1 – %2 wird wieder gebucht, als eigene Buchung des Raums. Wer eingeladen hat, weiß von der Freigabe.</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Wieder buchen</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Wird eingecheckt …</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Check-in vorgemerkt</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Hier vorgemerkt. Der Raum bleibt Ihrer.</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Eingecheckt</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Niemand hat eingecheckt. Wer eingeladen hat, ist verständigt.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Danke. Der Raum bleibt Ihrer.</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>Der Raum wurde nicht freigegeben</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>Es kam etwas dazwischen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>Der Termin ist vorbei.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>Der Raum wurde soeben freigegeben</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Bis jetzt hatte niemand eingecheckt. Eine Minute lang können Sie den Raum zurückholen.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Zum Termin %1 – %2 wurde eingecheckt.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Um %1 freigegeben: Niemand hat eingecheckt.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>bis auf Weiteres</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Dieser Raum auf dem Telefon</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>Der Raum schließt um %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Zwischen zwei Buchungen bleibt der Raum %1 frei.</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Dieses Panel koppeln</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Mit einem Telefon scannen, oder %1 öffnen und eingeben:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>Das Telefon zeigt dieselbe Zahl:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>Das Panel erstellt seinen Code.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>%1 wird gesucht …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>Keine Verbindung zu %1. Das Panel versucht es weiter.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut. Geben Sie seine Zertifizierungsstelle als wox.ca_file an und prüfen Sie die Uhr des Panels.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein WOX-Server dieser Version. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>Seriennummer %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Auf dem Telefon abgelehnt</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Jemand hat angegeben, dies sei nicht das richtige Panel. Gleich folgt ein neuer Code.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>Nicht gekoppelt</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>Das Panel übernimmt seinen Raum.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>Welcher WOX-Server?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Geben Sie seine Adresse ein, etwa wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>Das ist keine Adresse. Sie hat die Form wox.example.com oder wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Sprache und Bedienhilfen</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>Ihre Auswahl gilt, bis das Panel %1 lang nicht berührt wurde.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Große Schrift</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Tasten weit unten</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Keine Bewegung</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Auf mich warten</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Später buchen</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>heute oder morgen</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Wählen Sie eine der freien Zeiten.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>%1 später buchen</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>Der Raum ist von %1 bis %2 frei.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Morgen %1 – %2 buchen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Beginn: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Früher beginnen</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Später beginnen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Ende: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Früher enden</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Später enden</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Frei von %1 bis %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Vorgemerkt: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Gebucht: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>Die Buchung steht im Kalender des Raums.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Heute kann nichts mehr gebucht werden.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Not everything works yet: %1. The panel’s page on WOX says what mends it.</source>
        <translation>Noch funktioniert nicht alles: %1. Die Seite des Panels auf WOX sagt, was hilft.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Geben Sie die PIN ein.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Das ist nicht die PIN. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>Die PIN wird geprüft.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zu viele falsche PINs. Versuchen Sie es in %1 noch einmal.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Doktor ausführen</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>legt einen Termin weit voraus an und löscht ihn</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Kalender jetzt lesen</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>Der Kalender wird gelesen.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Bild des Bildschirms senden</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Bild des Bildschirms aufbewahren</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>Das Bild steht auf der Seite dieses Panels auf WOX.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>Das Bild ist aufbewahrt als %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>Das Bild konnte nicht gesendet werden: WOX antwortet nicht. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>Das Bild konnte nicht aufbewahrt werden. Schaffen Sie Platz auf dem Speicher des Panels.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Code für die Technik</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Code schließen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>Dieses Panel neu starten? Der Bildschirm bleibt einige Sekunden dunkel.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Neu koppeln</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>Dieses Panel neu koppeln? Es vergisst seinen Raum und zeigt seinen Code, bis jemand ihn bestätigt.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netzwerk</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Zuletzt von Office 365 gehört</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Alter des Plans</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>Wartet auf Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Zuletzt von WOX gehört</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>Der Doktor sieht nach. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Es funktioniert, aber etwas sollte angesehen werden.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Etwas ist defekt.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Dieses Panel braucht die Technik</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Es kann den Plan des Raums jetzt nicht zeigen. In Outlook oder im Portal gemachte Buchungen gelten wie immer.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Für die Technik, die den Code scannen kann: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Dieses Panel wird gleich entkoppelt.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Vielleicht frei</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Vielleicht belegt</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>Die Uhr des Panels ging falsch; niemand weiß, wie alt dieser Plan ist.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>Was stimmt in diesem Raum nicht?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>Wer sich um den Raum kümmert, erfährt es.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Wählen Sie aus, was nicht stimmt</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Bildschirm oder Kamera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Reinigung</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Möbel</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Wird gemeldet …</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>Der WOX-Server wird benachrichtigt.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Danke. Wer sich um den Raum kümmert, weiß nun Bescheid.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Notiert</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Danke. Die Meldung ist hier gespeichert und wird gesendet, sobald der WOX-Server erreichbar ist.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>Es konnte nicht gemeldet werden</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>Es wurde nichts gemeldet. Bitte sagen Sie es direkt denen, die sich um den Raum kümmern.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>Wer bucht?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Geben Sie Ihre PIN ein.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Halten Sie Ihren Ausweis an das Lesegerät.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Diese PIN hat niemand. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Diesen Ausweis hat niemand. Versuchen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Zu viele unbekannte Ausweise. Versuchen Sie es in %1 noch einmal.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Eingegebener Name: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyzäöüß</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>Der WOX-Server wird gefragt, wer Sie sind.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX antwortet nicht</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>Wer bucht, lässt sich nicht prüfen; es wurde nichts gebucht. Versuchen Sie es gleich noch einmal, oder buchen Sie in Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Wer bucht, lässt sich gerade nicht prüfen. Sie können ohne Ihren Namen buchen.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Über diesen Raum</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo er ist</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Ausstattung</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Foto des Raums</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>Mehr ist über diesen Raum nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Dieses Panel wird gleich entkoppelt. %Ln Anfrage wird noch an Office 365 gesendet. Bitte lassen Sie es eingeschaltet.</numerusform>
            <numerusform>Dieses Panel wird gleich entkoppelt. %Ln Anfragen werden noch an Office 365 gesendet. Bitte lassen Sie es eingeschaltet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln Ziffer eingegeben</numerusform>
            <numerusform>%Ln Ziffern eingegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 hat zu viele Anfragen erhalten. Das Panel versucht es von selbst wieder.</translation>
    </message>
</context>
</TS>
