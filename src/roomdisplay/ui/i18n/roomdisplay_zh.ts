<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>紧急情况：%1</translation>
    </message>
</context>
<context>
    <name>DayRail</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
</context>
<context>
    <name>DayTabs</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>即将结束</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Free as of %1</source>
        <translation>截至 %1 空闲</translation>
    </message>
    <message>
        <source>In use as of %1</source>
        <translation>截至 %1 使用中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>尚无日程</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>直至另行通知</translation>
    </message>
    <message>
        <source>only until %1</source>
        <translation>仅至 %1</translation>
    </message>
    <message>
        <source>free at %1</source>
        <translation>%1 空闲</translation>
    </message>
    <message>
        <source>for the rest of the day</source>
        <translation>今天余下时间</translation>
    </message>
    <message>
        <source>until %1, as last known</source>
        <translation>至 %1（上次已知）</translation>
    </message>
    <message>
        <source>for the rest of the day, as last known</source>
        <translation>今天余下时间（上次已知）</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>接下来：%1</translation>
    </message>
    <message>
        <source>Next: %1, %2</source>
        <translation>接下来：%1，%2</translation>
    </message>
    <message>
        <source>Next: %1, all day tomorrow</source>
        <translation>接下来：%1，明天全天</translation>
    </message>
    <message>
        <source>Nothing else is booked today.</source>
        <translation>今天没有其他预订。</translation>
    </message>
    <message>
        <source>Nothing is booked today or tomorrow.</source>
        <translation>今天和明天都没有预订。</translation>
    </message>
    <message>
        <source>The room closes at %1.</source>
        <translation>会议室将于 %1 关闭。</translation>
    </message>
    <message>
        <source>Between two bookings the room is kept clear for %1.</source>
        <translation>两次预订之间会议室保留 %1。</translation>
    </message>
    <message>
        <source>Not yet confirmed by Office 365.</source>
        <translation>Office 365 尚未确认。</translation>
    </message>
    <message>
        <source>Please check in when you are here.</source>
        <translation>到达后请签到。</translation>
    </message>
    <message>
        <source>Released at %1 if nobody checks in.</source>
        <translation>如果无人签到，将于 %1 释放。</translation>
    </message>
    <message>
        <source>There is no news since then, so the room may have been booked elsewhere.</source>
        <translation>此后没有新消息，会议室可能已在别处被预订。</translation>
    </message>
    <message>
        <source>The panel is reading the room’s calendar.</source>
        <translation>面板正在读取会议室日历。</translation>
    </message>
    <message>
        <source>No connection to Office 365. The panel keeps trying.</source>
        <translation>无法连接 Office 365。面板会继续尝试。</translation>
    </message>
    <message>
        <source>Office 365 has a fault. The panel keeps trying.</source>
        <translation>Office 365 出现故障。面板会继续尝试。</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
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
        <translation>%1 起</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Private meeting</source>
        <translation>私人会议</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预订</translation>
    </message>
    <message>
        <source>Meeting without a title</source>
        <translation>无标题会议</translation>
    </message>
    <message>
        <source>not yet confirmed</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>%1, all day</source>
        <translation>%1，全天</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>Free from %1</source>
        <translation>%1 起空闲</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>全天空闲</translation>
    </message>
    <message>
        <source>Free %1 – %2</source>
        <translation>空闲 %1 – %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>%1 更新</translation>
    </message>
    <message>
        <source>Updated %1 · no connection</source>
        <translation>%1 更新 · 无连接</translation>
    </message>
    <message>
        <source>Updated %1 · no access</source>
        <translation>%1 更新 · 无访问权限</translation>
    </message>
    <message>
        <source>Updated %1 · Office 365 has a fault</source>
        <translation>%1 更新 · Office 365 故障</translation>
    </message>
    <message>
        <source>%1 · certificate ends %2</source>
        <translation>%1 · 证书于 %2 到期</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>无访问权限</translation>
    </message>
    <message>
        <source>Office 365 has a fault</source>
        <translation>Office 365 故障</translation>
    </message>
    <message>
        <source>This room on your phone</source>
        <translation>在手机上查看此会议室</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最晚至 %1</translation>
    </message>
    <message>
        <source>End meeting</source>
        <translation>结束会议</translation>
    </message>
    <message>
        <source>frees the room now</source>
        <translation>立即释放会议室</translation>
    </message>
    <message>
        <source>Cancel booking</source>
        <translation>取消预订</translation>
    </message>
    <message>
        <source>as if never booked</source>
        <translation>如同从未预订</translation>
    </message>
    <message>
        <source>Release room</source>
        <translation>释放会议室</translation>
    </message>
    <message>
        <source>tells the organizer</source>
        <translation>通知组织者</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>不来了</translation>
    </message>
    <message>
        <source>releases the room</source>
        <translation>释放会议室</translation>
    </message>
    <message>
        <source>we are here</source>
        <translation>我们到了</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Book %1 now</source>
        <translation>立即预订 %1</translation>
    </message>
    <message>
        <source>The room is free until %1.</source>
        <translation>会议室空闲至 %1。</translation>
    </message>
    <message>
        <source>The room is free for the rest of the day.</source>
        <translation>会议室今天余下时间空闲。</translation>
    </message>
    <message>
        <source>There is no connection: the booking is held here and confirmed when Office 365 answers.</source>
        <translation>没有连接：预订将暂存于此，待 Office 365 响应后确认。</translation>
    </message>
    <message>
        <source>That time has just become impossible. Please choose again.</source>
        <translation>该时间刚刚变得不可用，请重新选择。</translation>
    </message>
    <message>
        <source>Book %1 – %2</source>
        <translation>预订 %1 – %2</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>请选择时间</translation>
    </message>
    <message>
        <source>The room has just been taken</source>
        <translation>会议室刚刚被占用</translation>
    </message>
    <message>
        <source>Booking is not possible just now</source>
        <translation>目前无法预订</translation>
    </message>
    <message>
        <source>Something has changed since you began. Nothing was booked.</source>
        <translation>您开始操作后情况有变。未进行任何预订。</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>未进行任何预订。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1 to %2.</source>
        <translation>未进行任何预订。会议室将在 %1 至 %2 再次空闲。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free again from %1.</source>
        <translation>未进行任何预订。会议室从 %1 起再次空闲。</translation>
    </message>
    <message>
        <source>Nothing was booked. The room is free now until %1.</source>
        <translation>未进行任何预订。会议室现在空闲至 %1。</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>查找会议室</translation>
    </message>
    <message>
        <source>one near by</source>
        <translation>附近的会议室</translation>
    </message>
    <message>
        <source>Office 365 is being asked about the rooms near by.</source>
        <translation>正在向 Office 365 查询附近的会议室。</translation>
    </message>
    <message>
        <source>Tap a free one to book it. As of %1.</source>
        <translation>点按空闲的会议室即可预订。截至 %1。</translation>
    </message>
    <message>
        <source>No room near by is free now. As of %1.</source>
        <translation>附近目前没有空闲的会议室。截至 %1。</translation>
    </message>
    <message>
        <source>As of %1. Office 365 does not answer just now.</source>
        <translation>截至 %1。Office 365 目前没有响应。</translation>
    </message>
    <message>
        <source>Office 365 does not answer just now. The panel asks again in a minute.</source>
        <translation>Office 365 目前没有响应。面板将在一分钟后再次查询。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>空闲至 %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>今天余下时间空闲</translation>
    </message>
    <message>
        <source>free from %1</source>
        <translation>%1 起空闲</translation>
    </message>
    <message>
        <source>not free today or tomorrow</source>
        <translation>今明两天均不空闲</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>cannot be booked from here</source>
        <translation>无法在此预订</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 has just been taken</source>
        <translation>%1 刚刚被占用</translation>
    </message>
    <message>
        <source>%1 cannot be booked just now</source>
        <translation>%1 目前无法预订</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>延长使用</translation>
    </message>
    <message>
        <source>The booking ends at %1 now. Choose a new end.</source>
        <translation>预订现在于 %1 结束。请选择新的结束时间。</translation>
    </message>
    <message>
        <source>The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end.</source>
        <translation>会议现在于 %1 结束。将紧接其后添加一个会议室预订。请选择其结束时间。</translation>
    </message>
    <message>
        <source>Extend to %1</source>
        <translation>延长至 %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 分钟</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 小时</translation>
    </message>
    <message>
        <source>+%1 h %2 min</source>
        <translation>+%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>End the meeting now?</source>
        <translation>现在结束会议吗？</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>取消此预订吗？</translation>
    </message>
    <message>
        <source>Release the room?</source>
        <translation>释放会议室吗？</translation>
    </message>
    <message>
        <source>Take the room back?</source>
        <translation>收回会议室吗？</translation>
    </message>
    <message>
        <source>The room becomes free at once. The booking would last until %2.</source>
        <translation>会议室将立即空闲。该预订原定至 %2。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is taken out of the room’s calendar.</source>
        <translation>%1 – %2 的预订将从会议室日历中移除。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here.</source>
        <translation>%1 – %2 的会议将立即让出会议室，并通知其组织者。此操作无法在此撤销。</translation>
    </message>
    <message>
        <source>The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.</source>
        <translation>%1 – %2 将以会议室名义重新预订。组织者已获知会议室的释放。</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>立即释放</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>重新预订</translation>
    </message>
    <message>
        <source>This booking has changed</source>
        <translation>此预订已更改</translation>
    </message>
    <message>
        <source>What you chose is no longer possible. Nothing was changed.</source>
        <translation>您的选择已不再可行。未作任何更改。</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>正在预订…</translation>
    </message>
    <message>
        <source>Extending…</source>
        <translation>正在延长…</translation>
    </message>
    <message>
        <source>Ending the meeting…</source>
        <translation>正在结束会议…</translation>
    </message>
    <message>
        <source>Cancelling the booking…</source>
        <translation>正在取消预订…</translation>
    </message>
    <message>
        <source>Releasing the room…</source>
        <translation>正在释放会议室…</translation>
    </message>
    <message>
        <source>Checking in…</source>
        <translation>正在签到…</translation>
    </message>
    <message>
        <source>Office 365 is being asked.</source>
        <translation>正在向 Office 365 查询。</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>暂存至 %1</translation>
    </message>
    <message>
        <source>Extension noted, until %1</source>
        <translation>已记录延长至 %1</translation>
    </message>
    <message>
        <source>End noted</source>
        <translation>已记录结束</translation>
    </message>
    <message>
        <source>Cancellation noted</source>
        <translation>已记录取消</translation>
    </message>
    <message>
        <source>Release noted</source>
        <translation>已记录释放</translation>
    </message>
    <message>
        <source>Check-in noted</source>
        <translation>已记录签到</translation>
    </message>
    <message>
        <source>Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.</source>
        <translation>已暂存于此，尚未确认。面板会保留您的预订，待 Office 365 响应后立即确认。</translation>
    </message>
    <message>
        <source>Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers.</source>
        <translation>已保存于此，尚未确认。待 Office 365 响应后立即提交。</translation>
    </message>
    <message>
        <source>Kept here. The room’s calendar shows it as soon as Office 365 answers.</source>
        <translation>已保存于此。待 Office 365 响应后，会议室日历会显示更改。</translation>
    </message>
    <message>
        <source>Kept here. The organizer is told as soon as Office 365 answers.</source>
        <translation>已保存于此。待 Office 365 响应后会通知组织者。</translation>
    </message>
    <message>
        <source>Kept here. The room stays yours.</source>
        <translation>已保存于此。会议室仍归您使用。</translation>
    </message>
    <message>
        <source>Booked until %1</source>
        <translation>已预订至 %1</translation>
    </message>
    <message>
        <source>Extended until %1</source>
        <translation>已延长至 %1</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>会议已结束</translation>
    </message>
    <message>
        <source>Booking cancelled</source>
        <translation>预订已取消</translation>
    </message>
    <message>
        <source>Room released</source>
        <translation>会议室已释放</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>The room is yours. The booking stands in its calendar.</source>
        <translation>会议室归您使用。预订已写入日历。</translation>
    </message>
    <message>
        <source>The room stays yours. Its calendar shows the new end.</source>
        <translation>会议室仍归您使用。日历已显示新的结束时间。</translation>
    </message>
    <message>
        <source>Thank you. Others can use the room now.</source>
        <translation>谢谢。其他人现在可以使用会议室。</translation>
    </message>
    <message>
        <source>Thank you. The booking is no longer in the room’s calendar.</source>
        <translation>谢谢。该预订已不在会议室日历中。</translation>
    </message>
    <message>
        <source>Thank you. The organizer has been told, and others can use the room now.</source>
        <translation>谢谢。已通知组织者，其他人现在可以使用会议室。</translation>
    </message>
    <message>
        <source>Nobody checked in. The organizer has been told.</source>
        <translation>无人签到。已通知组织者。</translation>
    </message>
    <message>
        <source>Thank you. The room stays yours.</source>
        <translation>谢谢。会议室仍归您使用。</translation>
    </message>
    <message>
        <source>Held: %1 until %2</source>
        <translation>待确认：%1，至 %2</translation>
    </message>
    <message>
        <source>Booked: %1 until %2</source>
        <translation>已预订：%1，至 %2</translation>
    </message>
    <message>
        <source>The booking stands in that room’s calendar.</source>
        <translation>预订已写入该会议室的日历。</translation>
    </message>
    <message>
        <source>%1 was booked a moment before you asked. Nothing was changed.</source>
        <translation>%1 在您请求前刚被预订。未作任何更改。</translation>
    </message>
    <message>
        <source>This panel may not book %1</source>
        <translation>此面板无权预订 %1</translation>
    </message>
    <message>
        <source>It has no access to that room’s calendar. Please choose another room, or book in Outlook.</source>
        <translation>它无法访问该会议室的日历。请选择其他会议室，或在 Outlook 中预订。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>有人抢先一步</translation>
    </message>
    <message>
        <source>The booking is gone</source>
        <translation>预订已不存在</translation>
    </message>
    <message>
        <source>The booking was changed elsewhere</source>
        <translation>预订已在别处更改</translation>
    </message>
    <message>
        <source>This panel is not allowed to book</source>
        <translation>此面板无权预订</translation>
    </message>
    <message>
        <source>The room’s calendar is full</source>
        <translation>会议室日历已满</translation>
    </message>
    <message>
        <source>Office 365 refused the booking</source>
        <translation>Office 365 拒绝了预订</translation>
    </message>
    <message>
        <source>The room was not released</source>
        <translation>会议室未释放</translation>
    </message>
    <message>
        <source>The panel could not keep this</source>
        <translation>面板无法保存此操作</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. Nothing was changed.</source>
        <translation>会议室在您请求前刚被预订。未作任何更改。</translation>
    </message>
    <message>
        <source>It is no longer in the room’s calendar; somebody may have removed it in Outlook.</source>
        <translation>它已不在会议室日历中，可能有人在 Outlook 中将其移除。</translation>
    </message>
    <message>
        <source>Nothing was changed here. Please look at the new times and try again.</source>
        <translation>此处未作任何更改。请查看新的时间后重试。</translation>
    </message>
    <message>
        <source>It can show the room’s calendar, but not change it. Please book the room in Outlook.</source>
        <translation>它可以显示会议室日历，但无法更改。请在 Outlook 中预订会议室。</translation>
    </message>
    <message>
        <source>It takes no more bookings until an administrator makes room. Please choose another room.</source>
        <translation>在管理员腾出空间之前无法再预订。请选择其他会议室。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please book the room in Outlook.</source>
        <translation>未作任何更改。请在 Outlook 中预订会议室。</translation>
    </message>
    <message>
        <source>Something came in between. Nothing was changed.</source>
        <translation>其间发生了变化。未作任何更改。</translation>
    </message>
    <message>
        <source>Its storage is full or broken, so nothing was changed. Please book the room in Outlook.</source>
        <translation>面板的存储已满或损坏，因此未作任何更改。请在 Outlook 中预订会议室。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1 to %2.</source>
        <translation>会议室在您请求前刚被预订。将在 %1 至 %2 再次空闲。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free again from %1.</source>
        <translation>会议室在您请求前刚被预订。从 %1 起再次空闲。</translation>
    </message>
    <message>
        <source>The room was booked a moment before you asked. It is free now until %1.</source>
        <translation>会议室在您请求前刚被预订。现在空闲至 %1。</translation>
    </message>
    <message>
        <source>The next meeting was first</source>
        <translation>下一个会议抢先一步</translation>
    </message>
    <message>
        <source>The time after yours has been booked meanwhile. Your booking stays as it was.</source>
        <translation>您之后的时间其间已被预订。您的预订保持不变。</translation>
    </message>
    <message>
        <source>Too late to confirm</source>
        <translation>来不及确认</translation>
    </message>
    <message>
        <source>The time was over before Office 365 answered. Nothing stands in the calendar.</source>
        <translation>Office 365 响应之前时间已过。日历中没有任何记录。</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered. It was not extended.</source>
        <translation>Office 365 响应之前预订已结束。未能延长。</translation>
    </message>
    <message>
        <source>The booking was over before Office 365 answered.</source>
        <translation>Office 365 响应之前预订已结束。</translation>
    </message>
    <message>
        <source>The meeting was over before Office 365 answered.</source>
        <translation>Office 365 响应之前会议已结束。</translation>
    </message>
    <message>
        <source>The meeting is over.</source>
        <translation>会议已结束。</translation>
    </message>
    <message>
        <source>The room has just been released</source>
        <translation>会议室刚刚被释放</translation>
    </message>
    <message>
        <source>Nobody had checked in until now. You can take the room back for a minute.</source>
        <translation>此前无人签到。您可以在一分钟内收回会议室。</translation>
    </message>
    <message>
        <source>The meeting was changed elsewhere</source>
        <translation>会议已在别处更改</translation>
    </message>
    <message>
        <source>Office 365 refused to release the room</source>
        <translation>Office 365 拒绝释放会议室</translation>
    </message>
    <message>
        <source>Nothing was changed. The organizer can take the room out of the meeting in Outlook.</source>
        <translation>未作任何更改。组织者可以在 Outlook 中将会议室从会议中移除。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again, or book the room in Outlook.</source>
        <translation>未作任何更改。请重试，或在 Outlook 中预订会议室。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is confirmed now.</source>
        <translation>%1 – %2 的预订现已确认。</translation>
    </message>
    <message>
        <source>The booking now lasts until %2; Office 365 has confirmed it.</source>
        <translation>预订现延至 %2；Office 365 已确认。</translation>
    </message>
    <message>
        <source>The early end is in the room’s calendar now.</source>
        <translation>提前结束现已显示在会议室日历中。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is cancelled now.</source>
        <translation>%1 – %2 的预订现已取消。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 has given up the room; its organizer has been told.</source>
        <translation>%1 – %2 的会议已让出会议室；已通知其组织者。</translation>
    </message>
    <message>
        <source>Somebody has checked in to the meeting %1 – %2.</source>
        <translation>有人已为 %1 – %2 的会议签到。</translation>
    </message>
    <message>
        <source>Released at %1: nobody checked in.</source>
        <translation>已于 %1 释放：无人签到。</translation>
    </message>
    <message>
        <source>The meeting %1 – %2 could not be released; it keeps the room.</source>
        <translation>%1 – %2 的会议无法释放；它仍占用会议室。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: somebody else had the room first.</source>
        <translation>%1 – %2 的预订未能保留：他人已先预订会议室。</translation>
    </message>
    <message>
        <source>The booking could not be extended to %2. It ends as it did before.</source>
        <translation>预订无法延长至 %2。将按原定时间结束。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was refused by Office 365. Please book in Outlook.</source>
        <translation>%1 – %2 的预订被 Office 365 拒绝。请在 Outlook 中预订。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 could not be kept: the panel’s storage is full or broken.</source>
        <translation>%1 – %2 的预订未能保留：面板的存储已满或损坏。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 is no longer in the room’s calendar.</source>
        <translation>%1 – %2 的预订已不在会议室日历中。</translation>
    </message>
    <message>
        <source>The change to the booking until %2 could not be made in Office 365.</source>
        <translation>至 %2 的预订未能在 Office 365 中更改。</translation>
    </message>
    <message>
        <source>The booking %1 – %2 was over before Office 365 could confirm it.</source>
        <translation>%1 – %2 的预订在 Office 365 确认之前已结束。</translation>
    </message>
    <message>
        <source>This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it.</source>
        <translation>此面板已失去与会议室日历的连接。请在 Outlook 中预订；需要由 IT 团队修复。</translation>
    </message>
    <message>
        <source>This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in.</source>
        <translation>此面板未登录 Office 365。请在 Outlook 中预订；需要由 IT 团队登录。</translation>
    </message>
    <message>
        <source>This panel has been switched off by your IT team. Please book the room in Outlook.</source>
        <translation>此面板已被 IT 团队关闭。请在 Outlook 中预订会议室。</translation>
    </message>
    <message>
        <source>This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it.</source>
        <translation>此面板的登录已过期。请在 Outlook 中预订；需要由 IT 团队续期。</translation>
    </message>
    <message>
        <source>This panel is not set up completely. Please book in Outlook; your IT team has to finish it.</source>
        <translation>此面板尚未完成设置。请在 Outlook 中预订；需要由 IT 团队完成。</translation>
    </message>
    <message>
        <source>This panel still waits for approval. Please book in Outlook; your IT team has to approve it.</source>
        <translation>此面板仍在等待批准。请在 Outlook 中预订；需要由 IT 团队批准。</translation>
    </message>
    <message>
        <source>A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it.</source>
        <translation>安全规则阻止了此面板。请在 Outlook 中预订；需要由 IT 团队允许。</translation>
    </message>
    <message>
        <source>This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it.</source>
        <translation>此面板无法使用会议室日历。请在 Outlook 中预订；需要由 IT 团队允许。</translation>
    </message>
    <message>
        <source>This panel cannot find its room. Please book in Outlook; your IT team has to correct it.</source>
        <translation>此面板找不到其会议室。请在 Outlook 中预订；需要由 IT 团队更正。</translation>
    </message>
    <message>
        <source>This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it.</source>
        <translation>此会议室没有面板可用的日历。请在 Outlook 中预订；需要由 IT 团队修复。</translation>
    </message>
    <message>
        <source>This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it.</source>
        <translation>此面板无法安全连接 Office 365。请在 Outlook 中预订；需要由 IT 团队修复。</translation>
    </message>
    <message>
        <source>This panel can show the calendar, but not book. Please book in Outlook.</source>
        <translation>此面板可以显示日历，但无法预订。请在 Outlook 中预订。</translation>
    </message>
    <message>
        <source>Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the Overview page of the Entra admin centre.</source>
        <translation>Entra 中没有此名称的租户。请将 config.yaml 中的 office365.tenant 与 Entra 管理中心 Overview 页面上的 Tenant ID 核对。</translation>
    </message>
    <message>
        <source>The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.</source>
        <translation>该租户位于另一个 Microsoft 云。请将 config.yaml 中的 office365.cloud 设为该云。</translation>
    </message>
    <message>
        <source>Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with Application (client) ID under Entra › App registrations.</source>
        <translation>租户中没有此 ID 的应用程序。请将 config.yaml 中的 office365.client_id 与 Entra › App registrations 下的 Application (client) ID 核对。</translation>
    </message>
    <message>
        <source>The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications › Properties.</source>
        <translation>应用程序已停用。请在 Entra › Enterprise applications › Properties 下开启“Enabled for users to sign in”。</translation>
    </message>
    <message>
        <source>Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra › App registrations › Certificates &amp; secrets.</source>
        <translation>Entra 不接受客户端密码。请从 Entra › App registrations › Certificates &amp; secrets 重新保存密码的 Value（而非 Secret ID）。</translation>
    </message>
    <message>
        <source>The client secret has expired. Create a new one under Entra › App registrations › Certificates &amp; secrets and store it for this panel.</source>
        <translation>客户端密码已过期。请在 Entra › App registrations › Certificates &amp; secrets 下新建一个，并为此面板保存。</translation>
    </message>
    <message>
        <source>The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there under that name.</source>
        <translation>config.yaml 在 office365 下指定的密码不在面板的机密存储中。请以该名称保存。</translation>
    </message>
    <message>
        <source>Entra does not accept the certificate. Upload its public part under Entra › App registrations › Certificates &amp; secrets, and check its dates and the panel’s clock.</source>
        <translation>Entra 不接受证书。请在 Entra › App registrations › Certificates &amp; secrets 下上传其公开部分，并检查证书日期和面板时钟。</translation>
    </message>
    <message>
        <source>The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC for Applications), or grant admin consent to Calendars.ReadWrite in Entra.</source>
        <translation>应用程序没有权限。请在 Exchange 中为此会议室分配“Application Calendars.ReadWrite”（RBAC for Applications），或在 Entra 中为 Calendars.ReadWrite 授予管理员同意。</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal sign-ins and exclude the panel’s application.</source>
        <translation>条件访问策略阻止了此登录。请在 Entra › Sign-in logs › Service principal sign-ins 下找到它，并排除面板的应用程序。</translation>
    </message>
    <message>
        <source>Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, and check the panel’s clock and office365.cloud in config.yaml.</source>
        <translation>Microsoft 不再接受面板的登录。请在 Entra › Sign-in logs 下查找原因，并检查面板时钟和 config.yaml 中的 office365.cloud。</translation>
    </message>
    <message>
        <source>Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s device, or exclude the account from that policy.</source>
        <translation>Entra 要求服务帐户提供第二重验证。请在此重新登录并在该帐户的设备上确认，或将该帐户从该策略中排除。</translation>
    </message>
    <message>
        <source>The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then sign in here again.</source>
        <translation>服务帐户已锁定或停用，或密码已过期。请在 Entra › Users 下修复，然后在此重新登录。</translation>
    </message>
    <message>
        <source>The sign-in was declined on the other device. Sign in here again, with a new code.</source>
        <translation>登录在另一台设备上被拒绝。请使用新代码在此重新登录。</translation>
    </message>
    <message>
        <source>Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.</source>
        <translation>Exchange 拒绝访问此邮箱。请对应用程序和会议室运行 Test-ServicePrincipalAuthorization：角色“Application Calendars.ReadWrite”必须在范围内。新权限最长需要两小时生效。</translation>
    </message>
    <message>
        <source>Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP address (Get-Mailbox -RecipientTypeDetails RoomMailbox).</source>
        <translation>Exchange 中没有此地址的邮箱。请将 config.yaml 中的 room.address 与主 SMTP 地址核对 (Get-Mailbox -RecipientTypeDetails RoomMailbox)。</translation>
    </message>
    <message>
        <source>The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. Check it with Get-EXOMailbox.</source>
        <translation>会议室地址不是 Exchange Online 邮箱：可能没有许可证、位于本地或已被软删除。请用 Get-EXOMailbox 检查。</translation>
    </message>
    <message>
        <source>The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name its root certificate as office365.ca_file in config.yaml.</source>
        <translation>服务器的 TLS 证书不受信任。请检查面板时钟；如经过检查代理，请在 config.yaml 中将其根证书指定为 office365.ca_file。</translation>
    </message>
    <message>
        <source>Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes under Entra › App registrations › Authentication.</source>
        <translation>Entra 不允许该应用程序让任何人登录。请核对 config.yaml 中的 office365.client_id，并在 Entra › App registrations › Authentication 下将“Allow public client flows”设为 Yes。</translation>
    </message>
    <message>
        <source>The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the credential token-cache-key (LoadCredential=).</source>
        <translation>面板没有安全存放登录信息的地方。请解锁此机器上的密钥环，或为面板提供凭据 token-cache-key (LoadCredential=)。</translation>
    </message>
    <message>
        <source>Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API permissions, then sign in here again.</source>
        <translation>尚无人同意 Calendars.ReadWrite.Shared。请在 Entra › App registrations › API permissions 下授予，然后在此重新登录。</translation>
    </message>
    <message>
        <source>A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in logs, exclude the account, then sign in here again.</source>
        <translation>条件访问策略阻止了服务帐户或代码登录。请在 Entra › Sign-in logs 下找到它，排除该帐户，然后在此重新登录。</translation>
    </message>
    <message>
        <source>The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a code.</source>
        <translation>服务帐户从未登录，或其登录已过期或被撤销。请在此用代码登录。</translation>
    </message>
    <message>
        <source>The account that is signed in may not use this room’s calendar. Make it an Editor with Add-MailboxFolderPermission, or sign in another one here.</source>
        <translation>已登录的帐户无权使用此会议室的日历。请用 Add-MailboxFolderPermission 将其设为 Editor，或在此登录另一个帐户。</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with Test-ServicePrincipalAuthorization.</source>
        <translation>可以读取，但写入被拒绝。请为此会议室分配“Application Calendars.ReadWrite”，并用 Test-ServicePrincipalAuthorization 检查。</translation>
    </message>
    <message>
        <source>Reading works, writing is denied. Make the service account an Editor of the room’s calendar with Set-MailboxFolderPermission.</source>
        <translation>可以读取，但写入被拒绝。请用 Set-MailboxFolderPermission 将服务帐户设为会议室日历的 Editor。</translation>
    </message>
    <message>
        <source>For IT: %1 [%2]</source>
        <translation>致 IT 人员：%1 [%2]</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>致 IT 人员：%1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign this panel in</source>
        <translation>登录此面板</translation>
    </message>
    <message>
        <source>Microsoft is being asked for a code.</source>
        <translation>正在向 Microsoft 请求代码。</translation>
    </message>
    <message>
        <source>Scan this, or open %1, and enter:</source>
        <translation>请扫描此码，或打开 %1 并输入：</translation>
    </message>
    <message>
        <source>For the IT team (%1 left): sign in as the service account.</source>
        <translation>致 IT 团队（剩余 %1）：请以服务帐户登录。</translation>
    </message>
    <message>
        <source>QR code for %1</source>
        <translation>%1 的二维码</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Language and accessibility</source>
        <translation>语言与辅助功能</translation>
    </message>
    <message>
        <source>Your choice lasts until nobody has touched the panel for %1.</source>
        <translation>若 %1无人触碰面板，您的选择将恢复。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Ease of use</source>
        <translation>易用性</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大号文字</translation>
    </message>
    <message>
        <source>Buttons low down</source>
        <translation>按钮靠下</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>无动画</translation>
    </message>
    <message>
        <source>Wait for me</source>
        <translation>等待我操作</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Pair this panel</source>
        <translation>配对此面板</translation>
    </message>
    <message>
        <source>Scan this with a phone, or open %1 and enter:</source>
        <translation>请用手机扫描此码，或打开 %1 并输入：</translation>
    </message>
    <message>
        <source>The phone shows the same number:</source>
        <translation>手机会显示相同的数字：</translation>
    </message>
    <message>
        <source>The panel is making its code.</source>
        <translation>面板正在生成代码。</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>正在查找 %1 …</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已连接到 %1</translation>
    </message>
    <message>
        <source>No connection to %1. The panel keeps trying.</source>
        <translation>无法连接 %1。面板会继续尝试。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock.</source>
        <translation>%1 的证书不受信任。请将其颁发机构指定为 wox.ca_file，并检查面板时钟。</translation>
    </message>
    <message>
        <source>What answers at %1 is no WOX server of this version. Check the address.</source>
        <translation>%1 上响应的不是此版本的 WOX 服务器。请检查地址。</translation>
    </message>
    <message>
        <source>Serial %1</source>
        <translation>序列号 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Denied on the phone</source>
        <translation>已在手机上拒绝</translation>
    </message>
    <message>
        <source>Somebody said that this is not the right panel. A new code follows shortly.</source>
        <translation>有人表示这不是正确的面板。稍后将显示新代码。</translation>
    </message>
    <message>
        <source>Not paired</source>
        <translation>未配对</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新代码</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>The panel is taking over its room.</source>
        <translation>面板正在接管其会议室。</translation>
    </message>
    <message>
        <source>Which WOX server?</source>
        <translation>哪个 WOX 服务器？</translation>
    </message>
    <message>
        <source>Enter its address, such as wox.example.com.</source>
        <translation>请输入其地址，例如 wox.example.com。</translation>
    </message>
    <message>
        <source>That is no address. It has the form wox.example.com or wox.example.com:8443.</source>
        <translation>这不是地址。其格式为 wox.example.com 或 wox.example.com:8443。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Book later</source>
        <translation>稍后预订</translation>
    </message>
    <message>
        <source>today or tomorrow</source>
        <translation>今天或明天</translation>
    </message>
    <message>
        <source>Choose one of the free times.</source>
        <translation>请选择一个空闲时段。</translation>
    </message>
    <message>
        <source>Book %1 later</source>
        <translation>稍后预订 %1</translation>
    </message>
    <message>
        <source>The room is free from %1 to %2.</source>
        <translation>会议室在 %1 至 %2 空闲。</translation>
    </message>
    <message>
        <source>Book %1 – %2 tomorrow</source>
        <translation>预订明天 %1 – %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>开始：%1</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>提前开始</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>推迟开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>结束：%1</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>推迟结束</translation>
    </message>
    <message>
        <source>Free %1 to %2</source>
        <translation>%1 至 %2 空闲</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>待确认：%1</translation>
    </message>
    <message>
        <source>Booked: %1</source>
        <translation>已预订：%1</translation>
    </message>
    <message>
        <source>The booking stands in the room’s calendar.</source>
        <translation>预订已写入会议室日历。</translation>
    </message>
    <message>
        <source>Nothing more can be booked today.</source>
        <translation>今天无法再预订。</translation>
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
        <translation>尚未全部正常：%1。WOX 上的面板页面说明了解决方法。</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>请输入 PIN。</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>PIN 不正确。请重试。</translation>
    </message>
    <message>
        <source>The PIN is being checked.</source>
        <translation>正在检查 PIN。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>PIN 错误次数过多。请在 %1后重试。</translation>
    </message>
    <message>
        <source>Run the doctor</source>
        <translation>运行诊断</translation>
    </message>
    <message>
        <source>makes an appointment far ahead, and takes it away</source>
        <translation>创建一个很久以后的约会并将其删除</translation>
    </message>
    <message>
        <source>Read the calendar now</source>
        <translation>立即读取日历</translation>
    </message>
    <message>
        <source>The calendar is being read.</source>
        <translation>正在读取日历。</translation>
    </message>
    <message>
        <source>Send a picture of the screen</source>
        <translation>发送屏幕图片</translation>
    </message>
    <message>
        <source>Keep a picture of the screen</source>
        <translation>保存屏幕图片</translation>
    </message>
    <message>
        <source>Facilities have the picture on this panel’s page.</source>
        <translation>图片已在此面板的页面上。</translation>
    </message>
    <message>
        <source>The picture is kept as %1.</source>
        <translation>图片已保存为 %1。</translation>
    </message>
    <message>
        <source>The picture could not be sent: WOX does not answer. Try again later.</source>
        <translation>无法发送图片：WOX 没有响应。请稍后重试。</translation>
    </message>
    <message>
        <source>The picture could not be kept. Free some space on the panel’s disk.</source>
        <translation>无法保存图片。请在面板磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>Code for the technician</source>
        <translation>技术人员代码</translation>
    </message>
    <message>
        <source>Put the code away</source>
        <translation>关闭代码</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Restart this panel? Its screen is dark for some seconds.</source>
        <translation>重新启动此面板吗？屏幕会黑屏几秒钟。</translation>
    </message>
    <message>
        <source>Pair anew</source>
        <translation>重新配对</translation>
    </message>
    <message>
        <source>Pair this panel anew? It forgets its room and shows its code until somebody confirms it.</source>
        <translation>重新配对此面板吗？它会忘记其会议室并显示代码，直到有人确认。</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>会议室</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>无网络</translation>
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
        <translation>上次收到 Office 365 消息</translation>
    </message>
    <message>
        <source>Age of the schedule</source>
        <translation>日程的时效</translation>
    </message>
    <message>
        <source>Waiting for Office 365</source>
        <translation>等待 Office 365</translation>
    </message>
    <message>
        <source>WOX</source>
        <translation>WOX</translation>
    </message>
    <message>
        <source>Last heard of WOX</source>
        <translation>上次收到 WOX 消息</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>The doctor is looking. This takes some seconds.</source>
        <translation>正在诊断，需要几秒钟。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>It works, and something should be looked at.</source>
        <translation>运行正常，但有需要查看之处。</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>出现故障。</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需查看</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>This panel needs a technician</source>
        <translation>此面板需要技术人员处理</translation>
    </message>
    <message>
        <source>It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always.</source>
        <translation>目前无法显示会议室日程。在 Outlook 或门户中的预订照常有效。</translation>
    </message>
    <message>
        <source>For the technician, who may scan the code: %1</source>
        <translation>致技术人员（可扫描代码）：%1</translation>
    </message>
    <message>
        <source>This panel is about to be unpaired.</source>
        <translation>此面板即将取消配对。</translation>
    </message>
    <message>
        <source>Perhaps free</source>
        <translation>可能空闲</translation>
    </message>
    <message>
        <source>Perhaps in use</source>
        <translation>可能使用中</translation>
    </message>
    <message>
        <source>The panel’s clock was wrong, so nobody knows how old this schedule is.</source>
        <translation>面板时钟曾出错，无法得知此日程的时间。</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>What is wrong in this room?</source>
        <translation>这间会议室出了什么问题？</translation>
    </message>
    <message>
        <source>Whoever looks after the room is told.</source>
        <translation>会议室的管理人员会收到通知。</translation>
    </message>
    <message>
        <source>Choose what is wrong</source>
        <translation>请选择出了什么问题</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Screen or camera</source>
        <translation>屏幕或摄像头</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洁</translation>
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
        <translation>其他</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>正在报告…</translation>
    </message>
    <message>
        <source>The WOX server is being told.</source>
        <translation>正在通知 WOX 服务器。</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已报告</translation>
    </message>
    <message>
        <source>Thank you. Whoever looks after the room has been told.</source>
        <translation>谢谢。会议室的管理人员已收到通知。</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Thank you. The report is kept here and sent as soon as the WOX server can be reached.</source>
        <translation>谢谢。报告已保存在此，一旦能连接到 WOX 服务器就会发送。</translation>
    </message>
    <message>
        <source>It could not be reported</source>
        <translation>未能报告</translation>
    </message>
    <message>
        <source>Nothing was reported. Please tell whoever looks after the room directly.</source>
        <translation>尚未报告任何问题。请直接告知会议室的管理人员。</translation>
    </message>
    <message>
        <source>Who is booking?</source>
        <translation>谁在预订？</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>请输入您的姓名。</translation>
    </message>
    <message>
        <source>Enter your PIN.</source>
        <translation>请输入您的 PIN 码。</translation>
    </message>
    <message>
        <source>Hold your badge to the reader.</source>
        <translation>请将您的工卡靠近读卡器。</translation>
    </message>
    <message>
        <source>Nobody has this PIN. Try again.</source>
        <translation>没有人使用此 PIN 码。请重试。</translation>
    </message>
    <message>
        <source>Nobody has this badge. Try another one.</source>
        <translation>此工卡未登记。请换一张试试。</translation>
    </message>
    <message>
        <source>Too many unknown badges. Try again in %1.</source>
        <translation>未知工卡过多。请在%1后重试。</translation>
    </message>
    <message>
        <source>Name entered: %1</source>
        <translation>已输入姓名：%1</translation>
    </message>
    <message>
        <source>abcdefghijklmnopqrstuvwxyz</source>
        <translation>abcdefghijklmnopqrstuvwxyz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The WOX server is being asked who you are.</source>
        <translation>正在向 WOX 服务器查询您的身份。</translation>
    </message>
    <message>
        <source>WOX does not answer</source>
        <translation>WOX 没有应答</translation>
    </message>
    <message>
        <source>Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook.</source>
        <translation>无法核实预订人，因此未进行任何预订。请稍后重试，或在 Outlook 中预订。</translation>
    </message>
    <message>
        <source>Who books cannot be checked now. You can book without your name.</source>
        <translation>现在无法核实预订人。您可以不具名预订。</translation>
    </message>
    <message>
        <source>About this room</source>
        <translation>关于此会议室</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Photo of the room</source>
        <translation>会议室照片</translation>
    </message>
    <message>
        <source>Nothing more is known about this room.</source>
        <translation>没有关于此会议室的更多信息。</translation>
    </message>
    <message numerus="yes">
        <source>This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched on.</source>
        <translation>
            <numerusform>此面板即将取消配对。仍有 %Ln 个请求正在发送到 Office 365。请保持开机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digits entered</source>
        <translation>
            <numerusform>已输入 %Ln 位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has had too many requests. The panel tries again by itself.</source>
        <translation>%1 收到的请求过多。面板会自动重试。</translation>
    </message>
</context>
</TS>
