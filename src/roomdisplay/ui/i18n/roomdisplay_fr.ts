<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Urgence&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Toute la journée</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
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
        <translation>Libre</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Occupée</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Bientôt libre</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>S’enregistrer</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Libre, état à %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Occupée, état à %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Hors service</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Pas encore de planning</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>jusqu’à nouvel ordre</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>seulement jusqu’à %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>libre à %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>pour le reste de la journée</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>jusqu’à %1, selon les dernières données</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>pour le reste de la journée, selon les dernières données</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Ensuite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Ensuite&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Ensuite&#xa0;: %1, demain toute la journée</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>Rien d’autre n’est réservé aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>Rien n’est réservé aujourd’hui ni demain.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>La salle ferme à %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Entre deux réservations, la salle reste libre pendant %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Pas encore confirmé par Office 365.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Veuillez vous enregistrer à votre arrivée.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Libérée à %1 si personne ne s’enregistre.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>Aucune nouvelle depuis&#xa0;: la salle a pu être réservée ailleurs entre-temps.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>Le panneau lit le calendrier de la salle.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Pas de connexion à Office 365. Le panneau continue d’essayer.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 est en panne. Le panneau continue d’essayer.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>demain %1</translation>
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
        <translation>à partir de %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>fin %1</translation>
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
        <translation>1 heure</translation>
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
        <translation>Réunion privée</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Réunion sans titre</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>pas encore confirmé</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, toute la journée</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Libre à partir de %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Libre toute la journée</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Libre %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Mis à jour à %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Mis à jour à %1 · pas de connexion</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Mis à jour à %1 · pas d’accès</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Mis à jour à %1 · Office 365 est en panne</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · le certificat expire le %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Pas d’accès</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 est en panne</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Cette salle sur votre téléphone</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Jusqu’à %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Prolonger</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>libère la salle</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Annuler la réservation</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>comme si de rien n’était</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Libérer la salle</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>prévient l’organisateur</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>Nous ne venons pas</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>libère la salle</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>nous sommes là</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>Réserver %1 maintenant</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>La salle est libre jusqu’à %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>La salle est libre pour le reste de la journée.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>Il n’y a pas de connexion&#xa0;: la réservation est mise en attente ici et sera confirmée dès qu’Office 365 répondra.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Ce créneau vient de devenir impossible. Veuillez en choisir un autre.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Réserver %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Choisir une durée</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>La salle vient d’être prise</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Réservation impossible pour le moment</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>Quelque chose a changé entre-temps. Rien n’a été réservé.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Rien n’a été réservé.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>Rien n’a été réservé. La salle est de nouveau libre de %1 à %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>Rien n’a été réservé. La salle est de nouveau libre à partir de %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>Rien n’a été réservé. La salle est libre maintenant jusqu’à %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Trouver une salle</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>à proximité</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Office 365 recherche les salles à proximité.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Touchez une salle libre pour la réserver. État à %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>Aucune salle libre à proximité. État à %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>État à %1. Office 365 ne répond pas pour le moment.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 ne répond pas pour le moment. Le panneau réessaie dans une minute.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>libre jusqu’à %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>libre pour le reste de la journée</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>libre à partir de %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>pas libre aujourd’hui ni demain</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>non réservable d’ici</translation>
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
        <translation>%1 vient d’être prise</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 ne peut pas être réservée pour le moment</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Rester plus longtemps</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>La réservation se termine à %1. Choisissez une nouvelle fin.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>La réunion se termine à %1. Une réservation de la salle est ajoutée juste après. Choisissez-en la fin.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Prolonger jusqu’à %1</translation>
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
        <translation>Terminer la réunion maintenant&#x202f;?</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>Annuler cette réservation&#x202f;?</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>Libérer la salle&#x202f;?</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>Reprendre la salle&#x202f;?</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>La salle se libère aussitôt. La réservation durerait jusqu’à %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>La réservation %1 – %2 est retirée du calendrier de la salle.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>La réunion %1 – %2 libère aussitôt la salle et son organisateur en est informé. Cela ne peut pas être annulé ici.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>Le créneau %1 – %2 est de nouveau réservé, au nom de la salle. L’organisateur a été informé de la libération.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminer maintenant</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Libérer maintenant</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Réserver de nouveau</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Cette réservation a changé</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Votre choix n’est plus possible. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Réservation…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Prolongation…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>Fin de la réunion…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>Annulation de la réservation…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>Libération de la salle…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Demande envoyée à Office 365.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>En attente jusqu’à %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Prolongation notée, jusqu’à %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Fin notée</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Annulation notée</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Libération notée</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Enregistrement noté</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>En attente ici, pas encore confirmé. Le panneau garde votre réservation et la confirme dès qu’Office 365 répond.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Conservé ici, pas encore confirmé. Le panneau le transmet dès qu’Office 365 répond.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Conservé ici. Le calendrier de la salle l’affichera dès qu’Office 365 répondra.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Conservé ici. L’organisateur sera informé dès qu’Office 365 répondra.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Conservé ici. La salle reste à vous.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Réservée jusqu’à %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Prolongée jusqu’à %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Réunion terminée</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Réservation annulée</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Salle libérée</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>La salle est à vous. La réservation figure dans son calendrier.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>La salle reste à vous. Son calendrier affiche la nouvelle fin.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Merci. D’autres peuvent maintenant utiliser la salle.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Merci. La réservation n’est plus dans le calendrier de la salle.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Merci. L’organisateur a été informé et d’autres peuvent maintenant utiliser la salle.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Personne ne s’est enregistré. L’organisateur a été informé.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Merci. La salle reste à vous.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>En attente&#xa0;: %1 jusqu’à %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Réservée&#xa0;: %1 jusqu’à %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>La réservation figure dans le calendrier de cette salle.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 a été réservée un instant avant votre demande. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Ce panneau ne peut pas réserver %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>Il n’a pas accès au calendrier de cette salle. Veuillez choisir une autre salle ou réserver dans Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Quelqu’un a été plus rapide</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>La réservation a disparu</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>La réservation a été modifiée ailleurs</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Ce panneau n’a pas le droit de réserver</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>Le calendrier de la salle est plein</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 a refusé la réservation</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>La salle n’a pas été libérée</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>Le panneau n’a pas pu conserver la demande</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>La salle a été réservée un instant avant votre demande. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Elle n’est plus dans le calendrier de la salle&#x202f;; quelqu’un l’a peut-être supprimée dans Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Rien n’a été modifié ici. Veuillez vérifier les nouveaux horaires et réessayer.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Il peut afficher le calendrier de la salle, mais pas le modifier. Veuillez réserver la salle dans Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>Il n’accepte plus de réservations tant qu’un administrateur n’a pas fait de place. Veuillez choisir une autre salle.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>Rien n’a été modifié. Veuillez réserver la salle dans Outlook.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>Un imprévu est survenu. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>Sa mémoire est pleine ou défectueuse, rien n’a donc été modifié. Veuillez réserver la salle dans Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>La salle a été réservée un instant avant votre demande. Elle est de nouveau libre de %1 à %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>La salle a été réservée un instant avant votre demande. Elle est de nouveau libre à partir de %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>La salle a été réservée un instant avant votre demande. Elle est libre maintenant jusqu’à %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>La réunion suivante était prioritaire</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>Le créneau après le vôtre a été réservé entre-temps. Votre réservation reste inchangée.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Trop tard pour confirmer</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Le créneau était passé avant la réponse d’Office 365. Rien ne figure dans le calendrier.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>La réservation était terminée avant la réponse d’Office 365. Elle n’a pas été prolongée.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>La réservation était terminée avant la réponse d’Office 365.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>La réunion était terminée avant la réponse d’Office 365.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>La réunion est terminée.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>La salle vient d’être libérée</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Personne ne s’était enregistré. Vous pouvez reprendre la salle pendant une minute.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>La réunion a été modifiée ailleurs</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 a refusé de libérer la salle</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>Rien n’a été modifié. L’organisateur peut retirer la salle de la réunion dans Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>Rien n’a été modifié. Veuillez réessayer ou réserver la salle dans Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>La réservation %1 – %2 est maintenant confirmée.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>La réservation dure maintenant jusqu’à %2&#x202f;; Office 365 l’a confirmé.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>La fin anticipée figure maintenant dans le calendrier de la salle.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>La réservation %1 – %2 est maintenant annulée.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>La réunion %1 – %2 a libéré la salle&#x202f;; son organisateur a été informé.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Quelqu’un s’est enregistré pour la réunion %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Libérée à %1&#xa0;: personne ne s’est enregistré.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>La réunion %1 – %2 n’a pas pu être libérée&#x202f;; elle garde la salle.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>La réservation %1 – %2 n’a pas pu être gardée&#xa0;: quelqu’un d’autre a été plus rapide.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>La réservation n’a pas pu être prolongée jusqu’à %2. Elle se termine comme prévu.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>La réservation %1 – %2 a été refusée par Office 365. Veuillez réserver dans Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>La réservation %1 – %2 n’a pas pu être gardée&#xa0;: la mémoire du panneau est pleine ou défectueuse.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>La réservation %1 – %2 n’est plus dans le calendrier de la salle.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>La modification de la réservation jusqu’à %2 n’a pas pu être faite dans Office 365.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>La réservation %1 – %2 était terminée avant qu’Office 365 puisse la confirmer.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Ce panneau a perdu son lien avec le calendrier de la salle. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit le rétablir.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Ce panneau n’est pas connecté à Office 365. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit le connecter.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Ce panneau a été désactivé par votre service informatique. Veuillez réserver la salle dans Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>La connexion de ce panneau a expiré. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit la renouveler.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Ce panneau n’est pas entièrement configuré. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit terminer.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Ce panneau attend encore une approbation. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit l’approuver.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Une règle de sécurité bloque ce panneau. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit l’autoriser.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Ce panneau n’a pas accès au calendrier de la salle. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit l’autoriser.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Ce panneau ne trouve pas sa salle. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit corriger cela.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Cette salle n’a pas de calendrier utilisable par le panneau. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit y remédier.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Ce panneau ne peut pas joindre Office 365 en sécurité. Veuillez réserver dans Outlook&#x202f;; votre service informatique doit y remédier.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Ce panneau peut afficher le calendrier, mais pas réserver. Veuillez réserver dans Outlook.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra ne connaît aucun tenant de ce nom. Comparez office365.tenant dans config.yaml avec le Tenant ID de la page Overview du centre d’administration Entra.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>Le tenant se trouve dans un autre cloud Microsoft. Indiquez ce cloud sous office365.cloud dans config.yaml.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra ne connaît aucune application avec cet ID dans le tenant. Comparez office365.client_id dans config.yaml avec Application (client) ID sous Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>L’application est désactivée. Activez «&#xa0;Enabled for users to sign in&#xa0;» sous Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra n’accepte pas le secret client. Enregistrez de nouveau la Value du secret (pas son Secret ID), depuis Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>Le secret client a expiré. Créez-en un nouveau sous Entra › App registrations › Certificates &amp; secrets et enregistrez-le pour ce panneau.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>Le secret que config.yaml nomme sous office365 n’est pas dans le coffre du panneau. Enregistrez-le sous ce nom.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra n’accepte pas le certificat. Importez sa partie publique sous Entra › App registrations › Certificates &amp; secrets, et vérifiez ses dates et l’horloge du panneau.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>L’application n’a aucun droit. Attribuez «&#xa0;Application Calendars.ReadWrite&#xa0;» pour cette salle dans Exchange (RBAC for Applications), ou accordez le consentement administrateur à Calendars.ReadWrite dans Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Une stratégie d’accès conditionnel bloque cette connexion. Trouvez-la sous Entra › Sign-in logs › Service principal sign-ins et excluez l’application du panneau.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft n’accepte plus la connexion du panneau. Cherchez la raison sous Entra › Sign-in logs, et vérifiez l’horloge du panneau et office365.cloud dans config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra demande un second facteur au compte de service. Connectez-vous de nouveau ici et confirmez sur l’appareil du compte, ou excluez le compte de cette stratégie.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>Le compte de service est verrouillé ou désactivé, ou son mot de passe a expiré. Corrigez-le sous Entra › Users, puis connectez-vous de nouveau ici.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>La connexion a été refusée sur l’autre appareil. Connectez-vous de nouveau ici, avec un nouveau code.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange refuse l’accès à cette boîte aux lettres. Exécutez Test-ServicePrincipalAuthorization pour l’application et la salle&#xa0;: le rôle «&#xa0;Application Calendars.ReadWrite&#xa0;» doit être dans l’étendue. De nouveaux droits prennent jusqu’à deux heures.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange ne connaît aucune boîte aux lettres à cette adresse. Comparez room.address dans config.yaml avec l’adresse SMTP principale (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>L’adresse de la salle n’est pas une boîte Exchange Online&#xa0;: elle est peut-être sans licence, locale ou supprimée. Vérifiez avec Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>Le certificat TLS du serveur n’est pas approuvé. Vérifiez l’horloge du panneau&#x202f;; derrière un proxy d’inspection, indiquez son certificat racine comme office365.ca_file dans config.yaml.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra n’autorise pas l’application à connecter qui que ce soit. Comparez office365.client_id dans config.yaml et réglez «&#xa0;Allow public client flows&#xa0;» sur Yes sous Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>Le panneau n’a pas d’endroit sûr pour sa connexion. Déverrouillez un trousseau sur cette machine, ou donnez au panneau l’identifiant token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Personne n’a consenti à Calendars.ReadWrite.Shared. Accordez-le sous Entra › App registrations › API permissions, puis connectez-vous de nouveau ici.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Une stratégie d’accès conditionnel bloque le compte ou le code. Excluez le compte (Entra › Sign-in logs), puis reconnectez-vous ici.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>Le compte de service n’a jamais été connecté, ou sa connexion a expiré ou été révoquée. Connectez-le ici avec un code.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>Le compte connecté n’a pas accès au calendrier de cette salle. Faites-en un Editor avec Add-MailboxFolderPermission, ou connectez-en un autre ici.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>La lecture fonctionne, l’écriture est refusée. Attribuez «&#xa0;Application Calendars.ReadWrite&#xa0;» pour cette salle et vérifiez avec Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>La lecture fonctionne, l’écriture est refusée. Faites du compte de service un Editor du calendrier de la salle avec Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Pour l’IT&#xa0;: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Pour l’IT&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Connecter ce panneau</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Demande d’un code à Microsoft.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Scannez ce code, ou ouvrez %1 et saisissez&#xa0;:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Pour le service informatique (encore %1)&#xa0;: connectez-vous avec le compte de service.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>Code QR pour %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Langue et accessibilité</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>Votre choix prend fin après %1 d’inactivité.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Confort d’utilisation</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Grands caractères</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Boutons en bas</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Sans animation</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Attendez-moi</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Associer ce panneau</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Scannez ce code avec un téléphone, ou ouvrez %1 et saisissez&#xa0;:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>Le téléphone affiche le même nombre&#xa0;:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>Le panneau prépare son code.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Recherche de %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Connecté à %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>Pas de connexion à %1. Le panneau continue d’essayer.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>Le certificat de %1 n’est pas approuvé. Indiquez son autorité comme wox.ca_file, et vérifiez l’horloge du panneau.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>Ce qui répond à %1 n’est pas un serveur WOX de cette version. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>N° de série %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Clé %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Refusé sur le téléphone</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Quelqu’un a indiqué que ce n’est pas le bon panneau. Un nouveau code suit sous peu.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>Non associé</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>Le panneau prend en charge sa salle.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>Quel serveur WOX&#x202f;?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Saisissez son adresse, par exemple wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>Ce n’est pas une adresse. Elle a la forme wox.example.com ou wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Réserver plus tard</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>aujourd’hui ou demain</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Choisissez l’un des créneaux libres.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>Réserver %1 plus tard</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>La salle est libre de %1 à %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Réserver demain %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Début&#xa0;: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Commencer plus tôt</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Commencer plus tard</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Fin&#xa0;: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Finir plus tôt</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Finir plus tard</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Libre de %1 à %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>En attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Réservée&#xa0;: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>La réservation figure dans le calendrier de la salle.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Plus aucune réservation possible aujourd’hui.</translation>
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
        <translation>Tout ne fonctionne pas encore&#xa0;: %1. La page du panneau sur WOX dit comment y remédier.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Saisissez le code PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Ce n’est pas le bon code PIN. Réessayez.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>Vérification du code PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Trop de codes PIN erronés. Réessayez dans %1.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Lancer le diagnostic</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>crée un rendez-vous lointain, puis le supprime</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Lire le calendrier maintenant</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>Lecture du calendrier.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Envoyer une image de l’écran</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Conserver une image de l’écran</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>L’image se trouve sur la page de ce panneau.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>L’image est conservée sous %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>L’image n’a pas pu être envoyée&#xa0;: WOX ne répond pas. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>L’image n’a pas pu être conservée. Libérez de l’espace sur le disque du panneau.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Code pour le technicien</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Fermer le code</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>Redémarrer ce panneau&#x202f;? Son écran reste noir quelques secondes.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Associer de nouveau</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>Associer ce panneau de nouveau&#x202f;? Il oublie sa salle et affiche son code jusqu’à ce que quelqu’un le confirme.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>N° de série</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>pas de réseau</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>en ordre</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Dernières nouvelles d’Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Âge du planning</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>En attente d’Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Dernières nouvelles de WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>Le diagnostic est en cours. Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Cela fonctionne, mais un point est à vérifier.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Quelque chose est en panne.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Ce panneau a besoin d’un technicien</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Il ne peut pas afficher le planning de la salle. Les réservations faites dans Outlook ou sur le portail restent valables.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Pour le technicien, qui peut scanner le code&#xa0;: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Ce panneau va être dissocié.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Peut-être libre</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Peut-être occupée</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>L’horloge du panneau était fausse&#xa0;: l’âge de ce planning est inconnu.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>Qu’est-ce qui ne va pas dans cette salle&#xa0;?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>La personne qui s’occupe de la salle en est informée.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Choisissez ce qui ne va pas</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Écran ou caméra</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Propreté</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Mobilier</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Signalement en cours…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>Transmission au serveur WOX.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Signalé</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Merci. La personne qui s’occupe de la salle a été prévenue.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Noté</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Merci. Le signalement est conservé ici et sera envoyé dès que le serveur WOX sera joignable.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>Le signalement n’a pas abouti</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>Rien n’a été signalé. Veuillez le dire directement à la personne qui s’occupe de la salle.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>Qui réserve&#xa0;?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Saisissez votre nom.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Saisissez votre code PIN.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Présentez votre badge au lecteur.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Personne n’a ce code PIN. Réessayez.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Personne n’a ce badge. Essayez-en un autre.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Trop de badges inconnus. Réessayez dans %1.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Nom saisi&#xa0;: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyzàâçéèêëîïô</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>Vérification de votre identité auprès du serveur WOX.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX ne répond pas</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>Impossible de vérifier qui réserve&#xa0;: rien n’a été réservé. Réessayez dans un instant ou réservez dans Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Impossible de vérifier qui réserve pour le moment. Vous pouvez réserver sans votre nom.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>À propos de cette salle</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Où elle se trouve</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Équipement</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Photo de la salle</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>On n’en sait pas plus sur cette salle.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Ce panneau va être dissocié. %Ln demande est encore en cours d’envoi à Office 365. Veuillez le laisser allumé.</numerusform>
            <numerusform>Ce panneau va être dissocié. %Ln demandes sont encore en cours d’envoi à Office 365. Veuillez le laisser allumé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln de plus</numerusform>
            <numerusform>et %Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln chiffre saisi</numerusform>
            <numerusform>%Ln chiffres saisis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 a reçu trop de demandes. Le panneau réessaie de lui-même.</translation>
    </message>
</context>
</TS>
