system-title = Manage
system-store = Database
system-waiting = Jobs waiting
system-done = Jobs done
system-jobs = { $jobs ->
    [one] { $count } job
   *[other] { $count } jobs
}
system-events = Events recorded in the last 30 days
system-commits = Times data was saved since the start
system-parked = Jobs that need you
system-parked-none = No job is stuck.
system-since = Since
system-attempts = Attempts
system-fault = Cause
system-retry = Try again
system-backup = Backups are made by the command netral backup and tested by netral restore --check. The master key is kept apart.
job-render-letter = Making the official letter
job-render-pact = Making the copy of a pact
job-deliver = Delivering a circular
job-apply-import = Applying a roster
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
