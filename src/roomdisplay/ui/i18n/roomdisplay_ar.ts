<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>طوارئ</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>طوارئ: %1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>طوال اليوم</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>غدًا</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Free</source>
        <translation>متاحة</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>مشغولة</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>تنتهي قريبًا</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>سجّل حضورك</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>متاحة، بيانات %1</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>مشغولة، بيانات %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>خارج الخدمة</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>لا يوجد جدول بعد</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>حتى إشعار آخر</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>حتى %1 فقط</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>متاحة في %1</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>لبقية اليوم</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>حتى %1، بحسب آخر المعلومات</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>لبقية اليوم، بحسب آخر المعلومات</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>المتبقي %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>التالي: %1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>التالي: %1، %2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>التالي: %1، غدًا طوال اليوم</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>لا توجد حجوزات أخرى اليوم.</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>لا توجد حجوزات اليوم ولا غدًا.</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>تُغلق الغرفة في %1.</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>تبقى الغرفة خالية بين كل حجزين لمدة %1.</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>لم يؤكده Office 365 بعد.</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>يُرجى تسجيل الحضور عند الوصول.</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>تُحرَّر في %1 إذا لم يسجّل أحد حضوره.</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>لا توجد معلومات منذ ذلك الحين، فربما حُجزت الغرفة من مكان آخر.</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>تقرأ اللوحة تقويم الغرفة.</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>لا يوجد اتصال مع Office 365. تواصل اللوحة المحاولة.</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>يوجد عطل في Office 365. تواصل اللوحة المحاولة.</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>غدًا %1</translation>
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
        <translation>من %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>اجتماع خاص</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>اجتماع بلا عنوان</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>غير مؤكد بعد</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1، طوال اليوم</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1، من %2 إلى %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>متاحة من %1</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>متاحة طوال اليوم</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>متاحة %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>آخر تحديث %1</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>آخر تحديث %1 · لا يوجد اتصال</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>آخر تحديث %1 · لا توجد صلاحية</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>آخر تحديث %1 · عطل في Office 365</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · تنتهي الشهادة %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا يوجد اتصال</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>لا توجد صلاحية</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>عطل في Office 365</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>هذه الغرفة على هاتفك</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>تمديد</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>إنهاء الاجتماع</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>يحرّر الغرفة الآن</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>إلغاء الحجز</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>كأنه لم يُحجز</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>تحرير الغرفة</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>يُبلَّغ المنظِّم</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>لن نحضر</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>يحرّر الغرفة</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>نحن هنا</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>حجز %1 الآن</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>الغرفة متاحة حتى %1.</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>الغرفة متاحة لبقية اليوم.</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>لا يوجد اتصال: يُحفظ الحجز هنا ويؤكَّد عندما يستجيب Office 365.</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>لم يعد هذا الوقت ممكنًا. يُرجى الاختيار من جديد.</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>حجز %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>اختر وقتًا</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>حُجزت الغرفة للتو</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>الحجز غير ممكن الآن</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>تغيّر شيء ما منذ أن بدأت. لم يُحجز شيء.</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>لم يُحجز شيء.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>لم يُحجز شيء. الغرفة متاحة مجددًا من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>لم يُحجز شيء. الغرفة متاحة مجددًا من %1.</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>لم يُحجز شيء. الغرفة متاحة الآن حتى %1.</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>البحث عن غرفة</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>غرفة قريبة</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>جارٍ سؤال Office 365 عن الغرف القريبة.</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>المس غرفة متاحة لحجزها. الحالة في %1.</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>لا توجد غرفة قريبة متاحة الآن. الحالة في %1.</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>الحالة في %1. لا يستجيب Office 365 الآن.</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>لا يستجيب Office 365 الآن. تعيد اللوحة المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>متاحة حتى %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>متاحة لبقية اليوم</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>متاحة من %1</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>غير متاحة اليوم ولا غدًا</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>لا يمكن حجزها من هنا</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 has just been taken</source>
        <translation>حُجزت %1 للتو</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>لا يمكن حجز %1 الآن</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>البقاء مدة أطول</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>ينتهي الحجز الآن في %1. اختر نهاية جديدة.</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>ينتهي الاجتماع الآن في %1. يُضاف حجز للغرفة بعده مباشرة. اختر نهايته.</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>تمديد حتى %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 د</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 س</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 س %2 د</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>هل تريد إنهاء الاجتماع الآن؟</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>هل تريد إلغاء هذا الحجز؟</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>هل تريد تحرير الغرفة؟</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>هل تريد استعادة الغرفة؟</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>تصبح الغرفة متاحة فورًا. كان الحجز سيستمر حتى %2.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>يُزال الحجز %1 – %2 من تقويم الغرفة.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>يتخلّى الاجتماع %1 – %2 عن الغرفة فورًا ويُبلَّغ منظِّمه. لا يمكن التراجع عن ذلك هنا.</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>يُحجز الوقت %1 – %2 مجددًا باسم الغرفة. أُبلغ المنظِّم بتحريرها.</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>إنهاء الآن</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>تحرير الآن</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>الحجز مجددًا</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>تغيّر هذا الحجز</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>لم يعد ما اخترته ممكنًا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>جارٍ الحجز…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>جارٍ التمديد…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>جارٍ إنهاء الاجتماع…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>جارٍ إلغاء الحجز…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>جارٍ تحرير الغرفة…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>جارٍ تسجيل الحضور…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>جارٍ سؤال Office 365.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>قيد الانتظار حتى %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>سُجّل التمديد حتى %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>سُجّل الإنهاء</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>سُجّل الإلغاء</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>سُجّل التحرير</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>سُجّل الحضور مبدئيًا</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>محفوظ هنا ولم يؤكَّد بعد. تحتفظ اللوحة بحجزك وتؤكده فور استجابة Office 365.</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>محفوظ هنا ولم يؤكَّد بعد. تنقله اللوحة فور استجابة Office 365.</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>محفوظ هنا. يظهر في تقويم الغرفة فور استجابة Office 365.</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>محفوظ هنا. يُبلَّغ المنظِّم فور استجابة Office 365.</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>محفوظ هنا. تبقى الغرفة لك.</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>محجوزة حتى %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>مُدّدت حتى %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>انتهى الاجتماع</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>أُلغي الحجز</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>حُرّرت الغرفة</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>سُجّل الحضور</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>الغرفة لك. الحجز مسجّل في تقويمها.</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>تبقى الغرفة لك. يعرض تقويمها النهاية الجديدة.</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>شكرًا لك. يمكن للآخرين استخدام الغرفة الآن.</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>شكرًا لك. لم يعد الحجز في تقويم الغرفة.</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>شكرًا لك. أُبلغ المنظِّم ويمكن للآخرين استخدام الغرفة الآن.</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>لم يسجّل أحد حضوره. أُبلغ المنظِّم.</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>شكرًا لك. تبقى الغرفة لك.</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>قيد الانتظار: %1 حتى %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>محجوزة: %1 حتى %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>الحجز مسجّل في تقويم تلك الغرفة.</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>حُجزت %1 قبل طلبك بلحظة. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>لا يحق لهذه اللوحة حجز %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>ليست لها صلاحية الوصول إلى تقويم تلك الغرفة. يُرجى اختيار غرفة أخرى أو الحجز في Outlook.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>سبقك شخص آخر</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>لم يعد الحجز موجودًا</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>تغيّر الحجز في مكان آخر</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>لا يُسمح لهذه اللوحة بالحجز</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>تقويم الغرفة ممتلئ</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>رفض Office 365 الحجز</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>لم تُحرَّر الغرفة</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>لم تتمكن اللوحة من حفظ ذلك</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>حُجزت الغرفة قبل طلبك بلحظة. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>لم يعد في تقويم الغرفة؛ ربما أزاله شخص ما في Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>لم يتغيّر شيء هنا. يُرجى مراجعة الأوقات الجديدة والمحاولة مجددًا.</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>يمكنها عرض تقويم الغرفة، لا تغييره. يُرجى حجز الغرفة في Outlook.</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>لا يقبل حجوزات أخرى حتى يوفّر أحد المسؤولين مكانًا. يُرجى اختيار غرفة أخرى.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>لم يتغيّر شيء. يُرجى حجز الغرفة في Outlook.</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>طرأ شيء في الأثناء. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>ذاكرتها ممتلئة أو معطلة، لذا لم يتغيّر شيء. يُرجى حجز الغرفة في Outlook.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>حُجزت الغرفة قبل طلبك بلحظة. وهي متاحة مجددًا من %1 إلى %2.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>حُجزت الغرفة قبل طلبك بلحظة. وهي متاحة مجددًا من %1.</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>حُجزت الغرفة قبل طلبك بلحظة. وهي متاحة الآن حتى %1.</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>سبقك الاجتماع التالي</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>حُجز الوقت الذي يلي وقتك في الأثناء. يبقى حجزك كما كان.</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>فات أوان التأكيد</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>انقضى الوقت قبل أن يستجيب Office 365. لا يوجد شيء في التقويم.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>انتهى الحجز قبل أن يستجيب Office 365. لم يُمدَّد.</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>انتهى الحجز قبل أن يستجيب Office 365.</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>انتهى الاجتماع قبل أن يستجيب Office 365.</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>انتهى الاجتماع.</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>حُرّرت الغرفة للتو</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>لم يسجّل أحد حضوره حتى الآن. يمكنك استعادة الغرفة خلال دقيقة.</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>تغيّر الاجتماع في مكان آخر</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>رفض Office 365 تحرير الغرفة</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>لم يتغيّر شيء. يمكن للمنظِّم إزالة الغرفة من الاجتماع في Outlook.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>لم يتغيّر شيء. يُرجى المحاولة مجددًا أو حجز الغرفة في Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>تأكّد الآن الحجز %1 – %2.</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>يستمر الحجز الآن حتى %2؛ أكّده Office 365.</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>النهاية المبكرة مسجّلة الآن في تقويم الغرفة.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>أُلغي الآن الحجز %1 – %2.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>تخلّى الاجتماع %1 – %2 عن الغرفة؛ وأُبلغ منظِّمه.</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>سجّل أحدهم حضوره للاجتماع %1 – %2.</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>حُرّرت في %1: لم يسجّل أحد حضوره.</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>تعذّر تحرير الاجتماع %1 – %2؛ ويحتفظ بالغرفة.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>تعذّر الاحتفاظ بالحجز %1 – %2: سبقك شخص آخر إلى الغرفة.</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>تعذّر تمديد الحجز حتى %2. ينتهي كما كان من قبل.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>رفض Office 365 الحجز %1 – %2. يُرجى الحجز في Outlook.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>تعذّر الاحتفاظ بالحجز %1 – %2: ذاكرة اللوحة ممتلئة أو معطلة.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>لم يعد الحجز %1 – %2 في تقويم الغرفة.</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>تعذّر تغيير الحجز حتى %2 في Office 365.</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>انتهى الحجز %1 – %2 قبل أن يتمكن Office 365 من تأكيده.</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>فقدت هذه اللوحة صلتها بتقويم الغرفة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات إصلاح ذلك.</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>لم تُسجّل هذه اللوحة الدخول إلى Office 365. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات تسجيل دخولها.</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>أوقف فريق تقنية المعلومات هذه اللوحة. يُرجى حجز الغرفة في Outlook.</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>انتهت صلاحية تسجيل دخول هذه اللوحة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات تجديدها.</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>لم يكتمل إعداد هذه اللوحة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات إكماله.</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>ما زالت هذه اللوحة تنتظر الموافقة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات الموافقة عليها.</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>قاعدة أمنية تمنع هذه اللوحة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات السماح لها.</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>لا يحق لهذه اللوحة استخدام تقويم الغرفة. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات السماح بذلك.</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>لا تجد هذه اللوحة غرفتها. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات تصحيح ذلك.</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>ليس لهذه الغرفة تقويم يمكن للوحة استخدامه. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات إصلاح ذلك.</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>لا تصل هذه اللوحة إلى Office 365 بأمان. يُرجى الحجز في Outlook؛ على فريق تقنية المعلومات إصلاح ذلك.</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>يمكن لهذه اللوحة عرض التقويم، لا الحجز. يُرجى الحجز في Outlook.</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>لا يعرف Entra مستأجرًا بهذا الاسم. قارن office365.tenant في config.yaml مع Tenant ID في صفحة Overview بمركز إدارة Entra.</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>يقع المستأجر في سحابة Microsoft أخرى. اضبط office365.cloud في config.yaml على تلك السحابة.</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>لا يعرف Entra تطبيقًا بهذا المعرّف في المستأجر. قارن office365.client_id في config.yaml مع Application (client) ID ضمن Entra › App registrations.</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>التطبيق معطّل. فعّل “Enabled for users to sign in” ضمن Entra › Enterprise applications › Properties.</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>لا يقبل Entra سرّ العميل. احفظ Value للسرّ (لا Secret ID) من جديد، من Entra › App registrations › Certificates &amp; secrets.</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>انتهت صلاحية سرّ العميل. أنشئ سرًّا جديدًا ضمن Entra › App registrations › Certificates &amp; secrets واحفظه لهذه اللوحة.</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>السرّ الذي يسمّيه config.yaml تحت office365 غير موجود في مخزن أسرار اللوحة. احفظه هناك بهذا الاسم.</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>لا يقبل Entra الشهادة. ارفع جزأها العام ضمن Entra › App registrations › Certificates &amp; secrets، وتحقق من تواريخها ومن ساعة اللوحة.</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>ليست للتطبيق صلاحيات. عيّن “Application Calendars.ReadWrite” لهذه الغرفة في Exchange (RBAC for Applications)، أو امنح موافقة المسؤول على Calendars.ReadWrite في Entra.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>تمنع سياسة وصول مشروط تسجيل الدخول هذا. ابحث عنها ضمن Entra › Sign-in logs › Service principal sign-ins واستثنِ تطبيق اللوحة.</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>لم تعد Microsoft تقبل تسجيل دخول اللوحة. ابحث عن السبب ضمن Entra › Sign-in logs، وتحقق من ساعة اللوحة ومن office365.cloud في config.yaml.</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>يطلب Entra عاملًا ثانيًا من حساب الخدمة. سجّل الدخول هنا مجددًا وأكّده على جهاز الحساب، أو استثنِ الحساب من تلك السياسة.</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>حساب الخدمة مقفل أو معطّل، أو انتهت صلاحية كلمة مروره. أصلح ذلك ضمن Entra › Users ثم سجّل الدخول هنا مجددًا.</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>رُفض تسجيل الدخول على الجهاز الآخر. سجّل الدخول هنا مجددًا برمز جديد.</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>يرفض Exchange الوصول إلى صندوق البريد هذا. شغّل Test-ServicePrincipalAuthorization للتطبيق والغرفة: يجب أن يكون الدور “Application Calendars.ReadWrite” ضمن النطاق. تستغرق الصلاحيات الجديدة حتى ساعتين.</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>لا يعرف Exchange صندوق بريد بهذا العنوان. قارن room.address في config.yaml مع عنوان SMTP الأساسي (Get-Mailbox -RecipientTypeDetails RoomMailbox).</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>عنوان الغرفة ليس صندوق بريد في Exchange Online: ربما كان بلا ترخيص أو محليًا أو محذوفًا مؤقتًا. تحقق باستخدام Get-EXOMailbox.</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>شهادة TLS للخادم غير موثوقة. تحقق من ساعة اللوحة؛ وخلف وكيل فاحص سمِّ شهادته الجذرية في config.yaml باسم office365.ca_file.</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>لا يسمح Entra للتطبيق بتسجيل دخول أحد. قارن office365.client_id في config.yaml واضبط “Allow public client flows” على Yes ضمن Entra › App registrations › Authentication.</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>ليس لدى اللوحة مكان آمن لتسجيل دخولها. افتح حلقة مفاتيح على هذا الجهاز، أو أعطِ اللوحة بيانات الاعتماد token-cache-key (LoadCredential=).</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>لم يوافق أحد على Calendars.ReadWrite.Shared. امنح الموافقة ضمن Entra › App registrations › API permissions ثم سجّل الدخول هنا مجددًا.</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>تمنع سياسة وصول مشروط حساب الخدمة أو تسجيل الدخول بالرمز. ابحث عنها ضمن Entra › Sign-in logs واستثنِ الحساب ثم سجّل الدخول هنا مجددًا.</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>لم يُسجَّل دخول حساب الخدمة قط، أو انتهت صلاحيته أو أُلغيت. سجّل دخوله هنا برمز.</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>لا يحق للحساب المسجَّل دخوله استخدام تقويم هذه الغرفة. اجعله Editor باستخدام Add-MailboxFolderPermission، أو سجّل الدخول هنا بحساب آخر.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>القراءة تعمل والكتابة مرفوضة. عيّن “Application Calendars.ReadWrite” لهذه الغرفة وتحقق باستخدام Test-ServicePrincipalAuthorization.</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>القراءة تعمل والكتابة مرفوضة. اجعل حساب الخدمة Editor لتقويم الغرفة باستخدام Set-MailboxFolderPermission.</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>لتقنية المعلومات: %1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>لتقنية المعلومات: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>تسجيل دخول هذه اللوحة</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>جارٍ طلب رمز من Microsoft.</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>امسح هذا الرمز، أو افتح %1 وأدخل:</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>لفريق تقنية المعلومات (المتبقي %1): سجّل الدخول بحساب الخدمة.</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>رمز QR لـ %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>اللغة وإمكانية الوصول</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>يبقى اختيارك حتى تمرّ %1 دون أن يلمس أحد اللوحة.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>سهولة الاستخدام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>نص كبير</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>أزرار منخفضة</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>دون حركة</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>انتظرني</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>إقران هذه اللوحة</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>امسح هذا الرمز بهاتف، أو افتح %1 وأدخل:</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>يعرض الهاتف الرقم نفسه:</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>تُنشئ اللوحة رمزها.</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>جارٍ البحث عن %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>متصلة بـ %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>لا يوجد اتصال بـ %1. تواصل اللوحة المحاولة.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>شهادة %1 غير موثوقة. حدّد جهة إصدارها في wox.ca_file، وتحقق من ساعة اللوحة.</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>ما يستجيب على %1 ليس خادم WOX من هذا الإصدار. تحقق من العنوان.</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>الرقم التسلسلي %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>المفتاح %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>رُفض على الهاتف</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>أفاد شخص بأن هذه ليست اللوحة الصحيحة. يتبع رمز جديد بعد قليل.</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>غير مقترنة</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>تم التأكيد</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>تتسلّم اللوحة غرفتها.</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>أي خادم WOX؟</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>أدخل عنوانه، مثل wox.example.com.</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>هذا ليس عنوانًا. شكله wox.example.com أو wox.example.com:8443.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>خادم آخر</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>حجز لاحقًا</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>اليوم أو غدًا</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>اختر أحد الأوقات المتاحة.</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>حجز %1 لاحقًا</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>الغرفة متاحة من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>حجز غدًا %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>البداية: %1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>البدء أبكر</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>البدء متأخرًا</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>النهاية: %1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>الانتهاء أبكر</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>الانتهاء متأخرًا</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>متاحة من %1 إلى %2</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>قيد الانتظار: %1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>محجوزة: %1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>الحجز مسجّل في تقويم الغرفة.</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>لا يمكن حجز المزيد اليوم.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Not everything works yet: %1. The panel’s page on WOX says what mends it.</source>
        <translation>لا يعمل كل شيء بعد: %1. توضّح صفحة اللوحة على WOX كيفية الإصلاح.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>الإدارة</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>أدخل رقم التعريف.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>رقم التعريف غير صحيح. حاول مجددًا.</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>جارٍ التحقق من رقم التعريف.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>أرقام تعريف خاطئة كثيرة. حاول بعد %1.</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>تشغيل التشخيص</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>ينشئ موعدًا بعيدًا ثم يحذفه</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>قراءة التقويم الآن</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>جارٍ قراءة التقويم.</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>إرسال صورة للشاشة</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>حفظ صورة للشاشة</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>الصورة موجودة في صفحة هذه اللوحة.</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>حُفظت الصورة باسم %1.</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>تعذّر إرسال الصورة: لا يستجيب WOX. حاول لاحقًا.</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>تعذّر حفظ الصورة. وفّر مساحة على قرص اللوحة.</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>رمز للفنّي</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>إغلاق الرمز</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>هل تريد إعادة تشغيل هذه اللوحة؟ تظلم شاشتها بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>إقران من جديد</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>هل تريد إقران هذه اللوحة من جديد؟ ستنسى غرفتها وتعرض رمزها حتى يؤكده شخص ما.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>الرقم التسلسلي</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>لا توجد شبكة</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>آخر اتصال مع Office 365</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>عمر الجدول</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>في انتظار Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>آخر اتصال مع WOX</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>جارٍ التشخيص. يستغرق ذلك بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>كل شيء على ما يرام.</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>يعمل، لكن هناك ما ينبغي فحصه.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>هناك عطل.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للفحص</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>معطّل</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>تحتاج هذه اللوحة إلى فنّي</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>لا يمكنها عرض جدول الغرفة الآن. تبقى الحجوزات في Outlook أو البوابة سارية كالمعتاد.</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>للفنّي، ويمكنه مسح الرمز: %1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>سيُلغى إقران هذه اللوحة قريبًا.</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>ربما متاحة</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>ربما مشغولة</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>كانت ساعة اللوحة خاطئة، فلا يُعرف عمر هذا الجدول.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>الإبلاغ عن مشكلة</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>ما المشكلة في هذه الغرفة؟</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>سيُبلَّغ المسؤول عن الغرفة.</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>اختر ما المشكلة</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>إبلاغ</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>الشاشة أو الكاميرا</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>النظافة</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>درجة الحرارة</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>الأثاث</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>جارٍ الإبلاغ…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>يجري إبلاغ خادم WOX.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>تم الإبلاغ</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>شكرًا لك. تم إبلاغ المسؤول عن الغرفة.</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>تم التسجيل</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>شكرًا لك. البلاغ محفوظ هنا وسيُرسَل فور إمكان الوصول إلى خادم WOX.</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>تعذّر الإبلاغ</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>لم يُبلَّغ عن شيء. يُرجى إبلاغ المسؤول عن الغرفة مباشرة.</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>من الذي يحجز؟</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>أدخل اسمك.</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>أدخل رمز PIN الخاص بك.</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>ضع بطاقتك على القارئ.</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>لا أحد لديه رمز PIN هذا. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>لا أحد لديه هذه البطاقة. جرّب بطاقة أخرى.</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>عدد البطاقات المجهولة كبير جدًا. حاول مرة أخرى بعد %1.</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>الاسم المُدخل: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>يُسأل خادم WOX عن هويتك.</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>لا يجيب WOX</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>لا يمكن التحقق ممن يحجز، لذلك لم يُحجز شيء. حاول مرة أخرى بعد قليل، أو احجز في Outlook.</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>لا يمكن الآن التحقق ممن يحجز. يمكنك الحجز دون اسمك.</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>حول هذه الغرفة</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>مكانها</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>التجهيزات</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>صورة الغرفة</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>لا يُعرف شيء آخر عن هذه الغرفة.</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. لم يبقَ أي طلب قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. ما زال طلب واحد قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. ما زال طلبان قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. ما زالت %Ln طلبات قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. ما زال %Ln طلبًا قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
            <numerusform>سيُلغى إقران هذه اللوحة قريبًا. ما زال %Ln طلب قيد الإرسال إلى Office 365. يُرجى تركها قيد التشغيل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>لم يُدخل أي رقم</numerusform>
            <numerusform>أُدخل رقم واحد</numerusform>
            <numerusform>أُدخل رقمان</numerusform>
            <numerusform>أُدخلت %Ln أرقام</numerusform>
            <numerusform>أُدخل %Ln رقمًا</numerusform>
            <numerusform>أُدخل %Ln رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>تلقّى %1 طلبات أكثر من اللازم. ستعيد اللوحة المحاولة تلقائيًا.</translation>
    </message>
</context>
</TS>
