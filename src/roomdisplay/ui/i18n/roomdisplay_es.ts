<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Emergencia: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Todo el día</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
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
        <translation>Ocupada</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>Termina pronto</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Registrarse</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>Libre, dato de las %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>Ocupada, dato de las %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Fuera de servicio</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Aún sin agenda</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta las %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>hasta nuevo aviso</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>solo hasta las %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>libre a las %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>el resto del día</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>hasta las %1, según los últimos datos</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>el resto del día, según los últimos datos</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>Después: %1, %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>Después: %1, mañana todo el día</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>No hay nada más reservado hoy.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>No hay nada reservado hoy ni mañana.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>La sala cierra a las %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>Entre dos reservas la sala se mantiene libre %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Office 365 aún no lo ha confirmado.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>Regístrese cuando haya llegado.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>Se libera a las %1 si nadie se registra.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>No hay noticias desde entonces; la sala puede haberse reservado en otro lugar.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>El panel está leyendo el calendario de la sala.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>No hay conexión con Office 365. El panel sigue intentándolo.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 tiene una avería. El panel sigue intentándolo.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>%1 (mañana)</translation>
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
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>hasta %1</translation>
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
        <translation>1 hora</translation>
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
        <translation>Reunión privada</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>Reunión sin título</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>aún sin confirmar</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1, todo el día</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 a %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>Libre desde las %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Libre todo el día</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>Libre %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Actualizado</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Actualizado: %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>Actualizado: %1 · sin conexión</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>Actualizado: %1 · sin acceso</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>Actualizado: %1 · Office 365 tiene una avería</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · el certificado caduca: %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Sin acceso</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 tiene una avería</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>Esta sala en su teléfono</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Hasta las %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta las %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>libera la sala ya</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>Cancelar reserva</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>como si no existiera</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>Liberar sala</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>avisa al organizador</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>No venimos</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>libera la sala</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>ya estamos aquí</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>Reservar %1 ahora</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>La sala está libre hasta las %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>La sala está libre el resto del día.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>No hay conexión: la reserva queda pendiente aquí y se confirma cuando Office 365 responda.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>Esa hora acaba de dejar de ser posible. Elija de nuevo.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>Reservar %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Elija una duración</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>La sala acaba de ocuparse</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>Ahora no es posible reservar</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>Algo ha cambiado desde que empezó. No se ha reservado nada.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>No se ha reservado nada.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>No se ha reservado nada. La sala vuelve a estar libre desde las %1 hasta las %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>No se ha reservado nada. La sala vuelve a estar libre desde las %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>No se ha reservado nada. La sala está libre ahora hasta las %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Buscar sala</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>cerca de aquí</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>Se está consultando a Office 365 por las salas cercanas.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>Toque una sala libre para reservarla. Estado a las %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>No hay ninguna sala cercana libre. Estado a las %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>Estado a las %1. Office 365 no responde en este momento.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 no responde en este momento. El panel vuelve a preguntar en un minuto.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>libre hasta las %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>libre el resto del día</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>libre desde las %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>ocupada hoy y mañana</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>se desconoce</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>no se puede reservar desde aquí</translation>
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
        <translation>%1 acaba de ocuparse</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 no se puede reservar ahora</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Quedarse más tiempo</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>La reserva termina a las %1. Elija un nuevo final.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>La reunión termina a las %1. Justo después se añade una reserva de la sala. Elija su final.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>Ampliar hasta las %1</translation>
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
        <translation>¿Terminar la reunión ahora?</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>¿Cancelar esta reserva?</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>¿Liberar la sala?</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>¿Recuperar la sala?</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>La sala queda libre enseguida. La reserva duraría hasta las %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>La reserva %1 – %2 se quita del calendario de la sala.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>La reunión %1 – %2 deja libre la sala enseguida y se avisa a su organizador. Aquí no se puede deshacer.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>El horario %1 – %2 se reserva de nuevo, a nombre de la sala. El organizador ya fue avisado de la liberación.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Liberar ahora</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Reservar de nuevo</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>Esta reserva ha cambiado</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>Lo que eligió ya no es posible. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Reservando…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>Ampliando…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>Terminando la reunión…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>Cancelando la reserva…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>Liberando la sala…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>Registrando…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Se está consultando a Office 365.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Pendiente hasta las %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>Ampliación anotada, hasta las %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>Final anotado</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>Cancelación anotada</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>Liberación anotada</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>Registro anotado</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>Pendiente aquí, aún sin confirmar. El panel guarda su reserva y la confirma en cuanto Office 365 responda.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>Guardado aquí, aún sin confirmar. El panel lo transmite en cuanto Office 365 responda.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>Guardado aquí. El calendario de la sala lo mostrará en cuanto Office 365 responda.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>Guardado aquí. Se avisará al organizador en cuanto Office 365 responda.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>Guardado aquí. La sala sigue siendo suya.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>Reservada hasta las %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>Ampliada hasta las %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Reunión terminada</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>Reserva cancelada</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>Sala liberada</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Registro hecho</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>La sala es suya. La reserva figura en su calendario.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>La sala sigue siendo suya. Su calendario muestra el nuevo final.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>Gracias. Otros ya pueden usar la sala.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>Gracias. La reserva ya no está en el calendario de la sala.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>Gracias. Se ha avisado al organizador y otros ya pueden usar la sala.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>Nadie se registró. Se ha avisado al organizador.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>Gracias. La sala sigue siendo suya.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>Pendiente: %1 hasta las %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>Reservada: %1 hasta las %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>La reserva figura en el calendario de esa sala.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 se reservó un momento antes de su petición. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>Este panel no puede reservar %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>No tiene acceso al calendario de esa sala. Elija otra sala o reserve en Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Alguien se adelantó</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>La reserva ya no existe</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>La reserva se cambió en otro lugar</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>Este panel no tiene permiso para reservar</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>El calendario de la sala está lleno</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 rechazó la reserva</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>La sala no se liberó</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>El panel no pudo guardarlo</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>La sala se reservó un momento antes de su petición. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>Ya no está en el calendario de la sala; puede que alguien la haya quitado en Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>Aquí no se ha cambiado nada. Mire el nuevo horario e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>Puede mostrar el calendario de la sala, pero no cambiarlo. Reserve la sala en Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>No admite más reservas hasta que un administrador haga sitio. Elija otra sala.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>No se ha cambiado nada. Reserve la sala en Outlook.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>Surgió algo entretanto. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>Su memoria está llena o dañada, por lo que no se ha cambiado nada. Reserve la sala en Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>La sala se reservó un momento antes de su petición. Vuelve a estar libre desde las %1 hasta las %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>La sala se reservó un momento antes de su petición. Vuelve a estar libre desde las %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>La sala se reservó un momento antes de su petición. Está libre ahora hasta las %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>La siguiente reunión se adelantó</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>Entretanto se ha reservado el tiempo posterior al suyo. Su reserva queda como estaba.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>Demasiado tarde para confirmar</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>El tiempo había pasado antes de que Office 365 respondiera. En el calendario no figura nada.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>La reserva había terminado antes de que Office 365 respondiera. No se amplió.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>La reserva había terminado antes de que Office 365 respondiera.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>La reunión había terminado antes de que Office 365 respondiera.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>La reunión ha terminado.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>La sala acaba de liberarse</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>Nadie se había registrado hasta ahora. Puede recuperar la sala durante un minuto.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>La reunión se cambió en otro lugar</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 rechazó liberar la sala</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>No se ha cambiado nada. El organizador puede quitar la sala de la reunión en Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>No se ha cambiado nada. Inténtelo de nuevo o reserve la sala en Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>La reserva %1 – %2 ya está confirmada.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>La reserva dura ahora hasta las %2; Office 365 lo ha confirmado.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>El final anticipado ya figura en el calendario de la sala.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>La reserva %1 – %2 ya está cancelada.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>La reunión %1 – %2 ha dejado libre la sala; se ha avisado a su organizador.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>Alguien se ha registrado en la reunión %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>Liberada a las %1: nadie se registró.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>La reunión %1 – %2 no se pudo liberar; conserva la sala.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>La reserva %1 – %2 no se pudo mantener: alguien tenía antes la sala.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>La reserva no se pudo ampliar hasta las %2. Termina como estaba previsto.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>Office 365 rechazó la reserva %1 – %2. Reserve en Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>La reserva %1 – %2 no se pudo mantener: la memoria del panel está llena o dañada.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>La reserva %1 – %2 ya no está en el calendario de la sala.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>El cambio de la reserva hasta las %2 no se pudo hacer en Office 365.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>La reserva %1 – %2 había terminado antes de que Office 365 pudiera confirmarla.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Este panel ha perdido el enlace con el calendario de la sala. Reserve en Outlook; su equipo de TI debe restablecerlo.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>Este panel no ha iniciado sesión en Office 365. Reserve en Outlook; su equipo de TI debe iniciarla.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>Su equipo de TI ha desactivado este panel. Reserve la sala en Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>La sesión de este panel ha caducado. Reserve en Outlook; su equipo de TI debe renovarla.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>Este panel no está configurado del todo. Reserve en Outlook; su equipo de TI debe completarlo.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>Este panel aún espera aprobación. Reserve en Outlook; su equipo de TI debe aprobarlo.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Una regla de seguridad bloquea este panel. Reserve en Outlook; su equipo de TI debe permitirlo.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>Este panel no puede usar el calendario de la sala. Reserve en Outlook; su equipo de TI debe permitirlo.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>Este panel no encuentra su sala. Reserve en Outlook; su equipo de TI debe corregirlo.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Esta sala no tiene un calendario que el panel pueda usar. Reserve en Outlook; su equipo de TI debe arreglarlo.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>Este panel no puede conectar con Office 365 de forma segura. Reserve en Outlook; su equipo de TI debe arreglarlo.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>Este panel puede mostrar el calendario, pero no reservar. Reserve en Outlook.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra no conoce ningún tenant con este nombre. Compare office365.tenant en config.yaml con el Tenant ID de la página Overview del centro de administración de Entra.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>El tenant está en otra nube de Microsoft. Indique esa nube en office365.cloud en config.yaml.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>Entra no conoce ninguna aplicación con este ID en el tenant. Compare office365.client_id en config.yaml con Application (client) ID en Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>La aplicación está desactivada. Active «Enabled for users to sign in» en Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra no acepta el secreto de cliente. Guarde de nuevo el Value del secreto (no su Secret ID), de Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>El secreto de cliente ha caducado. Cree uno nuevo en Entra › App registrations › Certificates &amp; secrets y guárdelo para este panel.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>El secreto que config.yaml nombra en office365 no está en el almacén de secretos del panel. Guárdelo allí con ese nombre.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra no acepta el certificado. Suba su parte pública en Entra › App registrations › Certificates &amp; secrets y compruebe sus fechas y el reloj del panel.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>La aplicación no tiene permisos. Asigne «Application Calendars.ReadWrite» para esta sala en Exchange (RBAC for Applications) o conceda el consentimiento de administrador a Calendars.ReadWrite en Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>Una directiva de acceso condicional bloquea este inicio de sesión. Búsquela en Entra › Sign-in logs › Service principal sign-ins y excluya la aplicación del panel.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft ya no acepta el inicio de sesión del panel. Busque el motivo en Entra › Sign-in logs y compruebe el reloj del panel y office365.cloud en config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra pide un segundo factor a la cuenta de servicio. Inicie sesión aquí de nuevo y confírmelo en el dispositivo de la cuenta, o excluya la cuenta de esa directiva.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>La cuenta de servicio está bloqueada o desactivada, o su contraseña ha caducado. Arréglelo en Entra › Users e inicie sesión aquí de nuevo.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>El inicio de sesión se rechazó en el otro dispositivo. Inicie sesión aquí de nuevo, con otro código.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange deniega el acceso a este buzón. Ejecute Test-ServicePrincipalAuthorization para la aplicación y la sala: el rol «Application Calendars.ReadWrite» debe estar en el ámbito. Los permisos nuevos tardan hasta dos horas.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange no conoce ningún buzón con esta dirección. Compare room.address en config.yaml con la dirección SMTP principal (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>La dirección de la sala no es un buzón de Exchange Online: puede estar sin licencia, ser local o estar eliminado. Compruébelo con Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>El certificado TLS del servidor no es de confianza. Compruebe el reloj del panel; detrás de un proxy de inspección, indique su certificado raíz como office365.ca_file en config.yaml.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra no permite a la aplicación iniciar sesión de nadie. Compare office365.client_id en config.yaml y ponga «Allow public client flows» en Yes en Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>El panel no tiene un lugar seguro para su sesión. Desbloquee un llavero en este equipo o dé al panel la credencial token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Nadie ha dado consentimiento a Calendars.ReadWrite.Shared. Concédalo en Entra › App registrations › API permissions e inicie sesión aquí de nuevo.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>Una directiva de acceso condicional bloquea la cuenta de servicio o el inicio de sesión con código. Búsquela en Entra › Sign-in logs, excluya la cuenta e inicie sesión aquí de nuevo.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>La cuenta de servicio nunca inició sesión, o su sesión ha caducado o se ha revocado. Inicie sesión aquí con un código.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>La cuenta que ha iniciado sesión no puede usar el calendario de esta sala. Hágala Editor con Add-MailboxFolderPermission o inicie sesión aquí con otra.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>La lectura funciona, la escritura se deniega. Asigne «Application Calendars.ReadWrite» para esta sala y compruébelo con Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>La lectura funciona, la escritura se deniega. Haga a la cuenta de servicio Editor del calendario de la sala con Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>Para TI: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Para TI: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>Iniciar la sesión de este panel</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Se está pidiendo un código a Microsoft.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>Escanee esto o abra %1 e introduzca:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>Para el equipo de TI (quedan %1): inicie sesión como la cuenta de servicio.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>Código QR de %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>Idioma y accesibilidad</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>Su elección se mantiene hasta que nadie haya tocado el panel durante %1.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>Facilidad de uso</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Texto grande</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>Botones abajo</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Sin movimiento</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>Espéreme</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>Vincular este panel</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>Escanee esto con un teléfono o abra %1 e introduzca:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>El teléfono muestra el mismo número:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>El panel está creando su código.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>Buscando %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Conectado con %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>No hay conexión con %1. El panel sigue intentándolo.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>El certificado de %1 no es de confianza. Indique su autoridad como wox.ca_file y compruebe el reloj del panel.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>Lo que responde en %1 no es un servidor WOX de esta versión. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>N.º de serie %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>Rechazado en el teléfono</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>Alguien dijo que este no es el panel correcto. En breve aparecerá un código nuevo.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>No vinculado</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Código nuevo</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>El panel se hace cargo de su sala.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>¿Qué servidor WOX?</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>Introduzca su dirección, por ejemplo wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>Eso no es una dirección. Tiene la forma wox.example.com o wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>Reservar más tarde</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>hoy o mañana</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>Elija uno de los horarios libres.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>Reservar %1 más tarde</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>La sala está libre desde las %1 hasta las %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>Reservar mañana %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Inicio: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Empezar antes</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Empezar más tarde</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Final: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Terminar antes</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Terminar más tarde</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>Libre de %1 a %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Pendiente: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>Reservada: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>La reserva figura en el calendario de la sala.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>Hoy ya no se puede reservar más.</translation>
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
        <translation>Aún no funciona todo: %1. La página del panel en WOX dice cómo arreglarlo.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Introduzca el PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Ese no es el PIN. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>Se está comprobando el PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Demasiados PIN incorrectos. Inténtelo de nuevo en %1.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>Ejecutar el diagnóstico</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>crea una cita lejana y la borra</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>Leer el calendario ahora</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>Se está leyendo el calendario.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>Enviar una imagen de la pantalla</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>Guardar una imagen de la pantalla</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>La imagen está en la página de este panel.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>La imagen se guardó como %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>La imagen no se pudo enviar: WOX no responde. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>La imagen no se pudo guardar. Libere espacio en el disco del panel.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>Código para el técnico</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>Cerrar el código</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>¿Reiniciar este panel? Su pantalla queda oscura unos segundos.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>Vincular de nuevo</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>¿Vincular este panel de nuevo? Olvida su sala y muestra su código hasta que alguien lo confirme.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>N.º de serie</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>sin red</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Últimas noticias de Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>Antigüedad de la agenda</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>A la espera de Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>Últimas noticias de WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Averías</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>El diagnóstico está en curso. Tarda unos segundos.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo está bien.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>Funciona, pero hay algo que conviene revisar.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Algo está averiado.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Averiado</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>Este panel necesita un técnico</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>Ahora no puede mostrar la agenda de la sala. Las reservas hechas en Outlook o en el portal valen como siempre.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>Para el técnico, que puede escanear el código: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>Este panel está a punto de desvincularse.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>Quizá libre</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>Quizá ocupada</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>El reloj del panel estaba mal; no se sabe de cuándo es esta agenda.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Notificar un problema</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>¿Qué ocurre en esta sala?</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>Se avisará a quien se ocupa de la sala.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>Elija qué ocurre</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Notificar</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>Pantalla o cámara</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Limpieza</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>Mobiliario</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>Notificando…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>Se está avisando al servidor WOX.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Notificado</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>Gracias. Se ha avisado a quien se ocupa de la sala.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>Gracias. El aviso queda guardado aquí y se enviará en cuanto se pueda acceder al servidor WOX.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>No se ha podido notificar</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>No se ha notificado nada. Dígaselo directamente a quien se ocupa de la sala.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>¿Quién reserva?</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Introduzca su nombre.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>Introduzca su PIN.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>Acerque su tarjeta al lector.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>Nadie tiene este PIN. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>Nadie tiene esta tarjeta. Pruebe con otra.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>Demasiadas tarjetas desconocidas. Inténtelo de nuevo en %1.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>Nombre introducido: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnñopqrstuvwxyzáéíóúü</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>Se está preguntando al servidor WOX quién es usted.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX no responde</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>No se puede comprobar quién reserva, así que no se ha reservado nada. Inténtelo de nuevo en un momento o reserve en Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>Ahora no se puede comprobar quién reserva. Puede reservar sin su nombre.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>Sobre esta sala</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Equipamiento</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>Foto de la sala</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>No se sabe nada más de esta sala.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>Este panel está a punto de desvincularse. Aún se está enviando %Ln solicitud a Office 365. Déjelo encendido.</numerusform>
            <numerusform>Este panel está a punto de desvincularse. Aún se están enviando %Ln solicitudes a Office 365. Déjelo encendido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln cifra introducida</numerusform>
            <numerusform>%Ln cifras introducidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 ha recibido demasiadas solicitudes. El panel lo vuelve a intentar solo.</translation>
    </message>
</context>
</TS>
