system-title = Manage
system-store = Database
system-waiting = Jobs waiting
system-done = Jobs done
system-jobs = { $jobs ->
    [one] { $count } job
   *[other] { $count } jobs
}
system-events = Events recorded in the last 30 days
system-self-checks = Answers of May I do this? in the last 30 days, of the whole installation
system-commits = Times data was saved since the start
system-parked = Jobs that need you
system-parked-none = No job is stuck.
system-since = Since
system-attempts = Attempts
system-fault = Cause
system-retry = Try again
system-backup = Each backup is read again to its end before it gets its name. Test the copy in the other building too, with the command netral restore --check. The master key is kept apart and is not in it.
system-holidays = Holidays
system-holidays-missing = The national holidays of { $year } are not in this version yet. Until an update is installed, people see calendar days, and dates that are counted in working days take no account of holidays of that year.
system-retry-all = Try all again
system-parked-more = { $all } jobs have stopped. Below are the { $shown } that have waited longest.
system-fault-restored = Stopped because the data was restored from a backup. See first whether its result exists already, then try again.
backup-title = Backups
backup-nightly = Made by itself every day
backup-nightly-off = Not on this installation
backup-last = Last good backup
backup-age = Its age
backup-hours = { $hours ->
    [0] less than an hour
    [one] { $count } hour
   *[other] { $count } hours
}
backup-holds = What is in it
backup-rows-and-files = { $rows } rows, { $files } files, encrypted
backup-failed = Last failure
backup-is-late = The last good backup is older than 36 hours. Look at the space on the disk and at the log on the server.
backup-none = There is no good backup yet. The first is made some minutes after the program starts; if there still is none, look at the space on the disk and at the log on the server.
job-render-letter = Making the official letter
job-render-pact = Making the copy of a pact
job-deliver = Delivering a circular
job-restore = Delivering a circular again that is in force again
job-tend = Looking for joiners who do not have a circular yet
job-apply-import = Applying a roster
job-undo-import = Undoing an import
job-render-minutes = The minutes of an assembly
roles-title = Roles
roles-lead = Heads of units and the head of region are not set here: their role follows their post.
roles-number = NIP, NI PPPK or NIK
roles-number-hint = The person who is given the role.
roles-number-unknown = That number is not in the register. Check the digits.
roles-role = Role
roles-grant = Give role
roles-not-granted = That role follows a post and cannot be given here.
roles-has-left = This person does not work here any more, so the role would not count. Update the register first.
roles-held = Who holds a role
roles-none = No role has been given yet.
roles-since = Since
roles-end = End
roles-end-column = Action
