nav-assemblies = Pledge
assemblies-title = The pledge at the assembly
assemblies-lead = Plan an assembly, show its screen, and record who takes the pledge.
assemblies-new = Plan an assembly
assemblies-none = No assembly is planned yet. Plan the first one, then open its screen on that day.
assemblies-no-drive = There is no neutrality drive yet. Assemblies are planned once a circular is published.
assembly-when = When
assembly-where = Where
assembly-unit = Unit
assembly-whole = All units
assembly-drive = Drive
assembly-phase = State
phase-planned = Not begun
phase-join = Join
phase-read = Read, point { $point }
phase-leaders = Leaders sign
phase-sign = Sign
phase-done = Done
point-title = { $point ->
    [1] First point
    [2] Second point
    [3] Third point
   *[other] Fourth point
}

plan-title = Plan an assembly
plan-lead = The four points of the pledge and the election follow the drive you choose.
plan-drive = Neutrality drive
plan-unit = For whom
plan-unit-hint = The unit you choose and every unit under it.
plan-date = Date
plan-time = Time
plan-time-hint = Two digits for the hour, two for the minute. Example: 07.00
plan-place = Place
plan-leader = Leader of the pledge
plan-leader-hint = Name and office. Stands in the minutes.
plan-witnesses = Witnesses
plan-witnesses-hint = One witness a line: name, comma, office. Example: Ketut Wirawan, Ketua Bawaslu. May be left empty.
plan-leaders-first = Leaders sign first, then everybody else
plan-save = Save the plan
plan-error-drive = Choose the drive.
plan-error-unit = Choose a unit that you lead.
plan-error-date = Write a date that exists: day, month and year.
plan-error-time = Write a time between 00.00 and 23.59, for example 07.00.
plan-error-place = Write the place, 120 letters at most.
plan-error-leader = Write who leads the pledge, 120 letters at most.
plan-error-witnesses = Write each witness as name, comma and office. Ten witnesses at most.

assembly-caption = Pledge of neutrality
assembly-title = Assembly at { $place }
assembly-moved-elsewhere = Somebody else has moved it on. Below is where it stands now.
assembly-now = Now
assembly-on = Go on to { $phase }
assembly-back = Back to { $phase }
assembly-close-warning = Once closed it cannot be opened again. The minutes are made from the numbers at that moment.
assembly-still-joined = { $people ->
    [one] { $count } person has joined and not taken the pledge.
   *[other] { $count } people have joined and not taken the pledge.
}
assembly-screen = Open the screen for the hall
assembly-screen-hint = Open it on the computer at the projector. You move the phases from this page, from a phone too.
assembly-numbers = Numbers so far
assembly-numbers-final = Numbers when it was closed
assembly-pledged = Took the pledge
assembly-came = Came to this assembly
assembly-by-phone = Pledged on a phone
assembly-by-sheet = Recorded from a sheet
assembly-share = { $people ->
   *[other] { $count } of { $whole } people
}
assembly-units = By unit
assembly-desk = The desk: record those without a phone
assembly-absent = See who has not taken the pledge
assembly-absent-hint = One by one the pledge stays open on everybody's home page, together with the pact.
assembly-leaders-first = Leaders sign first, then everybody.
assembly-leaders-then = Leaders signed first. Everybody signs since { $time }.
assembly-waiting = { $people ->
    [one] { $count } person took the pledge on a device that more than three people use. It counts once the head of the unit has confirmed it.
   *[other] { $count } people took the pledge on a device that more than three people use. It counts once the head of the unit has confirmed it.
}
assembly-waiting-link = Confirm now
assembly-missing-title = Who has not taken the pledge
assembly-missing = { $people ->
    [one] { $count } person has not taken the pledge. It stays open on their home page, together with the pact, until { $date }. Whoever is on leave or seconded has a date of their own; it stands on the list.
   *[other] { $count } people have not taken the pledge. It stays open on everybody's home page, together with the pact, until { $date }. Whoever is on leave or seconded has a date of their own; each date stands on the list.
}
assembly-followed = { $people ->
    [one] { $count } person has followed since it was closed.
   *[other] { $count } people have followed since it was closed.
}
assembly-remind = Remind them now
assembly-remind-hint = Everybody here who has not finished their task gets a notice on their home page. Whoever got one today is not reminded again.
assembly-sample = { $lines ->
    [one] Compare { $count } line with the photograph of its sheet
   *[other] Compare { $count } lines with the photographs of their sheets
}
assembly-sample-done = All sampled lines have been compared.
assembly-reversed = { $lines ->
    [one] { $count } line is not on its photograph and counts no more.
   *[other] { $count } lines are not on their photographs and count no more.
}
assembly-minutes = Download the minutes (PDF)
assembly-minutes-soon = The minutes are being made. Load this page again in a moment.
assembly-witness = Witness
assembly-leader = Leader of the pledge

hall-title = Pledge of neutrality
hall-sub = Assembly, { $when }. { $place }
hall-scan = Scan, or open
hall-then = and type
hall-qr = QR code to join
hall-planned = { $date }, { $time }. { $place }
hall-planned-title = The pledge begins soon
hall-join-title = Please join
hall-joined = Joined so far
hall-step-scan = Scan the code beside this with your phone's camera.
hall-step-sign-in = Sign in with your own account.
hall-step-slip = Never signed in? Use the code on your activation slip.
hall-pledged = Took the pledge
hall-read-along = Read aloud with the leader of the pledge.
people-in-words = { $count ->
    [0] nobody yet
    [1] one person
    [2] two people
    [3] three people
    [4] four people
    [5] five people
    [6] six people
    [7] seven people
    [8] eight people
   *[other] nine people
}
hall-of = of { $whole }
hall-people = { $count } people
hall-sheet = Without a phone: { $people }, recorded and counted too.
hall-witnesses = Witnesses: { $offices }.
hall-bar-join = Now: join with your phone.
hall-bar-read = Now: read together.
hall-bar-leaders = Now: leaders sign on their phones.
hall-bar-sign = Now: sign on your phone.
hall-bar-done = Thank you.
hall-bar-desk = No phone with you? Sign the list at the desk. All count the same.
hall-bar-wait = Everybody else follows after them.
hall-bar-absent = Whoever has not taken the pledge can still do so alone in Netral.
hall-done-title = The pledge has been taken
hall-done-minutes = Officers can download the minutes.
hall-back = Back to the assembly's page

door-title = Join the assembly
door-lead = Write the two words on the screen.
door-words = Two words on the screen
door-words-hint = Example: melati sawah
door-open = Join
door-unknown = These two words do not fit. Look at the screen again: the words change every minute.
door-changed = The words on the screen have changed. Write the two words that stand there now.
door-over = That assembly is over. You can still take the pledge alone from your home page.
door-not-on-roster = Your name is not on the list of this assembly. Show this page at the desk.
door-wait = Too many tries. Try again { $time }, or come to the desk.
door-question = Pledge at { $place }
door-you = Are you { $name }?
door-yes = Yes, that is me
door-not-me = That is not me
door-not-me-hint = You are signed out of this account and sign in with your own.

part-title = Pledge of neutrality
part-joined = You have joined. Assembly at { $place }.
part-wait = This page follows the assembly. If it does not change, load it again.
part-read = Read aloud with the leader of the pledge.
part-points = The four points of the pledge
part-leaders-wait = Leaders sign first. Your turn comes after them, on this page.
part-sign-title = Sign your pledge
part-declare = I speak these four points as my pledge
part-with-pact = I also sign the integrity pact, knowingly and of my own will
part-with-pact-hint = You have read the circular and answered its questions, so you can sign the pact now, too. Read it first. If you leave the box open, you sign it later from your home page.
part-pact-title = Your integrity pact
part-button = I take the pledge
part-declare-missing = Tick the pledge, then send again.
part-again = Send again
part-not-sent = Not sent yet. Your phone tries again by itself. Do not close this page.
part-done-title = Your pledge is recorded, { $time }
part-done-pact = Your integrity pact is signed, too.
part-done-left = What is left for you to do alone:
part-left-read = Read the circular
part-left-check = Answer five questions
part-left-pact = Sign the integrity pact
part-continue = Go on now
part-home = To your home page
part-over-title = The joint pledge is closed
part-over = You have not taken the pledge. You can still take it alone, together with your pact.
part-not-now = The phase has just changed. Wait until signing opens.
part-shown-paper = Recorded from the signed sheet by an officer. Not you? Say so on your home page, beside that pledge.
part-waiting = More than three people use this device, so the head of the unit confirms it first. Your pledge counts after that, as of the time above. You need not repeat it.

desk-title = The desk
desk-absent-title = Not yet taken the pledge
desk-lead = Tick those who are here and spoke the pledge without a phone, then photograph the sheet they signed. You answer for its truth.
desk-early = Recording opens when the pledge is signed.
desk-search = Find a name
desk-unit = Unit
desk-all = All units
desk-find = Find
desk-here = Present and spoke the pledge
desk-photo = Photograph of the list
desk-photo-hint = A photograph of the signed sheet: JPEG, PNG or PDF, 8 MB at most.
desk-name = Name
desk-left = Still owes
desk-joined = Has joined
desk-no-phone = No phone
desk-record = Record those ticked
desk-record-count = Record { $count } people
desk-found = { $people ->
    [one] { $count } person has not taken the pledge
   *[other] { $count } people have not taken the pledge
}
desk-nobody = Everybody has taken the pledge.
desk-none = Nobody fits. Check the spelling, or choose another unit.
desk-pages = Pages of the list
desk-error-people = Tick at least one person.
desk-error-photo = Choose the photograph of the signed sheet.
desk-error-kind = That photograph cannot be read. Send a JPEG, PNG or PDF.
desk-error-large = That photograph is larger than 8 MB. Send a smaller one.
desk-elsewhere = { $count } people are recorded together with the photograph. Not recorded, because they are not in the unit of this pledge today: { $names }. Record them where they are now.
desk-recorded-title = Recorded
desk-recorded = { $people ->
    [one] { $count } person is recorded from the sheet.
   *[other] { $count } people are recorded from the sheet.
}
desk-recorded-none = Everybody you ticked was recorded before.
desk-left-read = reading
desk-left-check = answering
desk-left-pledge = pledge
desk-left-pact = pact

sample-title = Compare with the sheet
sample-lead = A few lines were drawn by lot. Open the photograph and say whether the signature is there.
sample-none = There are no lines to compare yet. They are drawn when an officer records a sheet.
sample-photo = Open the photograph
sample-agree = It is on the sheet
sample-disagree = It is not on the sheet
sample-agreed = On the sheet
sample-reversed = Not on the sheet; the pledge does not count
sample-own = You recorded it yourself, or this line is about you. A colleague compares it.
sample-result = Result

public-minutes-valid = These minutes were made at { $name } and have not been withdrawn.
public-minutes-replaced = These minutes were made at { $name }. There are newer ones: ask for them.
public-minutes-withdrawn = These minutes were made at { $name } and then withdrawn. Do not use them any more.
public-verified-minutes = Minutes of a pledge
public-verified-closed = Assembly closed

sign-pledged-before = You took the pledge at an assembly, { $when }.
part-pass-first = In this drive the pledge comes after passing the questions. Answer them first, then pledge here or alone from your home page.
part-over-alone = You have not pledged. You can still pledge alone from your home page.
desk-pass-first = Has not passed the questions. Afterwards they pledge alone, or are recorded here.
