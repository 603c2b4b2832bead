coverage-title = Overview
units-title = My units
coverage-nothing = There is no drive yet. The overview fills when the first circular is published.
coverage-due = By { $date } at the latest
coverage-due-passed = The due date was { $date } and has passed
coverage-owing = Must sign
coverage-signed = Signed
coverage-not-yet = Not yet
coverage-people = { $people ->
    [one] person
   *[other] people
}
coverage-share = { $people ->
    [one] person, { $share } of those who must sign
   *[other] people, { $share } of those who must sign
}
coverage-of = { $people ->
    [one] { $count } of { $whole } person
   *[other] { $count } of { $whole } people
}
coverage-steps = How far we are
coverage-who = See who has not signed yet
coverage-export = Download the list (XLSX)
coverage-units = Units, those behind first
coverage-percent = Signed, per cent
coverage-other-drives = Other drives
step-delivered = Delivered
step-opened = Opened
step-read = Read
step-passed = Check passed
step-pledged = Pledged
step-signed = Pact
state-complete = Complete
state-running = In progress
unit = Unit
category = Category
position = Position
person-name = Name
progress = So far
phone = Phone
no-phone = No phone
not-yet-title = Who has not signed yet
not-yet-in = Who has not signed in { $place }
not-yet-count = { $people ->
    [one] { $count } person has not signed the pact.
   *[other] { $count } people have not signed the pact.
}
not-yet-count-in = { $people ->
    [one] { $count } person in { $place } has not signed the pact.
   *[other] { $count } people in { $place } have not signed the pact.
}
not-yet-words = Name
not-yet-found = { $people ->
    [one] { $count } person fits what you look for.
   *[other] { $count } people fit what you look for.
}
not-yet-none = Perhaps they have signed, belong to another unit, or the name is spelt differently.
not-yet-page = Page { $page } of { $pages }
not-yet-pages = Pages of this list
not-yet-nobody = Nobody is awaited in this unit any more.
has-passed = Passed, not signed yet
has-read = Has read it
has-opened = Only opened it
has-nothing = Has not opened it
record-title = Record of one person
record-step = Step
record-at = When
record-how = How
record-pdf = Download this record (PDF)
record-traced = Everybody who opens this page is recorded.
coverage-done = Done
coverage-drive-over = Its circular was withdrawn. Nothing is awaited any more.
not-yet-open = { $people ->
    [one] One person has not finished.
   *[other] { $count } people have not finished.
}
