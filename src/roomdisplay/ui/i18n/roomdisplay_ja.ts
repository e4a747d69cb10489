<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>緊急</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>緊急：%1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>終日</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
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
        <translation>空室</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>まもなく終了</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>仮予約</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>チェックイン</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>%1 時点で空室</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>%1 時点で使用中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>閉室</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>使用停止</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>予定は未取得</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>次のお知らせまで</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>%1 までのみ</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>%1 に空きます</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>本日いっぱい</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>%1 まで（最終確認時点）</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>本日いっぱい（最終確認時点）</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>あと %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>次：%1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>次：%1、%2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>次：%1、明日終日</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>本日はこのあと予約がありません。</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>今日と明日は予約がありません。</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>会議室は %1 に閉まります。</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>予約と予約の間は %1 空けてあります。</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Office 365 の確認待ちです。</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>到着したらチェックインしてください。</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>チェックインがない場合、%1 に解放されます。</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>それ以降の情報がないため、別の場所で予約された可能性があります。</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>会議室の予定表を読み込んでいます。</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>Office 365 に接続できません。再試行を続けています。</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 に障害が発生しています。再試行を続けています。</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明日 %1</translation>
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
        <translation>%1 から</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>非公開の会議</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>予約済み</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>件名のない会議</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1、終日</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1、%2 から %3 まで</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>%1 から空室</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>終日空室</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>空室 %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>%1 更新</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>%1 更新 · 接続なし</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>%1 更新 · アクセス不可</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>%1 更新 · Office 365 に障害</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · 証明書の期限 %2</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>アクセス不可</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 に障害</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>この会議室をスマホで</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延長</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最長 %1 まで</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>会議を終了</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>すぐに空室にします</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>予約を取り消す</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>予約はなかったことに</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>会議室を解放</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>開催者に通知します</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>利用しません</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>会議室を解放します</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>到着しました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>%1 を今すぐ予約</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>会議室は %1 まで空いています。</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>会議室は本日いっぱい空いています。</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>接続がありません。予約はここに仮保存され、Office 365 が応答すると確定します。</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>その時間は選択できなくなりました。選び直してください。</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>%1 – %2 を予約</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>時間を選択</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>会議室はたった今予約されました</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>現在は予約できません</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>操作中に状況が変わりました。予約は行われていません。</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>予約は行われていません。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>予約は行われていません。次に空くのは %1 から %2 までです。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>予約は行われていません。次に空くのは %1 からです。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>予約は行われていません。会議室は現在 %1 まで空いています。</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>会議室を探す</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>近くの会議室</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>近くの会議室を Office 365 に問い合わせています。</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>空いている会議室をタップすると予約できます。%1 時点。</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>近くに空いている会議室はありません。%1 時点。</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>%1 時点。Office 365 が応答していません。</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 が応答していません。1 分後に再度問い合わせます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>%1 まで空室</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>本日いっぱい空室</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>%1 から空室</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>今日と明日は空きなし</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>ここからは予約できません</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 has just been taken</source>
        <translation>%1 はたった今予約されました</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 は現在予約できません</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>利用時間を延長</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>予約は %1 に終了します。新しい終了時刻を選んでください。</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>会議は %1 に終了します。その直後に会議室の予約を追加します。終了時刻を選んでください。</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>%1 まで延長</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 分</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 時間</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 時間 %2 分</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>会議を今すぐ終了しますか？</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>この予約を取り消しますか？</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>会議室を解放しますか？</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>会議室を取り戻しますか？</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>会議室はすぐに空室になります。予約は %2 までです。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>予約 %1 – %2 を会議室の予定表から削除します。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>会議 %1 – %2 は会議室をすぐに手放し、開催者に通知されます。ここでは元に戻せません。</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>%1 – %2 を会議室名義で再び予約します。開催者には解放が通知済みです。</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>今すぐ終了</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>今すぐ解放</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>再び予約</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>この予約は変更されました</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>選択した操作はできなくなりました。変更は行われていません。</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>予約しています…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>延長しています…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>会議を終了しています…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>予約を取り消しています…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>会議室を解放しています…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>チェックインしています…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>Office 365 に問い合わせています。</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>%1 まで仮予約</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>%1 までの延長を受け付けました</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>終了を受け付けました</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>取り消しを受け付けました</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>解放を受け付けました</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>チェックインを受け付けました</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>ここに仮保存しました（未確定）。Office 365 が応答しだい確定します。</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>ここに保存しました（未確定）。Office 365 が応答しだい、送信します。</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>ここに保存しました。Office 365 が応答しだい、会議室の予定表に反映されます。</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>ここに保存しました。Office 365 が応答しだい、開催者に通知します。</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>ここに保存しました。会議室は引き続きご利用いただけます。</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>%1 まで予約しました</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>%1 まで延長しました</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>会議を終了しました</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>予約を取り消しました</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>会議室を解放しました</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>チェックインしました</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>会議室をご利用ください。予定表に登録しました。</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>会議室は引き続きご利用いただけます。予定表の終了時刻を更新しました。</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>ありがとうございます。ほかの方が会議室を利用できるようになりました。</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>ありがとうございます。予約は会議室の予定表から削除されました。</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>ありがとうございます。開催者に通知し、ほかの方が会議室を利用できるようになりました。</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>チェックインがありませんでした。開催者に通知しました。</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>ありがとうございます。引き続きご利用ください。</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>仮予約：%1、%2 まで</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>予約済み：%1、%2 まで</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>予約はその会議室の予定表に登録されました。</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 は直前に予約されました。変更は行われていません。</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>このパネルから %1 は予約できません</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>その会議室の予定表にアクセスできません。別の会議室を選ぶか、Outlook で予約してください。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>ほかの方が先に予約しました</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>予約がなくなりました</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>予約は別の場所で変更されました</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>このパネルには予約の権限がありません</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>会議室の予定表がいっぱいです</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 が予約を拒否しました</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>会議室は解放されませんでした</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>パネルに保存できませんでした</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>会議室は直前に予約されました。変更は行われていません。</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>会議室の予定表にありません。Outlook で削除された可能性があります。</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>ここでは変更されていません。新しい時間を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>会議室の予定表を表示できますが、変更はできません。Outlook で予約してください。</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>管理者が空きを作るまで予約を受け付けられません。別の会議室を選んでください。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>変更は行われていません。Outlook で会議室を予約してください。</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>途中で状況が変わりました。変更は行われていません。</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>パネルの保存領域がいっぱいか故障しているため、変更は行われていません。Outlook で会議室を予約してください。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>会議室は直前に予約されました。次に空くのは %1 から %2 までです。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>会議室は直前に予約されました。次に空くのは %1 からです。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>会議室は直前に予約されました。現在は %1 まで空いています。</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>次の会議が先に入りました</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>続きの時間はその間に予約されました。ご予約はそのままです。</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>確定が間に合いませんでした</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Office 365 が応答する前に時間が過ぎました。予定表には何も登録されていません。</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>Office 365 が応答する前に予約が終了しました。延長されていません。</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>Office 365 が応答する前に予約が終了しました。</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>Office 365 が応答する前に会議が終了しました。</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>会議は終了しました。</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>会議室はたった今解放されました</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>チェックインがありませんでした。1 分以内なら会議室を取り戻せます。</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>会議は別の場所で変更されました</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 が会議室の解放を拒否しました</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>変更は行われていません。開催者は Outlook で会議からこの会議室を外せます。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>変更は行われていません。もう一度試すか、Outlook で会議室を予約してください。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>予約 %1 – %2 が確定しました。</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>予約は %2 までになりました。Office 365 が確認しました。</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>早めの終了が会議室の予定表に反映されました。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>予約 %1 – %2 は取り消されました。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>会議 %1 – %2 は会議室を手放しました。開催者に通知しました。</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>会議 %1 – %2 にチェックインがありました。</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>チェックインがなく %1 に解放しました。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>会議 %1 – %2 は解放できませんでした。会議室はそのままです。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>予約 %1 – %2 は維持できませんでした。ほかの方が先に予約していました。</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>予約を %2 まで延長できませんでした。元の時刻に終了します。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>予約 %1 – %2 は Office 365 に拒否されました。Outlook で予約してください。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>予約 %1 – %2 は維持できませんでした。パネルの保存領域がいっぱいか故障しています。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>予約 %1 – %2 は会議室の予定表にありません。</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>%2 までの予約の変更は Office 365 で行えませんでした。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>予約 %1 – %2 は Office 365 が確認する前に終了しました。</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>会議室の予定表との接続が失われました。Outlook で予約してください。IT 担当者による修復が必要です。</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>このパネルは Office 365 にサインインしていません。Outlook で予約してください。IT 担当者によるサインインが必要です。</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>このパネルは IT 担当者により停止されています。Outlook で会議室を予約してください。</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>このパネルのサインインの期限が切れました。Outlook で予約してください。IT 担当者による更新が必要です。</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>このパネルの設定は完了していません。Outlook で予約してください。IT 担当者による設定が必要です。</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>このパネルは承認待ちです。Outlook で予約してください。IT 担当者による承認が必要です。</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>セキュリティ規則によりこのパネルは拒否されています。Outlook で予約してください。IT 担当者による許可が必要です。</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>このパネルは会議室の予定表を使用できません。Outlook で予約してください。IT 担当者による許可が必要です。</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>このパネルの会議室が見つかりません。Outlook で予約してください。IT 担当者による修正が必要です。</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>この会議室にはパネルで使える予定表がありません。Outlook で予約してください。IT 担当者による修復が必要です。</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>このパネルは Office 365 に安全に接続できません。Outlook で予約してください。IT 担当者による修復が必要です。</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>このパネルは予定表を表示できますが、予約はできません。Outlook で予約してください。</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra にこの名前のテナントがありません。config.yaml の office365.tenant を、Entra 管理センターの Overview ページの Tenant ID と照合してください。</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>テナントは別の Microsoft クラウドにあります。config.yaml の office365.cloud をそのクラウドに設定してください。</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>テナントにこの ID のアプリケーションがありません。config.yaml の office365.client_id を、Entra › App registrations の Application (client) ID と照合してください。</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>アプリケーションが無効です。Entra › Enterprise applications › Properties で “Enabled for users to sign in” を有効にしてください。</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra がクライアント シークレットを受け付けません。Entra › App registrations › Certificates &amp; secrets から、シークレットの Value（Secret ID ではなく）を保存し直してください。</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>クライアント シークレットの期限が切れました。Entra › App registrations › Certificates &amp; secrets で新しく作成し、このパネルに保存してください。</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>config.yaml の office365 で指定されたシークレットがパネルのシークレット ストアにありません。その名前で保存してください。</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra が証明書を受け付けません。Entra › App registrations › Certificates &amp; secrets に公開部分をアップロードし、証明書の日付とパネルの時計を確認してください。</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>アプリケーションに権限がありません。Exchange でこの会議室に “Application Calendars.ReadWrite” を割り当てるか（RBAC for Applications）、Entra で Calendars.ReadWrite に管理者の同意を与えてください。</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>条件付きアクセス ポリシーがこのサインインをブロックしています。Entra › Sign-in logs › Service principal sign-ins で確認し、パネルのアプリケーションを除外してください。</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft がパネルのサインインを受け付けなくなりました。Entra › Sign-in logs で理由を調べ、パネルの時計と config.yaml の office365.cloud を確認してください。</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra がサービス アカウントに第 2 要素を求めています。ここでもう一度サインインしてアカウントの端末で確認するか、アカウントをポリシーから除外してください。</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>サービス アカウントがロックまたは無効化されているか、パスワードの期限が切れています。Entra › Users で修正し、ここでもう一度サインインしてください。</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>別の端末でサインインが拒否されました。新しいコードで、ここでもう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange がこのメールボックスへのアクセスを拒否しています。アプリケーションと会議室に対して Test-ServicePrincipalAuthorization を実行してください。ロール “Application Calendars.ReadWrite” がスコープ内に必要です。新しい権限の反映には最大 2 時間かかります。</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange にこのアドレスのメールボックスがありません。config.yaml の room.address をプライマリ SMTP アドレスと照合してください (Get-Mailbox -RecipientTypeDetails RoomMailbox)。</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>会議室のアドレスは Exchange Online のメールボックスではありません。ライセンスなし、オンプレミス、または論理削除の可能性があります。Get-EXOMailbox で確認してください。</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>サーバーの TLS 証明書が信頼されていません。パネルの時計を確認してください。検査プロキシがある場合は、そのルート証明書を config.yaml の office365.ca_file に指定してください。</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra がこのアプリケーションでのサインインを許可していません。config.yaml の office365.client_id を照合し、Entra › App registrations › Authentication で “Allow public client flows” を Yes にしてください。</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>パネルにサインインを安全に保管する場所がありません。このマシンのキーリングのロックを解除するか、資格情報 token-cache-key をパネルに渡してください (LoadCredential=)。</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>Calendars.ReadWrite.Shared への同意がありません。Entra › App registrations › API permissions で同意を与え、ここでもう一度サインインしてください。</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>条件付きアクセスがアカウントまたはコードをブロックしています。Entra › Sign-in logs で確認して除外し、再度サインインしてください。</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>サービス アカウントが一度もサインインしていないか、サインインの期限切れまたは取り消しです。ここでコードを使ってサインインしてください。</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>サインイン中のアカウントはこの会議室の予定表を使用できません。Add-MailboxFolderPermission で Editor にするか、ここで別のアカウントでサインインしてください。</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>読み取りはできますが、書き込みが拒否されています。この会議室に “Application Calendars.ReadWrite” を割り当て、Test-ServicePrincipalAuthorization で確認してください。</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>読み取りはできますが、書き込みが拒否されています。Set-MailboxFolderPermission でサービス アカウントを会議室の予定表の Editor にしてください。</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>IT 担当者へ：%1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>IT 担当者へ：%1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>このパネルのサインイン</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>Microsoft にコードを要求しています。</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>スキャンするか %1 で入力：</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>IT 担当者へ（残り %1）：サービス アカウントでサインインしてください。</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>%1 の QR コード</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>言語とアクセシビリティ</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>選択した内容は、%1 触れられないと元に戻ります。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>使いやすさ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大きな文字</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>ボタンを下に</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>動きなし</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>自動で閉じない</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>このパネルをペアリング</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>スマートフォンでスキャンするか、%1 を開いて次を入力してください：</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>スマートフォンに同じ番号が表示されます：</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>パネルがコードを作成しています。</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>%1 を探しています …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>%1 に接続済み</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>%1 に接続できません。再試行を続けています。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>%1 の証明書が信頼されていません。その認証局を wox.ca_file に指定し、パネルの時計を確認してください。</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>%1 で応答しているのは、このバージョンの WOX サーバーではありません。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>シリアル %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>スマートフォンで拒否されました</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>正しいパネルではないと回答されました。まもなく新しいコードが表示されます。</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>未ペアリング</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新しいコード</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>パネルが会議室の設定を引き継いでいます。</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>どの WOX サーバーですか？</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>アドレスを入力してください（例：wox.example.com）。</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>アドレスではありません。wox.example.com または wox.example.com:8443 の形式です。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>別のサーバー</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>あとの時間を予約</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>今日または明日</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>空いている時間を選んでください。</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>%1 をあとの時間に予約</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>会議室は %1 から %2 まで空いています。</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>明日 %1 – %2 を予約</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>開始：%1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>開始を早める</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>開始を遅らせる</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>終了：%1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>終了を早める</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>終了を遅らせる</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>%1 から %2 まで空室</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>仮予約：%1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>予約済み：%1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>予約は会議室の予定表に登録されました。</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>本日はこれ以上予約できません。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not everything works yet: %1. The panel’s page on WOX says what mends it.</source>
        <translation>まだ一部が動作していません：%1。対処方法は WOX のパネルのページにあります。</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>PIN を入力してください。</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>PIN が違います。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>PIN を確認しています。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>PIN の誤入力が多すぎます。%1後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>診断を実行</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>遠い先の予定を作成して削除します</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>今すぐ予定表を読み込む</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>予定表を読み込んでいます。</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>画面の画像を送信</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>画面の画像を保存</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>画像はこのパネルのページにあります。</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>画像を %1 として保存しました。</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>画像を送信できませんでした。WOX が応答しません。しばらくしてからお試しください。</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>画像を保存できませんでした。パネルのディスクの空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>技術者用コード</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>コードを閉じる</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>このパネルを再起動しますか？数秒間、画面が暗くなります。</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>再ペアリング</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>このパネルを再ペアリングしますか？会議室の設定を消去し、確認されるまでコードを表示します。</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>会議室</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>シリアル</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>ネットワークなし</translation>
    </message>
    <message>
        <source>Office 365</source>
        <translation>Office 365</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Last heard of Office 365</source>
        <translation>Office 365 との最終通信</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>予定の経過時間</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>Office 365 の応答待ち</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>WOX との最終通信</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだです</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>診断しています。数秒かかります。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>すべて正常です。</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>動作していますが、確認が必要な点があります。</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>異常があります。</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>このパネルには技術者の対応が必要です</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>会議室の予定を表示できません。Outlook またはポータルでの予約は通常どおり有効です。</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>技術者の方へ（コードをスキャンできます）：%1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>このパネルはまもなくペアリング解除されます。</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>空室の可能性</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>使用中の可能性</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>パネルの時計がずれていたため、この予定がいつのものか分かりません。</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>問題を報告</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>この部屋の問題は何ですか？</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>部屋の担当者に伝わります。</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>問題を選択してください</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>報告する</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>画面・カメラ</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清掃</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>家具</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>報告しています…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>WOXサーバーに伝えています。</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>報告しました</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>ありがとうございます。部屋の担当者に伝えました。</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>記録しました</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>ありがとうございます。報告はここに保存され、WOXサーバーに接続でき次第送信されます。</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>報告できませんでした</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>何も報告されていません。部屋の担当者に直接お知らせください。</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>予約する方はどなたですか？</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>お名前を入力してください。</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>PIN を入力してください。</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>カードをリーダーにかざしてください。</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>この PIN の方は登録されていません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>このカードは登録されていません。別のカードをお試しください。</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>未登録のカードが続きました。%1後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>入力された名前: %1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>お待ちください…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>WOX サーバーにご本人を問い合わせています。</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX が応答しません</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>予約者を確認できないため、予約は行われていません。しばらくしてからもう一度お試しになるか、Outlook で予約してください。</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>現在、予約者を確認できません。お名前なしで予約できます。</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>この会議室について</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>定員</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>設備</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>会議室の写真</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>この会議室についてこれ以上の情報はありません。</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>このパネルはまもなくペアリング解除されます。Office 365 に %Ln 件のリクエストを送信中です。電源を切らないでください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>%Ln 桁入力済み</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 への要求が多すぎます。パネルが自動的に再試行します。</translation>
    </message>
</context>
</TS>
