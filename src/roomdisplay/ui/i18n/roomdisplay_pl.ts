<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Alarm: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Jutro</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Cały dzień</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Jutro</translation>
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
        <translation>Wolna</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Zajęta</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Wkrótce koniec</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Oczekuje</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Zamelduj się</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Wolna, stan z %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Zajęta, stan z %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zamknięta</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Nieczynna</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Brak planu</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>do %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>do odwołania</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>tylko do %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>wolna o %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>do końca dnia</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>do %1, według ostatnich danych</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>do końca dnia, według ostatnich danych</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>jeszcze %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>za %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Następnie: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Następnie: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Następnie: %1, jutro cały dzień</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>Na dziś nic więcej nie zarezerwowano.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Na dziś i jutro nic nie zarezerwowano.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>Sala zostanie zamknięta o %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Między dwiema rezerwacjami sala pozostaje wolna przez %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Jeszcze niepotwierdzone przez Office 365.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Prosimy o zameldowanie się po przybyciu.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Zwolnienie o %1, jeśli nikt się nie zamelduje.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>Od tego czasu brak wiadomości, więc sala mogła zostać zarezerwowana gdzie indziej.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>Panel odczytuje kalendarz sali.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Brak połączenia z Office 365. Panel ponawia próby.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Awaria Office 365. Panel ponawia próby.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>%1 (jutro)</translation>
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
        <translation>od %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>do %1</translation>
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
        <translation>1 godz.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 godz.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 godz. %2 min</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>Spotkanie prywatne</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Zarezerwowane</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Spotkanie bez tytułu</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>jeszcze niepotwierdzone</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, cały dzień</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, od %2 do %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Wolna od %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Wolna cały dzień</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Wolna %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktualne</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Aktualizacja: %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Aktualizacja: %1 · brak połączenia</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Aktualizacja: %1 · brak dostępu</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Aktualizacja: %1 · awaria Office 365</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · certyfikat wygasa: %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Łączenie</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Brak połączenia</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Brak dostępu</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Awaria Office 365</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Ta sala na telefonie</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Do %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Przedłuż</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>do %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>zwalnia salę od razu</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Anuluj rezerwację</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>jakby jej nie było</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Zwolnij salę</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>zawiadamia organizatora</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>Nie przyjdziemy</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>zwalnia salę</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>jesteśmy na miejscu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>Rezerwacja teraz: %1</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>Sala jest wolna do %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>Sala jest wolna do końca dnia.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>Brak połączenia: rezerwacja zostanie tu zapisana i potwierdzona, gdy Office 365 odpowie.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Ten czas właśnie stał się niemożliwy. Prosimy wybrać ponownie.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Zarezerwuj %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Wybierz czas</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>Sala została właśnie zajęta</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Rezerwacja nie jest teraz możliwa</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>W międzyczasie coś się zmieniło. Nic nie zarezerwowano.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Nic nie zarezerwowano.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>Nic nie zarezerwowano. Sala będzie znów wolna od %1 do %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>Nic nie zarezerwowano. Sala będzie znów wolna od %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>Nic nie zarezerwowano. Sala jest teraz wolna do %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Znajdź salę</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>w pobliżu</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Trwa zapytanie do Office 365 o sale w pobliżu.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Dotknij wolnej sali, aby ją zarezerwować. Stan z %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>Żadna sala w pobliżu nie jest teraz wolna. Stan z %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>Stan z %1. Office 365 teraz nie odpowiada.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 teraz nie odpowiada. Panel zapyta ponownie za minutę.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>wolna do %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>wolna do końca dnia</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>wolna od %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>zajęta dziś i jutro</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>stąd nie można zarezerwować</translation>
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
        <translation>Sala %1 została właśnie zajęta</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>Sali %1 nie można teraz zarezerwować</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Zostań dłużej</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>Rezerwacja kończy się teraz o %1. Wybierz nowy koniec.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>Spotkanie kończy się teraz o %1. Tuż po nim zostanie dodana rezerwacja sali. Wybierz jej koniec.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Przedłuż do %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 godz.</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 godz. %2 min</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>Zakończyć spotkanie teraz?</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>Anulować tę rezerwację?</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>Zwolnić salę?</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>Odzyskać salę?</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>Sala od razu będzie wolna. Rezerwacja trwałaby do %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>Rezerwacja %1 – %2 zostanie usunięta z kalendarza sali.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>Spotkanie %1 – %2 od razu zwalnia salę, a organizator zostanie zawiadomiony. Tutaj nie można tego cofnąć.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>Czas %1 – %2 zostanie ponownie zarezerwowany, w imieniu sali. Organizator został zawiadomiony o zwolnieniu.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Zakończ teraz</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Zwolnij teraz</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Zarezerwuj ponownie</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Ta rezerwacja się zmieniła</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Wybrana czynność nie jest już możliwa. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Rezerwowanie…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Przedłużanie…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>Kończenie spotkania…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>Anulowanie rezerwacji…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>Zwalnianie sali…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Meldowanie…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Trwa zapytanie do Office 365.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Oczekuje do %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Przedłużenie zapisane, do %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Zakończenie zapisane</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Anulowanie zapisane</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Zwolnienie zapisane</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Zameldowanie zapisane</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>Zapisane tutaj, jeszcze niepotwierdzone. Panel przechowa rezerwację i potwierdzi ją, gdy tylko Office 365 odpowie.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Zapisane tutaj, jeszcze niepotwierdzone. Panel przekaże to dalej, gdy tylko Office 365 odpowie.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Zapisane tutaj. Kalendarz sali pokaże to, gdy tylko Office 365 odpowie.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Zapisane tutaj. Organizator zostanie zawiadomiony, gdy tylko Office 365 odpowie.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Zapisane tutaj. Sala pozostaje do Państwa dyspozycji.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Zarezerwowana do %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Przedłużona do %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Spotkanie zakończone</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Rezerwacja anulowana</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Sala zwolniona</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Zameldowano</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>Sala jest do Państwa dyspozycji. Rezerwacja jest w kalendarzu.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>Sala pozostaje do Państwa dyspozycji. Kalendarz pokazuje nowy koniec.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Dziękujemy. Inni mogą teraz korzystać z sali.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Dziękujemy. Rezerwacji nie ma już w kalendarzu sali.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Dziękujemy. Organizator został zawiadomiony, a inni mogą teraz korzystać z sali.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Nikt się nie zameldował. Organizator został zawiadomiony.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Dziękujemy. Sala pozostaje do Państwa dyspozycji.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>Oczekuje: %1 do %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Zarezerwowano: %1 do %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>Rezerwacja jest w kalendarzu tamtej sali.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>Salę %1 zarezerwowano chwilę wcześniej. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Ten panel nie może rezerwować sali %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>Nie ma dostępu do kalendarza tamtej sali. Prosimy wybrać inną salę lub zarezerwować w Outlooku.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Ktoś był szybszy</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>Rezerwacji już nie ma</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>Rezerwację zmieniono gdzie indziej</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Ten panel nie ma prawa rezerwować</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>Kalendarz sali jest pełny</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 odrzucił rezerwację</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>Sala nie została zwolniona</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>Panel nie mógł tego zapisać</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>Salę zarezerwowano chwilę wcześniej. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Nie ma jej już w kalendarzu sali; być może ktoś usunął ją w Outlooku.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Tutaj nic nie zmieniono. Prosimy sprawdzić nowe godziny i spróbować ponownie.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Może pokazywać kalendarz sali, ale nie może go zmieniać. Prosimy zarezerwować salę w Outlooku.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>Nie przyjmie kolejnych rezerwacji, dopóki administrator nie zrobi miejsca. Prosimy wybrać inną salę.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>Nic nie zmieniono. Prosimy zarezerwować salę w Outlooku.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>W międzyczasie coś się wydarzyło. Nic nie zmieniono.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>Jego pamięć jest pełna lub uszkodzona, więc nic nie zmieniono. Prosimy zarezerwować salę w Outlooku.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>Salę zarezerwowano chwilę wcześniej. Będzie znów wolna od %1 do %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>Salę zarezerwowano chwilę wcześniej. Będzie znów wolna od %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>Salę zarezerwowano chwilę wcześniej. Jest teraz wolna do %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>Następne spotkanie było pierwsze</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>Czas po tej rezerwacji został w międzyczasie zajęty. Rezerwacja pozostaje bez zmian.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Za późno na potwierdzenie</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Czas minął, zanim Office 365 odpowiedział. W kalendarzu nic nie zapisano.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>Rezerwacja skończyła się, zanim Office 365 odpowiedział. Nie została przedłużona.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>Rezerwacja skończyła się, zanim Office 365 odpowiedział.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>Spotkanie skończyło się, zanim Office 365 odpowiedział.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>Spotkanie się skończyło.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>Sala została właśnie zwolniona</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Dotąd nikt się nie zameldował. Salę można odzyskać jeszcze przez minutę.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>Spotkanie zmieniono gdzie indziej</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 odmówił zwolnienia sali</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>Nic nie zmieniono. Organizator może usunąć salę ze spotkania w Outlooku.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>Nic nie zmieniono. Prosimy spróbować ponownie lub zarezerwować salę w Outlooku.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>Rezerwacja %1 – %2 jest teraz potwierdzona.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>Rezerwacja trwa teraz do %2; Office 365 to potwierdził.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>Wcześniejsze zakończenie jest już w kalendarzu sali.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>Rezerwacja %1 – %2 jest teraz anulowana.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>Spotkanie %1 – %2 zwolniło salę; organizator został zawiadomiony.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Ktoś zameldował się na spotkanie %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Zwolniona o %1: nikt się nie zameldował.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>Spotkania %1 – %2 nie udało się zwolnić; zachowuje salę.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>Rezerwacji %1 – %2 nie udało się utrzymać: ktoś inny był szybszy.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>Rezerwacji nie udało się przedłużyć do %2. Kończy się jak wcześniej.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>Rezerwacja %1 – %2 została odrzucona przez Office 365. Prosimy zarezerwować w Outlooku.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>Rezerwacji %1 – %2 nie udało się utrzymać: pamięć panelu jest pełna lub uszkodzona.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>Rezerwacji %1 – %2 nie ma już w kalendarzu sali.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>Zmiany rezerwacji do %2 nie udało się wprowadzić w Office 365.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>Rezerwacja %1 – %2 skończyła się, zanim Office 365 mógł ją potwierdzić.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Ten panel utracił połączenie z kalendarzem sali. Prosimy rezerwować w Outlooku; dział IT musi to naprawić.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Ten panel nie jest zalogowany do Office 365. Prosimy rezerwować w Outlooku; dział IT musi go zalogować.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Ten panel został wyłączony przez dział IT. Prosimy zarezerwować salę w Outlooku.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>Logowanie tego panelu wygasło. Prosimy rezerwować w Outlooku; dział IT musi je odnowić.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Ten panel nie jest w pełni skonfigurowany. Prosimy rezerwować w Outlooku; dział IT musi to dokończyć.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Ten panel czeka jeszcze na zatwierdzenie. Prosimy rezerwować w Outlooku; dział IT musi go zatwierdzić.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Reguła bezpieczeństwa blokuje ten panel. Prosimy rezerwować w Outlooku; dział IT musi na to zezwolić.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Ten panel nie może korzystać z kalendarza sali. Prosimy rezerwować w Outlooku; dział IT musi na to zezwolić.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Ten panel nie może znaleźć swojej sali. Prosimy rezerwować w Outlooku; dział IT musi to poprawić.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Ta sala nie ma kalendarza, z którego panel mógłby korzystać. Prosimy rezerwować w Outlooku; dział IT musi to naprawić.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Ten panel nie może bezpiecznie połączyć się z Office 365. Prosimy rezerwować w Outlooku; dział IT musi to naprawić.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Ten panel może pokazywać kalendarz, ale nie może rezerwować. Prosimy rezerwować w Outlooku.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra nie zna dzierżawy o tej nazwie. Porównaj office365.tenant w config.yaml z Tenant ID na stronie Overview centrum administracyjnego Entra.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>Dzierżawa znajduje się w innej chmurze Microsoft. Ustaw office365.cloud w config.yaml na tę chmurę.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra nie zna w tej dzierżawie aplikacji o tym ID. Porównaj office365.client_id w config.yaml z Application (client) ID w Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>Aplikacja jest wyłączona. Włącz „Enabled for users to sign in” w Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra nie akceptuje klucza tajnego klienta. Zapisz ponownie Value klucza (nie jego Secret ID), z Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>Klucz tajny klienta wygasł. Utwórz nowy w Entra › App registrations › Certificates &amp; secrets i zapisz go dla tego panelu.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>Klucza, który config.yaml wymienia pod office365, nie ma w magazynie kluczy panelu. Zapisz go tam pod tą nazwą.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra nie akceptuje certyfikatu. Prześlij jego część publiczną w Entra › App registrations › Certificates &amp; secrets i sprawdź jego daty oraz zegar panelu.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>Aplikacja nie ma uprawnień. Przypisz „Application Calendars.ReadWrite” dla tej sali w Exchange (RBAC for Applications) lub udziel zgody administratora na Calendars.ReadWrite w Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Zasada dostępu warunkowego blokuje to logowanie. Znajdź ją w Entra › Sign-in logs › Service principal sign-ins i wyklucz aplikację panelu.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft nie akceptuje już logowania panelu. Poszukaj przyczyny w Entra › Sign-in logs i sprawdź zegar panelu oraz office365.cloud w config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra żąda od konta usługi drugiego składnika. Zaloguj się tu ponownie i potwierdź na urządzeniu konta albo wyklucz konto z tej zasady.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>Konto usługi jest zablokowane lub wyłączone albo jego hasło wygasło. Napraw to w Entra › Users, a następnie zaloguj się tu ponownie.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>Logowanie odrzucono na drugim urządzeniu. Zaloguj się tu ponownie, z nowym kodem.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange odmawia dostępu do tej skrzynki. Uruchom Test-ServicePrincipalAuthorization dla aplikacji i sali: rola „Application Calendars.ReadWrite” musi być w zakresie. Nowe uprawnienia działają po maksymalnie dwóch godzinach.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange nie zna skrzynki o tym adresie. Porównaj room.address w config.yaml z podstawowym adresem SMTP (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>Adres sali nie jest skrzynką Exchange Online: może być bez licencji, lokalna lub usunięta. Sprawdź za pomocą Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>Certyfikat TLS serwera nie jest zaufany. Sprawdź zegar panelu; za serwerem proxy z inspekcją podaj jego certyfikat główny jako office365.ca_file w config.yaml.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra nie pozwala aplikacji nikogo logować. Porównaj office365.client_id w config.yaml i ustaw „Allow public client flows” na Yes w Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>Panel nie ma bezpiecznego miejsca na swoje logowanie. Odblokuj pęk kluczy na tej maszynie lub daj panelowi poświadczenie token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Nikt nie wyraził zgody na Calendars.ReadWrite.Shared. Udziel jej w Entra › App registrations › API permissions, a następnie zaloguj się tu ponownie.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Zasada dostępu warunkowego blokuje konto usługi lub logowanie kodem. Znajdź ją w Entra › Sign-in logs, wyklucz konto, a następnie zaloguj się tu ponownie.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>Konto usługi nigdy nie było zalogowane albo jego logowanie wygasło lub zostało cofnięte. Zaloguj je tutaj kodem.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>Zalogowane konto nie może korzystać z kalendarza tej sali. Nadaj mu rolę Editor za pomocą Add-MailboxFolderPermission lub zaloguj tu inne.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>Odczyt działa, zapis jest zabroniony. Przypisz „Application Calendars.ReadWrite” dla tej sali i sprawdź za pomocą Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>Odczyt działa, zapis jest zabroniony. Nadaj kontu usługi rolę Editor w kalendarzu sali za pomocą Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Dla działu IT: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Dla działu IT: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Zaloguj</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Zaloguj ten panel</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Trwa zapytanie do Microsoft o kod.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Zeskanuj ten kod lub otwórz %1 i&#xa0;wpisz:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Dla działu IT (jeszcze %1): zaloguj się kontem usługi.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>Kod QR dla %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Język i ułatwienia dostępu</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>Wybór obowiązuje, dopóki panel nie pozostanie niedotknięty przez %1.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Ułatwienia</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Duży tekst</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Przyciski nisko</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Bez animacji</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Zaczekaj na mnie</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Sparuj ten panel</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Zeskanuj ten kod telefonem lub otwórz %1 i&#xa0;wpisz:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>Telefon pokazuje ten sam numer:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>Panel tworzy swój kod.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Szukanie %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Połączono z %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>Brak połączenia z %1. Panel ponawia próby.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>Certyfikat %1 nie jest zaufany. Podaj jego urząd jako wox.ca_file i sprawdź zegar panelu.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>To, co odpowiada pod %1, nie jest serwerem WOX tej wersji. Sprawdź adres.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>Numer seryjny %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Klucz %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Odrzucono na telefonie</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Ktoś wskazał, że to nie jest właściwy panel. Wkrótce pojawi się nowy kod.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>Niesparowany</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nowy kod</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Potwierdzono</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>Panel przejmuje swoją salę.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>Który serwer WOX?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Wpisz jego adres, na przykład wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>To nie jest adres. Ma on postać wox.example.com lub wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Inny serwer</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Jutro</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Zarezerwuj później</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>dziś lub jutro</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Wybierz jeden z wolnych terminów.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>Rezerwacja na później: %1</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>Sala jest wolna od %1 do %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Zarezerwuj jutro %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Początek: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Zacznij wcześniej</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Zacznij później</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Koniec</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Koniec: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Zakończ wcześniej</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Zakończ później</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Wolna od %1 do %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Oczekuje: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Zarezerwowano: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>Rezerwacja jest w kalendarzu sali.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Dziś nie można już nic zarezerwować.</translation>
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
        <translation>Nie wszystko jeszcze działa: %1. Strona panelu w WOX mówi, jak to naprawić.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administracja</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Wpisz kod PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>To nie jest właściwy PIN. Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>Trwa sprawdzanie kodu PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zbyt wiele błędnych kodów PIN. Spróbuj ponownie za %1.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Uruchom diagnostykę</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>tworzy odległy termin i usuwa go</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Odczytaj kalendarz teraz</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>Trwa odczyt kalendarza.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Wyślij obraz ekranu</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Zachowaj obraz ekranu</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>Obraz jest na stronie tego panelu.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>Obraz zachowano jako %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>Nie udało się wysłać obrazu: WOX nie odpowiada. Spróbuj później.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>Nie udało się zachować obrazu. Zwolnij miejsce na dysku panelu.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Kod dla technika</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Zamknij kod</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Uruchom ponownie</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>Uruchomić ten panel ponownie? Jego ekran będzie przez kilka sekund ciemny.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Sparuj ponownie</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>Sparować ten panel ponownie? Zapomni swoją salę i będzie pokazywać kod, aż ktoś go potwierdzi.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Numer seryjny</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Sieć</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>brak sieci</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>w porządku</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Ostatnia wiadomość z Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Wiek planu</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>Oczekuje na Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Ostatnia wiadomość z WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>jeszcze nie</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Usterki</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>Trwa diagnostyka. Zajmie to kilka sekund.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Wszystko w porządku.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Działa, ale coś wymaga sprawdzenia.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Coś jest uszkodzone.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>W porządku</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Do sprawdzenia</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Uszkodzone</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nie sprawdzono</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Ten panel wymaga technika</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Nie może teraz pokazać planu sali. Rezerwacje z Outlooka lub portalu obowiązują jak zawsze.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Dla technika, który może zeskanować kod: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Ten panel zostanie wkrótce odłączony.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Może wolna</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Może zajęta</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>Zegar panelu był błędny, więc nie wiadomo, jak stary jest ten plan.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Zgłoś problem</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>Co nie działa w tej sali?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>Osoba, która opiekuje się salą, zostanie powiadomiona.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Wybierz, co nie działa</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Zgłoś</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Ekran lub kamera</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Dźwięk</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Sprzątanie</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Meble</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Coś innego</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Zgłaszanie…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>Serwer WOX jest powiadamiany.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Zgłoszono</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Dziękujemy. Osoba, która opiekuje się salą, została powiadomiona.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Zapisano</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Dziękujemy. Zgłoszenie jest zapisane tutaj i zostanie wysłane, gdy serwer WOX będzie osiągalny.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>Nie udało się zgłosić</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>Nic nie zostało zgłoszone. Prosimy powiadomić bezpośrednio osobę, która opiekuje się salą.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>Kto rezerwuje?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Wpisz swoje nazwisko.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Wpisz swój PIN.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Przyłóż identyfikator do czytnika.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Nikt nie ma takiego PIN-u. Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Nikt nie ma tego identyfikatora. Spróbuj innego.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Za dużo nieznanych identyfikatorów. Spróbuj ponownie za %1.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Wpisane nazwisko: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Chwileczkę…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>Serwer WOX sprawdza, kto rezerwuje.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX nie odpowiada</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>Nie można sprawdzić, kto rezerwuje, więc nic nie zarezerwowano. Spróbuj ponownie za chwilę albo zarezerwuj w Outlooku.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Nie można teraz sprawdzić, kto rezerwuje. Można zarezerwować bez nazwiska.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>O tej sali</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Miejsca</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Gdzie jest</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Wyposażenie</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Zdjęcie sali</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>Nic więcej o tej sali nie wiadomo.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Ten panel zostanie wkrótce odłączony. Do Office 365 wysyłane jest jeszcze %Ln żądanie. Prosimy go nie wyłączać.</numerusform>
            <numerusform>Ten panel zostanie wkrótce odłączony. Do Office 365 wysyłane są jeszcze %Ln żądania. Prosimy go nie wyłączać.</numerusform>
            <numerusform>Ten panel zostanie wkrótce odłączony. Do Office 365 wysyłanych jest jeszcze %Ln żądań. Prosimy go nie wyłączać.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>i jeszcze %Ln</numerusform>
            <numerusform>i jeszcze %Ln</numerusform>
            <numerusform>i jeszcze %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>Wpisano %Ln cyfrę</numerusform>
            <numerusform>Wpisano %Ln cyfry</numerusform>
            <numerusform>Wpisano %Ln cyfr</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 ma zbyt wiele żądań. Panel sam spróbuje ponownie.</translation>
    </message>
</context>
</TS>
