<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Noodgeval</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Noodgeval: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Hele dag</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
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
        <translation>Vrij</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Bijna afgelopen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Voorlopig</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Inchecken</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Vrij, stand %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Bezet, stand %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Buiten gebruik</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Nog geen agenda</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>tot %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>tot nader order</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>slechts tot %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>vrij om %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>voor de rest van de dag</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>tot %1, voor zover bekend</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>voor de rest van de dag, voor zover bekend</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>nog %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>over %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Hierna: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Hierna: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Hierna: %1, morgen de hele dag</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>Verder is er vandaag niets gereserveerd.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Vandaag en morgen is er niets gereserveerd.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>De ruimte sluit om %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Tussen twee reserveringen blijft de ruimte %1 vrij.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Nog niet bevestigd door Office 365.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Check in zodra u er bent.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Vrijgegeven om %1 als niemand incheckt.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>Sindsdien is er geen nieuws; de ruimte kan elders gereserveerd zijn.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>Het paneel leest de agenda van de ruimte.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Geen verbinding met Office 365. Het paneel blijft het proberen.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 heeft een storing. Het paneel blijft het proberen.</translation>
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
        <translation>vanaf %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>tot %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 uur</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 uur</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 u %2 min</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>Privévergadering</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Gereserveerd</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Vergadering zonder titel</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>nog niet bevestigd</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, hele dag</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 tot %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Vrij vanaf %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Hele dag vrij</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Vrij %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Actueel</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Bijgewerkt %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Bijgewerkt %1 · geen verbinding</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Bijgewerkt %1 · geen toegang</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Bijgewerkt %1 · Office 365 heeft een storing</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · certificaat verloopt %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinding maken</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Geen verbinding</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Geen toegang</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 heeft een storing</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Deze ruimte op uw telefoon</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Tot %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlengen</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>tot %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Beëindigen</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>geeft de ruimte nu vrij</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Reservering annuleren</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>alsof nooit gereserveerd</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Ruimte vrijgeven</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>informeert de organisator</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>We komen niet</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>geeft de ruimte vrij</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>we zijn er</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>%1 nu reserveren</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>De ruimte is vrij tot %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>De ruimte is de rest van de dag vrij.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>Er is geen verbinding: de reservering wordt hier voorlopig vastgelegd en bevestigd zodra Office 365 antwoordt.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Die tijd is net onmogelijk geworden. Kies opnieuw.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Reserveren %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Kies een tijd</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>De ruimte is net bezet</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Reserveren is nu niet mogelijk</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>Er is intussen iets veranderd. Er is niets gereserveerd.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Er is niets gereserveerd.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>Er is niets gereserveerd. De ruimte is weer vrij van %1 tot %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>Er is niets gereserveerd. De ruimte is weer vrij vanaf %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>Er is niets gereserveerd. De ruimte is nu vrij tot %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Ruimte zoeken</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>in de buurt</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Office 365 wordt gevraagd naar de ruimten in de buurt.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Tik op een vrije ruimte om te reserveren. Stand van %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>Er is nu geen ruimte in de buurt vrij. Stand van %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>Stand van %1. Office 365 antwoordt nu niet.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 antwoordt nu niet. Het paneel vraagt het over een minuut opnieuw.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>vrij tot %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>de rest van de dag vrij</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>vrij vanaf %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>vandaag en morgen niet vrij</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>hier niet te reserveren</translation>
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
        <translation>%1 is net bezet</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 kan nu niet worden gereserveerd</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Langer blijven</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>De reservering eindigt nu om %1. Kies een nieuw einde.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>De vergadering eindigt nu om %1. Direct erna wordt een reservering van de ruimte toegevoegd. Kies het einde daarvan.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Verlengen tot %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 uur</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 u %2 min</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>De vergadering nu beëindigen?</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>Deze reservering annuleren?</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>De ruimte vrijgeven?</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>De ruimte terugnemen?</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>De ruimte komt meteen vrij. De reservering zou duren tot %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>De reservering %1 – %2 wordt uit de agenda van de ruimte gehaald.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>De vergadering %1 – %2 geeft de ruimte meteen op en de organisator krijgt bericht. Dat kan hier niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>De tijd %1 – %2 wordt opnieuw gereserveerd, op naam van de ruimte. De organisator heeft bericht gekregen van de vrijgave.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Nu beëindigen</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Nu vrijgeven</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Opnieuw reserveren</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Deze reservering is veranderd</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Wat u koos is niet meer mogelijk. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Reserveren…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Verlengen…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>Vergadering beëindigen…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>Reservering annuleren…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>Ruimte vrijgeven…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Inchecken…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Office 365 wordt gevraagd.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Voorlopig tot %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Verlenging genoteerd, tot %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Einde genoteerd</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Annulering genoteerd</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Vrijgave genoteerd</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Inchecken genoteerd</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>Hier voorlopig vastgelegd, nog niet bevestigd. Het paneel bewaart uw reservering en bevestigt die zodra Office 365 antwoordt.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Hier bewaard, nog niet bevestigd. Het paneel geeft het door zodra Office 365 antwoordt.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Hier bewaard. De agenda van de ruimte toont het zodra Office 365 antwoordt.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Hier bewaard. De organisator krijgt bericht zodra Office 365 antwoordt.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Hier bewaard. De ruimte blijft van u.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Gereserveerd tot %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Verlengd tot %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Vergadering beëindigd</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Reservering geannuleerd</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Ruimte vrijgegeven</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Ingecheckt</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>De ruimte is van u. De reservering staat in de agenda.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>De ruimte blijft van u. De agenda toont het nieuwe einde.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Bedankt. Anderen kunnen de ruimte nu gebruiken.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Bedankt. De reservering staat niet meer in de agenda van de ruimte.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Bedankt. De organisator heeft bericht gekregen en anderen kunnen de ruimte nu gebruiken.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Niemand heeft ingecheckt. De organisator heeft bericht gekregen.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Bedankt. De ruimte blijft van u.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>Voorlopig: %1 tot %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Gereserveerd: %1 tot %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>De reservering staat in de agenda van die ruimte.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 werd net voor uw verzoek gereserveerd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Dit paneel mag %1 niet reserveren</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>Het heeft geen toegang tot de agenda van die ruimte. Kies een andere ruimte of reserveer in Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Iemand was u voor</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>De reservering is verdwenen</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>De reservering is elders gewijzigd</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Dit paneel mag niet reserveren</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>De agenda van de ruimte is vol</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 weigerde de reservering</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>De ruimte is niet vrijgegeven</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>Het paneel kon dit niet bewaren</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>De ruimte werd net voor uw verzoek gereserveerd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Ze staat niet meer in de agenda van de ruimte; misschien heeft iemand haar in Outlook verwijderd.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Hier is niets veranderd. Bekijk de nieuwe tijden en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Het kan de agenda van de ruimte tonen, maar niet wijzigen. Reserveer de ruimte in Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>Er kunnen geen reserveringen meer bij tot een beheerder plaats maakt. Kies een andere ruimte.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>Er is niets veranderd. Reserveer de ruimte in Outlook.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>Er kwam iets tussen. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>Het geheugen is vol of defect, dus er is niets veranderd. Reserveer de ruimte in Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>De ruimte werd net voor uw verzoek gereserveerd. Ze is weer vrij van %1 tot %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>De ruimte werd net voor uw verzoek gereserveerd. Ze is weer vrij vanaf %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>De ruimte werd net voor uw verzoek gereserveerd. Ze is nu vrij tot %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>De volgende vergadering was u voor</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>De tijd na de uwe is intussen gereserveerd. Uw reservering blijft zoals ze was.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Te laat om te bevestigen</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>De tijd was om voordat Office 365 antwoordde. Er staat niets in de agenda.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>De reservering was afgelopen voordat Office 365 antwoordde. Ze is niet verlengd.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>De reservering was afgelopen voordat Office 365 antwoordde.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>De vergadering was afgelopen voordat Office 365 antwoordde.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>De vergadering is afgelopen.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>De ruimte is net vrijgegeven</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Tot nu toe had niemand ingecheckt. U kunt de ruimte nog een minuut terugnemen.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>De vergadering is elders gewijzigd</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 weigerde de ruimte vrij te geven</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>Er is niets veranderd. De organisator kan de ruimte in Outlook uit de vergadering halen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>Er is niets veranderd. Probeer het opnieuw of reserveer de ruimte in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>De reservering %1 – %2 is nu bevestigd.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>De reservering duurt nu tot %2; Office 365 heeft het bevestigd.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>Het vroegere einde staat nu in de agenda van de ruimte.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>De reservering %1 – %2 is nu geannuleerd.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>De vergadering %1 – %2 heeft de ruimte opgegeven; de organisator heeft bericht gekregen.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Iemand heeft ingecheckt voor de vergadering %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Vrijgegeven om %1: niemand heeft ingecheckt.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>De vergadering %1 – %2 kon niet worden vrijgegeven; ze houdt de ruimte.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>De reservering %1 – %2 kon niet worden gehouden: iemand anders had de ruimte eerder.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>De reservering kon niet worden verlengd tot %2. Ze eindigt zoals eerst.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>De reservering %1 – %2 is door Office 365 geweigerd. Reserveer in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>De reservering %1 – %2 kon niet worden gehouden: het geheugen van het paneel is vol of defect.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>De reservering %1 – %2 staat niet meer in de agenda van de ruimte.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>De wijziging van de reservering tot %2 is in Office 365 niet gelukt.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>De reservering %1 – %2 was afgelopen voordat Office 365 haar kon bevestigen.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Dit paneel heeft de koppeling met de agenda van de ruimte verloren. Reserveer in Outlook; uw IT-team moet het herstellen.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Dit paneel is niet aangemeld bij Office 365. Reserveer in Outlook; uw IT-team moet het aanmelden.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Dit paneel is door uw IT-team uitgeschakeld. Reserveer de ruimte in Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>De aanmelding van dit paneel is verlopen. Reserveer in Outlook; uw IT-team moet haar vernieuwen.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Dit paneel is niet volledig ingesteld. Reserveer in Outlook; uw IT-team moet het afronden.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Dit paneel wacht nog op goedkeuring. Reserveer in Outlook; uw IT-team moet het goedkeuren.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Een beveiligingsregel houdt dit paneel tegen. Reserveer in Outlook; uw IT-team moet het toestaan.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Dit paneel mag de agenda van de ruimte niet gebruiken. Reserveer in Outlook; uw IT-team moet het toestaan.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Dit paneel kan zijn ruimte niet vinden. Reserveer in Outlook; uw IT-team moet het corrigeren.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Deze ruimte heeft geen agenda die het paneel kan gebruiken. Reserveer in Outlook; uw IT-team moet het herstellen.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Dit paneel kan Office 365 niet veilig bereiken. Reserveer in Outlook; uw IT-team moet het herstellen.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Dit paneel kan de agenda tonen, maar niet reserveren. Reserveer in Outlook.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra kent geen tenant met deze naam. Vergelijk office365.tenant in config.yaml met de Tenant ID op de pagina Overview van het Entra-beheercentrum.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>De tenant bevindt zich in een andere Microsoft-cloud. Zet office365.cloud in config.yaml op die cloud.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra kent geen toepassing met deze ID in de tenant. Vergelijk office365.client_id in config.yaml met Application (client) ID onder Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>De toepassing is uitgeschakeld. Zet “Enabled for users to sign in” aan onder Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra accepteert het clientgeheim niet. Sla de Value van het geheim (niet de Secret ID) opnieuw op, uit Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>Het clientgeheim is verlopen. Maak een nieuw aan onder Entra › App registrations › Certificates &amp; secrets en sla het op voor dit paneel.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>Het geheim dat config.yaml onder office365 noemt, staat niet in de geheimenopslag van het paneel. Sla het daar onder die naam op.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra accepteert het certificaat niet. Upload het openbare deel onder Entra › App registrations › Certificates &amp; secrets en controleer de datums ervan en de klok van het paneel.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>De toepassing heeft geen rechten. Wijs “Application Calendars.ReadWrite” voor deze ruimte toe in Exchange (RBAC for Applications), of geef beheerderstoestemming voor Calendars.ReadWrite in Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Een beleid voor voorwaardelijke toegang blokkeert deze aanmelding. Zoek het onder Entra › Sign-in logs › Service principal sign-ins en sluit de toepassing van het paneel uit.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft accepteert de aanmelding van het paneel niet meer. Zoek de reden onder Entra › Sign-in logs en controleer de klok van het paneel en office365.cloud in config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra vraagt het serviceaccount om een tweede factor. Meld u hier opnieuw aan en bevestig op het apparaat van het account, of sluit het account uit van dat beleid.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>Het serviceaccount is vergrendeld of uitgeschakeld, of het wachtwoord is verlopen. Herstel het onder Entra › Users en meld u hier opnieuw aan.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>De aanmelding is op het andere apparaat geweigerd. Meld u hier opnieuw aan, met een nieuwe code.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange weigert toegang tot dit postvak. Voer Test-ServicePrincipalAuthorization uit voor de toepassing en de ruimte: de rol “Application Calendars.ReadWrite” moet binnen het bereik vallen. Nieuwe rechten duren tot twee uur.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange kent geen postvak met dit adres. Vergelijk room.address in config.yaml met het primaire SMTP-adres (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>Het adres van de ruimte is geen Exchange Online-postvak: het kan zonder licentie, on-premises of voorlopig verwijderd zijn. Controleer het met Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>Het TLS-certificaat van de server wordt niet vertrouwd. Controleer de klok van het paneel; noem achter een inspecterende proxy het basiscertificaat ervan als office365.ca_file in config.yaml.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra laat de toepassing niemand aanmelden. Vergelijk office365.client_id in config.yaml en zet “Allow public client flows” op Yes onder Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>Het paneel heeft geen veilige plek voor zijn aanmelding. Ontgrendel een sleutelring op deze machine, of geef het paneel de referentie token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Niemand heeft toestemming gegeven voor Calendars.ReadWrite.Shared. Geef die onder Entra › App registrations › API permissions en meld u hier opnieuw aan.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Een beleid voor voorwaardelijke toegang blokkeert het serviceaccount of het aanmelden met een code. Zoek het onder Entra › Sign-in logs, sluit het account uit en meld u hier opnieuw aan.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>Het serviceaccount is nooit aangemeld, of de aanmelding is verlopen of ingetrokken. Meld het hier aan met een code.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>Het aangemelde account mag de agenda van deze ruimte niet gebruiken. Maak het Editor met Add-MailboxFolderPermission, of meld hier een ander aan.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>Lezen werkt, schrijven wordt geweigerd. Wijs “Application Calendars.ReadWrite” toe voor deze ruimte en controleer het met Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>Lezen werkt, schrijven wordt geweigerd. Maak het serviceaccount Editor van de agenda van de ruimte met Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Voor IT: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Voor IT: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Dit paneel aanmelden</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Microsoft wordt om een code gevraagd.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Scan dit, of open %1 en voer in:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Voor het IT-team (nog %1): meld u aan als het serviceaccount.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>QR-code voor %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Taal en toegankelijkheid</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>Uw keuze geldt tot het paneel %1 lang niet is aangeraakt.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Gebruiksgemak</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Grote tekst</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Knoppen laag</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Geen beweging</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Wacht op mij</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Voorlezen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Dit paneel koppelen</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Scan dit met een telefoon, of open %1 en voer in:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>De telefoon toont hetzelfde nummer:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>Het paneel maakt zijn code.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Zoeken naar %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbonden met %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>Geen verbinding met %1. Het paneel blijft het proberen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>Het certificaat van %1 wordt niet vertrouwd. Geef de uitgever ervan op als wox.ca_file en controleer de klok van het paneel.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>Wat op %1 antwoordt, is geen WOX-server van deze versie. Controleer het adres.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>Serienummer %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Sleutel %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Geweigerd op de telefoon</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Iemand zei dat dit niet het juiste paneel is. Er volgt zo een nieuwe code.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nieuwe code</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bevestigd</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>Het paneel neemt zijn ruimte over.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>Welke WOX-server?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Voer het adres in, bijvoorbeeld wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>Dat is geen adres. Het heeft de vorm wox.example.com of wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Andere server</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Later reserveren</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>vandaag of morgen</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Kies een van de vrije tijden.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>%1 later reserveren</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>De ruimte is vrij van %1 tot %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Morgen %1 – %2 reserveren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Begin: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Eerder beginnen</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Later beginnen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Einde: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Eerder eindigen</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Later eindigen</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Vrij van %1 tot %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Voorlopig: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Gereserveerd: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>De reservering staat in de agenda van de ruimte.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Vandaag kan er niets meer worden gereserveerd.</translation>
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
        <translation>Nog niet alles werkt: %1. De pagina van het paneel op WOX zegt wat helpt.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Voer de pincode in.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Dat is niet de pincode. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>De pincode wordt gecontroleerd.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Te veel foute pincodes. Probeer het over %1 opnieuw.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Diagnose uitvoeren</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>maakt een afspraak ver vooruit en verwijdert die</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Agenda nu lezen</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>De agenda wordt gelezen.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Schermafbeelding verzenden</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Schermafbeelding bewaren</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>De afbeelding staat op de pagina van dit paneel.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>De afbeelding is bewaard als %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>De afbeelding kon niet worden verzonden: WOX antwoordt niet. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>De afbeelding kon niet worden bewaard. Maak ruimte vrij op de schijf van het paneel.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Code voor de monteur</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Code sluiten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Opnieuw starten</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>Dit paneel opnieuw starten? Het scherm blijft enkele seconden donker.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Opnieuw koppelen</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>Dit paneel opnieuw koppelen? Het vergeet zijn ruimte en toont zijn code tot iemand die bevestigt.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Ruimte</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Serienummer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>geen netwerk</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Laatste bericht van Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Ouderdom van de agenda</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>Wacht op Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Laatste bericht van WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Storingen</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>De diagnose loopt. Dit duurt enkele seconden.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Het werkt, maar iets moet worden bekeken.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Er is iets defect.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Te bekijken</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defect</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Niet gecontroleerd</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Dit paneel heeft een monteur nodig</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Het kan de agenda van de ruimte nu niet tonen. Reserveringen in Outlook of op de portal gelden zoals altijd.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Voor de monteur, die de code kan scannen: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Dit paneel wordt zo ontkoppeld.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Misschien vrij</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Misschien bezet</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>De klok van het paneel liep verkeerd; niemand weet hoe oud deze agenda is.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Probleem melden</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>Wat is er mis in deze ruimte?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>Wie de ruimte beheert, krijgt dit te horen.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Kies wat er mis is</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Scherm of camera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Schoonmaak</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatuur</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Meubilair</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Wordt gemeld…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>De WOX-server wordt op de hoogte gebracht.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeld</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Bedankt. Wie de ruimte beheert, is op de hoogte gebracht.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Genoteerd</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Bedankt. De melding blijft hier bewaard en wordt verzonden zodra de WOX-server bereikbaar is.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>Het kon niet worden gemeld</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>Er is niets gemeld. Geef het rechtstreeks door aan wie de ruimte beheert.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>Wie reserveert?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Voer uw naam in.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Voer uw pincode in.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Houd uw pas bij de lezer.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Niemand heeft deze pincode. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Niemand heeft deze pas. Probeer een andere.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Te veel onbekende passen. Probeer het over %1 opnieuw.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Ingevoerde naam: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyzëïé</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>De WOX-server wordt gevraagd wie u bent.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX antwoordt niet</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>Wie reserveert, kan niet worden nagegaan; er is niets gereserveerd. Probeer het zo opnieuw of reserveer in Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Wie reserveert, kan nu niet worden nagegaan. U kunt zonder uw naam reserveren.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Over deze ruimte</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plaatsen</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Voorzieningen</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Foto van de ruimte</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>Over deze ruimte is verder niets bekend.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Dit paneel wordt zo ontkoppeld. Er wordt nog %Ln verzoek naar Office 365 verzonden. Laat het ingeschakeld.</numerusform>
            <numerusform>Dit paneel wordt zo ontkoppeld. Er worden nog %Ln verzoeken naar Office 365 verzonden. Laat het ingeschakeld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>en nog %Ln</numerusform>
            <numerusform>en nog %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln cijfer ingevoerd</numerusform>
            <numerusform>%Ln cijfers ingevoerd</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 heeft te veel verzoeken gekregen. Het paneel probeert het vanzelf opnieuw.</translation>
    </message>
</context>
</TS>
