notices-title = Notices for you
notices-read = Mark as read
notices-before = Notices you have read
notice-published = A new circular for you. Finish its task by { $date }.
notice-due-soon = Your task is waiting. Finish it by { $date }.
notice-late = The date for your task, { $date }, has passed. You can still finish it now.
notice-asked = Your unit reminds you: your task is waiting. It is due on { $date }.
notice-late-count = { $people ->
    [one] { $count } person in your unit has not finished the task. It was due on { $date }.
   *[other] { $count } people in your unit have not finished the task. It was due on { $date }.
}
notice-slip = An activation slip was printed for you on { $moment }. Not at your request? Tell BKPSDM.
notice-signed = The pact was signed in your name on { $moment }. Not you? Say so below, beside that document.
notice-pledged = The pledge was recorded in your name on { $moment }. Not you? Say so below, beside that pledge.
notice-appointed = Your post in Netral has changed: you are recorded to have taken, or left, a post. If that is wrong, tell BKPSDM.
notice-open-unit = See my unit
later-published = A new circular for you. It is due once you are back.
later-waiting = Your task is waiting. It is due once you are back.
later-asked = Your unit reminds you: your task is waiting. It is due once you are back.
remind-all = Remind everybody
remind-all-hint = They get a notice on their home page. Whoever got one today is not reminded again.
remind-done-title = Done
remind-done = { $people ->
    [one] { $count } person is reminded.
   *[other] { $count } people are reminded.
}
remind-already = { $people ->
    [one] { $count } person was told today already and is not reminded again.
   *[other] { $count } people were told today already and are not reminded again.
}
remind-nobody = Nobody needs to be reminded now.
job-remind = Reminding those who have not signed
mail-greeting = Dear Sir or Madam,
mail-subject-published = A new circular for you
mail-subject-due-soon = Your task is waiting
mail-subject-know-soon = A circular is waiting for you to read
mail-subject-late = The date for your task has passed
mail-subject-asked = Your unit reminds you: your task is waiting
mail-subject-late-count = Your unit has not finished
mail-subject-slip = An activation slip was printed for you
mail-subject-signed = Signed in your name
mail-subject-excepted = Something was recorded about you
mail-subject-handover = A handover of roles that concerns you
mail-subject-pledged = The pledge was recorded in your name
mail-subject-appointed = The record of your post has changed
mail-published = There is a new circular for you. Finish its task by { $date }.
mail-due-soon = { $days ->
    [0] Your task is waiting. It is due today, { $date }.
    [one] Your task is waiting. It is due on { $date }, in { $count } calendar day.
   *[other] Your task is waiting. It is due on { $date }, in { $count } calendar days.
}
mail-late = The date for your task, { $date }, has passed. You can still finish it now.
mail-asked = Your unit reminds you: your task is waiting. It is due on { $date }.
mail-late-count = There are still people in your unit who have not finished the task. It was due on { $date }.
mail-slip = An activation slip was printed for you. Not at your request? Tell BKPSDM.
mail-signed = The pact was signed in your name. Not you? Tell BKPSDM.
mail-excepted = Something was recorded about your task. Read it on your home page; you can answer it.
mail-handover = There is a handover of roles that concerns you. Sign in to see it.
mail-pledged = The pledge was recorded in your name. Not you? Sign in and say so on the home page, or tell BKPSDM.
mail-appointed = The record of your post has changed. Sign in to see it. If it is wrong, tell BKPSDM.
mail-open = Open:
mail-foot = { $institution } sends this e-mail automatically through Netral. We never ask for a password or a code by e-mail.
mail-stop = Stop these e-mails:
mail-example = A made-up example: the people and the government here do not exist.
channel-email = E-mail
channel-whatsapp = WhatsApp
nav-sent = Messages sent
sent-title = Messages sent
sent-lead = Reminders that left Netral in the last 30 calendar days. Numbers only, no names.
sent-closed = This installation does not send messages yet. Reminders stand on everybody's home page. Whoever runs the server can open it with the setting mail_server.
sent-channels = Open channels
quiet-hours = Quiet hours
quiet-none = None
quiet-from-until = { $from } to { $until } { $zone }
sent-most = At most
sent-most-a-day = { $most ->
    [one] { $count } reminder per person and channel on one calendar day
   *[other] { $count } reminders per person and channel on one calendar day
}
sent-parked-title = Could not be sent
sent-parked = { $messages ->
    [one] { $count } message stopped after { $tries } tries, or because data was restored from a backup. Mend the cause, then send it again.
   *[other] { $count } messages stopped after { $tries } tries, or because data was restored from a backup. Mend the cause, then send them again.
}
sent-resend = Send again
sent-unclear-title = Not known whether they arrived
sent-unclear = { $messages ->
    [one] { $count } message broke off while it was handed over. Sent again, it may arrive twice.
   *[other] { $count } messages broke off while they were handed over. Sent again, some may arrive twice.
}
sent-resend-unclear = Send the unclear ones again
sent-again = { $messages ->
    [one] { $count } message will be sent again.
   *[other] { $count } messages will be sent again.
}
sent-counts = Numbers by state
sent-nothing = No messages yet.
sent-about = About
sent-channel = Channel
sent-state = State
sent-reason = Reason
sent-count = Number
sent-last = Last
kind-published = New circular
kind-due-soon = Date comes near
kind-late = Date has passed
kind-late-count = How many are late, for heads of units
kind-asked = Somebody asked to remind
kind-slip = Activation slip
kind-signed = Signed
kind-excepted = A record about the person
kind-handover = Handover of roles
kind-pledged = Pledge recorded
kind-appointed = Post recorded
dispatch-waiting = Waiting
dispatch-sending = Being sent
dispatch-sent = Sent
dispatch-dropped = No need to send
dispatch-refused = Refused
dispatch-parked = Failed
dispatch-unclear = Unclear
mishap-unreachable = The server cannot be reached safely
mishap-sign-in = The server refuses our name, password or sender
mishap-later = The server asks to try again later
mishap-too-many = The server asks for fewer messages
mishap-refused = The server refuses the recipient or the message
mishap-address = The address in the register cannot be used
mishap-broken-off = The connection broke while it was handed over
mishap-restored = From a backup that was restored
mishap-done = The task is done
mishap-switched-off = The person does not want this channel
mishap-no-contact = The register has no address any more
mishap-too-old = More than three calendar days old, of no use any more
reminders-title = Reminders
reminders-lead = Reminders always stand on your home page. Choose how else you want to be reminded.
reminders-always = What concerns your security always goes to your e-mail address, whatever you choose below: an activation slip was printed for you, or a pledge or pact was recorded in your name.
reminders-quiet = From { $hours } you are left in peace.
reminders-closed = This installation does not send reminders to the outside yet.
reminders-ways = Remind me also by
reminders-email-hint = To your e-mail address in the register.
reminders-whatsapp-hint = To your telephone number in the register.
reminders-no-contact = The register has no address of yours yet. Ask BKPSDM to add it.
reminders-language = Language of reminders
reminders-save = Save
reminders-saved = Your choice was saved.
reminders-account-text = Choose how and in which language you are reminded.
reminders-account-link = Choose reminders
stop-title = Stop reminders by { $channel }?
stop-text = Reminders stay on the home page of Netral, and the dates of tasks do not change.
stop-always = What concerns the security of the account still goes out by e-mail: an activation slip was printed, or a pledge or pact was recorded in the recipient's name.
stop-button = Yes, stop
stop-done-title = Stopped
stop-done = Netral sends no more reminders by { $channel } to whoever got that message.
stop-again = Changed your mind? Sign in and open
notice-know-soon = Read the circular and answer the questions by { $date }.
mail-know-soon = Your task waits. Read the circular and answer the questions by { $date }.
kind-know-soon = Day for knowing comes near
