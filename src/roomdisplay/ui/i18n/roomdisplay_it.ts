<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Emergenza</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Emergenza: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Tutto il giorno</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
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
        <translation>Libera</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Occupata</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Termina a breve</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Libera, dato delle %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Occupata, dato delle %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Chiusa</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Fuori servizio</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Ancora nessuna agenda</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>fino alle %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>fino a nuovo avviso</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>solo fino alle %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>libera alle %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>per il resto della giornata</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>fino alle %1, in base agli ultimi dati</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>per il resto della giornata, in base agli ultimi dati</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>ancora %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>tra %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Poi: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Poi: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Poi: %1, domani tutto il giorno</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>Per oggi non c’è altro in programma.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Nessuna prenotazione per oggi e domani.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>La sala chiude alle %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Tra due prenotazioni la sala resta libera per %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Non ancora confermata da Office 365.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Effettui il check-in al Suo arrivo.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Viene liberata alle %1 se nessuno fa il check-in.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>Da allora non ci sono notizie: la sala potrebbe essere stata prenotata altrove.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>Il pannello sta leggendo il calendario della sala.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Nessuna connessione a Office 365. Il pannello continua a provare.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 ha un guasto. Il pannello continua a provare.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>%1 (domani)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%2 (%1)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dalle %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>fine %1</translation>
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
        <translation>1 ora</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>Riunione privata</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Riservata</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Riunione senza titolo</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>non ancora confermata</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, tutto il giorno</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, dalle %2 alle %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Libera dalle %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Libera tutto il giorno</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Libera %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aggiornato</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Aggiornato: %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Aggiornato: %1 · nessuna connessione</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Aggiornato: %1 · nessun accesso</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Aggiornato: %1 · Office 365 ha un guasto</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · il certificato scade: %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connessione in corso</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Nessuna connessione</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Nessun accesso</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 ha un guasto</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Questa sala sul Suo telefono</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Fino alle %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Prolunga</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>fino alle %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>libera la sala</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Annulla prenotazione</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>come mai prenotata</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Libera la sala</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>avvisa l’organizzatore</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>Non veniamo</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>libera la sala</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>siamo qui</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>Prenotare %1 adesso</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>La sala è libera fino alle %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>La sala è libera per il resto della giornata.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>Non c’è connessione: la prenotazione resta in attesa qui e viene confermata quando Office 365 risponde.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Questo orario non è più possibile. Scelga di nuovo.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Prenota %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Scelga una durata</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>La sala è appena stata occupata</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Al momento non è possibile prenotare</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>Nel frattempo qualcosa è cambiato. Non è stato prenotato nulla.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Non è stato prenotato nulla.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>Non è stato prenotato nulla. La sala torna libera dalle %1 alle %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>Non è stato prenotato nulla. La sala torna libera dalle %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>Non è stato prenotato nulla. La sala è libera adesso fino alle %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Trova una sala</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>qui vicino</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Si sta chiedendo a Office 365 delle sale vicine.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Tocchi una sala libera per prenotarla. Situazione delle %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>Nessuna sala vicina è libera adesso. Situazione delle %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>Situazione delle %1. Office 365 al momento non risponde.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 al momento non risponde. Il pannello riprova tra un minuto.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>libera fino alle %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>libera per il resto della giornata</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>libera dalle %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>occupata oggi e domani</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>non prenotabile da qui</translation>
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
        <translation>%1 è appena stata occupata</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 non può essere prenotata adesso</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Restare più a lungo</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>La prenotazione termina alle %1. Scelga una nuova fine.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>La riunione termina alle %1. Subito dopo viene aggiunta una prenotazione della sala. Ne scelga la fine.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Prolunga fino alle %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 h</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 h %2 min</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>Terminare la riunione adesso?</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>Annullare questa prenotazione?</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>Liberare la sala?</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>Riprendere la sala?</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>La sala diventa subito libera. La prenotazione durerebbe fino alle %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>La prenotazione %1 – %2 viene tolta dal calendario della sala.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>La riunione %1 – %2 lascia subito la sala e il suo organizzatore viene avvisato. Qui non si può annullare.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>L’orario %1 – %2 viene prenotato di nuovo, a nome della sala. L’organizzatore è già stato avvisato.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Termina adesso</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Libera adesso</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Prenota di nuovo</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Questa prenotazione è cambiata</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Ciò che ha scelto non è più possibile. Non è stato modificato nulla.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Prenotazione in corso…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Prolungamento in corso…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>La riunione viene terminata…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>La prenotazione viene annullata…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>La sala viene liberata…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Check-in in corso…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Si sta chiedendo a Office 365.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>In attesa fino alle %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Prolungamento annotato, fino alle %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Fine annotata</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Annullamento annotato</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Liberazione annotata</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Check-in annotato</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>In attesa qui, non ancora confermata. Il pannello conserva la Sua prenotazione e la conferma appena Office 365 risponde.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Conservato qui, non ancora confermato. Il pannello lo trasmette appena Office 365 risponde.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Conservato qui. Il calendario della sala lo mostrerà appena Office 365 risponde.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Conservato qui. L’organizzatore viene avvisato appena Office 365 risponde.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Conservato qui. La sala resta Sua.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Prenotata fino alle %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Prolungata fino alle %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Riunione terminata</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Prenotazione annullata</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Sala liberata</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Check-in effettuato</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>La sala è Sua. La prenotazione è nel calendario.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>La sala resta Sua. Il calendario mostra la nuova fine.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Grazie. Ora altri possono usare la sala.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Grazie. La prenotazione non è più nel calendario della sala.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Grazie. L’organizzatore è stato avvisato e ora altri possono usare la sala.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Nessuno ha fatto il check-in. L’organizzatore è stato avvisato.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Grazie. La sala resta Sua.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>In attesa: %1 fino alle %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Prenotata: %1 fino alle %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>La prenotazione è nel calendario di quella sala.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 è stata prenotata un attimo prima della Sua richiesta. Non è stato modificato nulla.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Questo pannello non può prenotare %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>Non ha accesso al calendario di quella sala. Scelga un’altra sala o prenoti in Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Qualcuno è stato più veloce</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>La prenotazione non c’è più</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>La prenotazione è stata modificata altrove</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Questo pannello non è autorizzato a prenotare</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>Il calendario della sala è pieno</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 ha rifiutato la prenotazione</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>La sala non è stata liberata</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>Il pannello non ha potuto conservarlo</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>La sala è stata prenotata un attimo prima della Sua richiesta. Non è stato modificato nulla.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Non è più nel calendario della sala; forse qualcuno l’ha tolta in Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Qui non è stato modificato nulla. Guardi i nuovi orari e riprovi.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Può mostrare il calendario della sala, ma non modificarlo. Prenoti la sala in Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>Non accetta altre prenotazioni finché un amministratore non fa spazio. Scelga un’altra sala.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>Non è stato modificato nulla. Prenoti la sala in Outlook.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>È successo qualcosa nel frattempo. Non è stato modificato nulla.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>La sua memoria è piena o guasta, quindi non è stato modificato nulla. Prenoti la sala in Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>La sala è stata prenotata un attimo prima della Sua richiesta. Torna libera dalle %1 alle %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>La sala è stata prenotata un attimo prima della Sua richiesta. Torna libera dalle %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>La sala è stata prenotata un attimo prima della Sua richiesta. È libera adesso fino alle %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>La riunione successiva è arrivata prima</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>Nel frattempo il tempo dopo il Suo è stato prenotato. La Sua prenotazione resta com’era.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Troppo tardi per confermare</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Il tempo era passato prima che Office 365 rispondesse. Nel calendario non c’è nulla.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>La prenotazione era finita prima che Office 365 rispondesse. Non è stata prolungata.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>La prenotazione era finita prima che Office 365 rispondesse.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>La riunione era finita prima che Office 365 rispondesse.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>La riunione è finita.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>La sala è appena stata liberata</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Finora nessuno aveva fatto il check-in. Può riprendere la sala entro un minuto.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>La riunione è stata modificata altrove</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 ha rifiutato di liberare la sala</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>Non è stato modificato nulla. L’organizzatore può togliere la sala dalla riunione in Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>Non è stato modificato nulla. Riprovi o prenoti la sala in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>La prenotazione %1 – %2 è ora confermata.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>La prenotazione dura ora fino alle %2; Office 365 l’ha confermato.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>La fine anticipata è ora nel calendario della sala.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>La prenotazione %1 – %2 è ora annullata.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>La riunione %1 – %2 ha lasciato la sala; il suo organizzatore è stato avvisato.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Qualcuno ha fatto il check-in per la riunione %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Liberata alle %1: nessun check-in.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>La riunione %1 – %2 non ha potuto essere liberata; mantiene la sala.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>La prenotazione %1 – %2 non ha potuto essere mantenuta: qualcun altro aveva già la sala.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>La prenotazione non ha potuto essere prolungata fino alle %2. Termina come prima.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>La prenotazione %1 – %2 è stata rifiutata da Office 365. Prenoti in Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>La prenotazione %1 – %2 non ha potuto essere mantenuta: la memoria del pannello è piena o guasta.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>La prenotazione %1 – %2 non è più nel calendario della sala.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>La modifica della prenotazione fino alle %2 non è riuscita in Office 365.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>La prenotazione %1 – %2 era finita prima che Office 365 potesse confermarla.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Questo pannello ha perso il collegamento con il calendario della sala. Prenoti in Outlook; il reparto IT deve ripristinarlo.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Questo pannello non ha effettuato l’accesso a Office 365. Prenoti in Outlook; il reparto IT deve effettuarlo.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Questo pannello è stato disattivato dal reparto IT. Prenoti la sala in Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>L’accesso di questo pannello è scaduto. Prenoti in Outlook; il reparto IT deve rinnovarlo.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Questo pannello non è configurato del tutto. Prenoti in Outlook; il reparto IT deve completarlo.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Questo pannello attende ancora l’approvazione. Prenoti in Outlook; il reparto IT deve approvarlo.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Una regola di sicurezza blocca questo pannello. Prenoti in Outlook; il reparto IT deve autorizzarlo.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Questo pannello non può usare il calendario della sala. Prenoti in Outlook; il reparto IT deve autorizzarlo.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Questo pannello non trova la sua sala. Prenoti in Outlook; il reparto IT deve correggerlo.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Questa sala non ha un calendario utilizzabile dal pannello. Prenoti in Outlook; il reparto IT deve sistemarlo.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Questo pannello non può raggiungere Office 365 in sicurezza. Prenoti in Outlook; il reparto IT deve sistemarlo.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Questo pannello può mostrare il calendario, ma non prenotare. Prenoti in Outlook.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra non conosce alcun tenant con questo nome. Confronti office365.tenant in config.yaml con il Tenant ID nella pagina Overview dell’interfaccia di amministrazione di Entra.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>Il tenant si trova in un altro cloud Microsoft. Imposti office365.cloud in config.yaml su quel cloud.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra non conosce alcuna applicazione con questo ID nel tenant. Confronti office365.client_id in config.yaml con Application (client) ID in Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>L’applicazione è disattivata. Attivi “Enabled for users to sign in” in Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra non accetta il segreto client. Salvi di nuovo il Value del segreto (non il suo Secret ID), da Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>Il segreto client è scaduto. Ne crei uno nuovo in Entra › App registrations › Certificates &amp; secrets e lo salvi per questo pannello.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>Il segreto che config.yaml indica sotto office365 non è nell’archivio dei segreti del pannello. Lo salvi lì con quel nome.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra non accetta il certificato. Carichi la sua parte pubblica in Entra › App registrations › Certificates &amp; secrets e controlli le sue date e l’orologio del pannello.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>L’applicazione non ha diritti. Assegni “Application Calendars.ReadWrite” per questa sala in Exchange (RBAC for Applications) o conceda il consenso amministratore a Calendars.ReadWrite in Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Un criterio di accesso condizionale blocca questo accesso. Lo cerchi in Entra › Sign-in logs › Service principal sign-ins ed escluda l’applicazione del pannello.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft non accetta più l’accesso del pannello. Cerchi il motivo in Entra › Sign-in logs e controlli l’orologio del pannello e office365.cloud in config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra chiede un secondo fattore all’account di servizio. Acceda di nuovo qui e confermi sul dispositivo dell’account, oppure escluda l’account da quel criterio.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>L’account di servizio è bloccato o disattivato, oppure la sua password è scaduta. Lo sistemi in Entra › Users, poi acceda di nuovo qui.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>L’accesso è stato rifiutato sull’altro dispositivo. Acceda di nuovo qui, con un nuovo codice.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange nega l’accesso a questa cassetta postale. Esegua Test-ServicePrincipalAuthorization per l’applicazione e la sala: il ruolo “Application Calendars.ReadWrite” deve essere nell’ambito. I nuovi diritti richiedono fino a due ore.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange non conosce alcuna cassetta postale con questo indirizzo. Confronti room.address in config.yaml con l’indirizzo SMTP primario (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>L’indirizzo della sala non è una cassetta postale Exchange Online: potrebbe essere senza licenza, locale o eliminata. Controlli con Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>Il certificato TLS del server non è attendibile. Controlli l’orologio del pannello; dietro un proxy di ispezione, indichi il suo certificato radice come office365.ca_file in config.yaml.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra non consente all’applicazione di far accedere nessuno. Confronti office365.client_id in config.yaml e imposti “Allow public client flows” su Yes in Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>Il pannello non ha un posto sicuro per il suo accesso. Sblocchi un portachiavi su questa macchina o dia al pannello la credenziale token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Nessuno ha acconsentito a Calendars.ReadWrite.Shared. Lo conceda in Entra › App registrations › API permissions, poi acceda di nuovo qui.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Un criterio di accesso condizionale blocca l’account di servizio o l’accesso con codice. Lo cerchi in Entra › Sign-in logs, escluda l’account, poi acceda di nuovo qui.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>L’account di servizio non ha mai effettuato l’accesso, oppure l’accesso è scaduto o è stato revocato. Acceda qui con un codice.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>L’account connesso non può usare il calendario di questa sala. Lo renda Editor con Add-MailboxFolderPermission o acceda qui con un altro.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>La lettura funziona, la scrittura è negata. Assegni “Application Calendars.ReadWrite” per questa sala e controlli con Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>La lettura funziona, la scrittura è negata. Renda l’account di servizio Editor del calendario della sala con Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Per il reparto IT: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Per il reparto IT: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Accesso di questo pannello</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Si sta chiedendo un codice a Microsoft.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Scansioni questo codice, o apra %1 e inserisca:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Per il reparto IT (ancora %1): acceda con l’account di servizio.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>Codice QR per %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Lingua e accessibilità</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>La Sua scelta vale finché il pannello non resta inutilizzato per %1.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Facilità d’uso</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrasto elevato</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Testo grande</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Pulsanti in basso</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Nessun movimento</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Mi aspetti</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leggi ad alta voce</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Associare questo pannello</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Scansioni questo codice con un telefono, o apra %1 e inserisca:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>Il telefono mostra lo stesso numero:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>Il pannello sta creando il suo codice.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Ricerca di %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Connesso a %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>Nessuna connessione a %1. Il pannello continua a provare.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>Il certificato di %1 non è attendibile. Indichi la sua autorità come wox.ca_file e controlli l’orologio del pannello.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>Ciò che risponde a %1 non è un server WOX di questa versione. Controlli l’indirizzo.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>N. di serie %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Chiave %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Rifiutato sul telefono</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Qualcuno ha detto che questo non è il pannello giusto. Tra poco segue un nuovo codice.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>Non associato</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nuovo codice</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confermato</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>Il pannello sta prendendo in carico la sua sala.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>Quale server WOX?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Inserisca il suo indirizzo, ad esempio wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>Questo non è un indirizzo. Ha la forma wox.example.com o wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Altro server</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Indirizzo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Prenota più tardi</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>oggi o domani</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Scelga uno degli orari liberi.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>Prenotare %1 più tardi</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>La sala è libera dalle %1 alle %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Prenota domani %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inizio</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Inizio: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Iniziare prima</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Iniziare dopo</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Fine: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Finire prima</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Finire dopo</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Libera dalle %1 alle %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>In attesa: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Prenotata: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>La prenotazione è nel calendario della sala.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Oggi non si può più prenotare.</translation>
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
        <translation>Non tutto funziona ancora: %1. La pagina del pannello su WOX dice come rimediare.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Amministrazione</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Inserisca il PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Il PIN non è corretto. Riprovi.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>Il PIN viene controllato.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Troppi PIN errati. Riprovi tra %1.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Esegui la diagnosi</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>crea un appuntamento lontano e lo toglie</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Leggi il calendario adesso</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>Il calendario viene letto.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Invia un’immagine dello schermo</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Conserva un’immagine dello schermo</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>L’immagine è nella pagina di questo pannello.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>L’immagine è conservata come %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>L’immagine non ha potuto essere inviata: WOX non risponde. Riprovi più tardi.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>L’immagine non ha potuto essere conservata. Liberi spazio sul disco del pannello.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Codice per il tecnico</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Chiudi il codice</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Riavvia</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>Riavviare questo pannello? Lo schermo resta scuro per qualche secondo.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Associa di nuovo</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>Associare di nuovo questo pannello? Dimentica la sua sala e mostra il suo codice finché qualcuno non lo conferma.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versione</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>N. di serie</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>nessuna rete</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>a posto</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Ultime notizie da Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Età dell’agenda</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>In attesa di Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Ultime notizie da WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>non ancora</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Guasti</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>La diagnosi è in corso. Richiede qualche secondo.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tutto a posto.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Funziona, ma qualcosa va controllato.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Qualcosa è guasto.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>A posto</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Da controllare</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Guasto</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non controllato</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Questo pannello ha bisogno di un tecnico</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Ora non può mostrare l’agenda della sala. Le prenotazioni fatte in Outlook o sul portale valgono come sempre.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Per il tecnico, che può scansionare il codice: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Questo pannello sta per essere dissociato.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Forse libera</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Forse occupata</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>L’orologio del pannello era sbagliato: non si sa di quando sia questa agenda.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Segnala un problema</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>Che cosa non va in questa sala?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>Chi si occupa della sala viene avvisato.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Scelga il problema</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Segnala</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Schermo o telecamera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Pulizia</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Arredi</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Segnalazione in corso…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>Il server WOX viene avvisato.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Segnalato</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Grazie. Chi si occupa della sala è stato avvisato.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Annotato</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Grazie. La segnalazione è conservata qui e verrà inviata non appena il server WOX sarà raggiungibile.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>Non è stato possibile segnalarlo</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>Non è stato segnalato nulla. Lo dica direttamente a chi si occupa della sala.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>Chi prenota?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Inserisca il Suo nome.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Inserisca il Suo PIN.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Avvicini il badge al lettore.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Nessuno ha questo PIN. Riprovi.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Nessuno ha questo badge. Ne provi un altro.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Troppi badge sconosciuti. Riprovi tra %1.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Nome inserito: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyzàèéìòù</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spazio</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>Si sta chiedendo al server WOX chi è Lei.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX non risponde</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>Non si può verificare chi prenota, quindi non è stato prenotato nulla. Riprovi tra poco o prenoti in Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Ora non si può verificare chi prenota. Può prenotare senza il Suo nome.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Informazioni su questa sala</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Posti</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dove si trova</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Dotazioni</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Foto della sala</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>Di questa sala non si sa altro.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Questo pannello sta per essere dissociato. %Ln richiesta è ancora in corso di invio a Office 365. Lo lasci acceso.</numerusform>
            <numerusform>Questo pannello sta per essere dissociato. %Ln richieste sono ancora in corso di invio a Office 365. Lo lasci acceso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e %Ln altra</numerusform>
            <numerusform>e altre %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln cifra inserita</numerusform>
            <numerusform>%Ln cifre inserite</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 ha ricevuto troppe richieste. Il pannello riprova da solo.</translation>
    </message>
</context>
</TS>
