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
not-yet-none = Perhaps they are done, belong to another unit, or the name is spelt differently.
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
coverage-filter-day = State at the end of
coverage-filter-drive = Drive
coverage-filter-category-all = All categories
coverage-filter-show = Show
coverage-as-of = State at the end of { $date }
coverage-today-link = Back to today
coverage-figures-export = Download the figures (XLSX)
coverage-categories = By category
coverage-progress = From day to day
coverage-days = Figures of each day
coverage-day = Date
coverage-day-done = Done that day
coverage-chart-described = From { $from } to { $to }. At its end: { $step } { $begun }, done { $done }.
coverage-chart-end = { $name } { $share }
coverage-chart-today = Today
coverage-chart-due = Due { $date }
coverage-chart-same = { $days ->
    [one] { $what } stayed at { $to } during the last calendar day
   *[other] { $what } stayed at { $to } during the last { $count } calendar days
}
coverage-chart-rose = { $days ->
    [one] { $what } rose from { $from } to { $to } in the last calendar day
   *[other] { $what } rose from { $from } to { $to } in the last { $count } calendar days
}
coverage-chart-fell = { $days ->
    [one] { $what } fell from { $from } to { $to } in the last calendar day, because more people owe it or people who were done moved
   *[other] { $what } fell from { $from } to { $to } in the last { $count } calendar days, because more people owe it or people who were done moved
}
coverage-forecast = Expected by the end of the due date: { $low } to { $high } people ({ $from } to { $to }).
coverage-forecast-one = { $people ->
   *[other] Expected by the end of the due date: all { $count } people.
}
coverage-forecast-method = { $days ->
   *[other] Reckoned from the last { $count } calendar days: if the { $left } calendar days left are like the slower half of them, and if they are like the busier half. This is no promise.
}
coverage-forecast-none = Nothing can be expected yet. At least five calendar days that are over and 20 people who are done are needed.
coverage-lags = { $people ->
    [one] Furthest behind: { $unit }, where { $share } of { $count } person are done.
   *[other] Furthest behind: { $unit }, where { $share } of { $count } people are done.
}
coverage-lags-none = { $units ->
    [one] In { $count } unit nobody is done yet.
   *[other] In { $count } units nobody is done yet.
}
coverage-done = Done
coverage-drive-over = Its circular was withdrawn. Nothing is awaited any more.
not-yet-open = { $people ->
    [one] One person has not finished.
   *[other] { $count } people have not finished.
}
coverage-chart-pacts = Pacts
coverage-chart-done = Those who are done
record-not-asked = Not asked
record-revises = Takes the place of
record-addressed = Addressed as
record-due = Due date
record-ended = Not awaited any more since
own-record-title = Your history
own-record-account = What was asked of you in each neutrality drive, and when and how you did it.
own-record-link = See your history
own-record-none = Nothing has been asked of you yet.
own-record-seen = The head of your unit, the personnel officers and the inspectorate can see the same record. Each time they open it, it is recorded.
coverage-know-by = To be known by { $date }
record-know = To be known by
has-passed-pledge = Passed, not pledged yet
know-own-by = To be known by, for them: { $date }
know-own-later = To be known after their return
coverage-percent-done = Done, per cent
