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
notice-open-unit = See my unit
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
