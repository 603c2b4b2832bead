greeting-morning = Good morning, { $name }
greeting-noon = Good day, { $name }
greeting-afternoon = Good afternoon, { $name }
greeting-evening = Good evening, { $name }
stage-until = Until { $date }.
task-title = Complete your pact: { $election }
due-by = By { $date } at the latest
due-left = { $left ->
    [one] { $days } working day left. It takes about 6 minutes.
   *[other] { $days } working days left. It takes about 6 minutes.
}
due-left-calendar = { $left ->
    [0] Today is the last day. It takes about 6 minutes.
    [one] { $days } calendar day left. It takes about 6 minutes.
   *[other] { $days } calendar days left. It takes about 6 minutes.
}
due-today = Today is the last working day. It takes about 6 minutes.
due-no-working-day = No working day is left until then. It takes about 6 minutes.
due-passed = The due date has passed. You can still complete it now.
task-delivered = Circular received
task-read = Read the circular
task-read-hint = 4 minutes
task-check = Answer 5 questions
task-check-hint = May be repeated
task-sign = Pledge and pact
begin-reading = Begin reading
go-on-reading = Go on reading
go-on-check = Go on to the questions
go-on-sign = Go on to pledge and pact
nothing-to-do-title = Nothing is waiting for you
nothing-to-do = When there is a new circular for you, its task appears here with its date.
my-papers = My papers
pact-number = Pact number
election = Election
signed-at = Signed
more = More
account = Account and ways to sign in

read-title = Read the circular
read-step = { $of ->
    [1] Reading
   *[other] Step 1 of { $of }: Reading
}
circular-number = Number
circular-number-none = No number yet
circular-date = Date
circular-from = From
core-title = What it means for you: { $category }
core-right = You keep your right to vote. Your choice is secret.
core-duty = What is forbidden is to show partisanship or to rally for it, on social media too.
core-ask = In doubt? Ask BKPSDM before you act.
provision = Provision { $number }
legal-basis = Legal basis
read-confirm = I have read it, go on
read-not-timed = We note that you said you have read it. How long you read is not measured.

check-title = Answer five questions
check-step = Step 2 of { $of }: Answering
check-lead = Five questions. You may repeat them. Who answers wrongly is reported to nobody; the agency sees only how many per question.
check-again = This time the questions differ from the ones before.
check-send = Check my answers
answer-missing = Choose one answer for question { $number }.
result-title = { $correct } of { $asked } right
result-passed = Enough. Read the explanations if you like, then go on.
result-not-yet = Not enough yet. Read the explanations below, then try other questions.
result-again = Try again
result-basis = Read { $basis }
answer-right = Right
answer-not-right = Not right yet
answer-yours = Your answer
answer-correct = The right one

sign-title = Pledge and integrity pact
sign-step = Step 3 of 3: Pledge and pact
signed-in-indonesian = This pact is signed in Indonesian.
sign-pledge = I speak the four points as my pledge
sign-freely = I sign this pact knowingly and without being forced
sign-pledge-missing = Tick the pledge once you have spoken it.
sign-freely-missing = Tick that you sign knowingly and without being forced.
sign-password = Your password
sign-password-hint = We ask once more so that nobody can sign in your name.
sign-password-missing = Write your password, or use fingerprint or screen lock.
sign-password-wrong = The password is not right. Try again, or ask your unit's operator for a new code.
sign-wait = Too many tries. Try again at { $time }.
sign-proof-over = The proof from your screen lock is too old. Repeat it, or write your password.
sign-proved = You have proved yourself with your screen lock. Tick both statements, then sign.
sign-lately = You gave your password less than five minutes ago, so we do not ask again.
sign-button = Pledge and sign
sign-passkey = Use fingerprint or screen lock
sign-passkey-cancelled = The screen lock was cancelled. Try again, or write your password.
sign-passkey-refused = The screen lock was not accepted. Write your password.
sign-after = After you have signed
sign-after-copy = You get a numbered copy.
sign-after-fixed = Nobody can change the pact any more.
sign-after-check = Anyone can check that it is genuine by its QR code.
sign-not-now = I cannot sign yet

done-title = Thank you. Your pact is signed.
done-lead = There is nothing more for you to do for this circular.
done-copy = Download copy (PDF)
done-copy-coming = The copy is being made. You may close this page; the copy will be on your home page.
done-look-again = See whether the copy is there
done-evidence = Download the passkey's proof
done-evidence-hint = A file for experts: with it anybody can prove that your device signed this text, without asking us.
done-verify = See the page that proves it genuine

not-now-title = I cannot sign yet
not-now-lead = That is all right. Find your situation below: it says who can help.
not-now-nowhere = You are in no unit on record today, so the pact cannot be drawn up yet. Ask the personnel officer to look at your unit and position.
not-now-leave = I am on leave
not-now-leave-text = This task keeps waiting. Complete it when you are back, and tell your head of unit when that is.
not-now-data = My data is wrong
not-now-data-text = Do not sign yet. Ask the personnel officer to correct your name, position or unit.
not-now-unclear = There is something I do not understand
not-now-unclear-text = Ask BKPSDM before you sign. How to reach it is written at the foot of this page.
not-now-pressed = I am being put under pressure
not-now-pressed-text = This pact counts only if you sign it without being forced. Turn to the Inspectorate, not to your superior.
not-now-refuse = I refuse
not-now-refuse-text = Give BKPSDM your reasons in writing. The duty to be neutral holds without a signature.
task-title-read = Read the circular: { $election }
task-read-again = Read again: something changed
go-on = Go on
read-changes = What changed
read-over = This circular was withdrawn or replaced, so there is nothing for you to do here.
read-done = You have confirmed reading it. There is nothing more for you to do for this circular.
result-provision = From provision { $number } of the circular
result-done = Enough. There is nothing more for you to do for this circular.
result-tomorrow = Not enough yet. Read the explanations below, then try again tomorrow with other questions.
result-tries = { $tries ->
    [one] There is one try a calendar day.
   *[other] There are { $count } tries a calendar day.
}
task-title-pledge = Take your pledge: { $election }
task-pledge = Pledge
go-on-pledge = Go on to the pledge
know-by = Read and answer by { $date }
due-all = All of it by { $date }
know-passed = The day for reading and answering has passed. You can still do it now.
late-knowing = Late in knowing
read-know-by = Read it and answer the questions by { $date }.
pledge-title = Pledge of neutrality
pledge-step = Step 3 of 3: Pledge
pledge-lead = Read these four points, then speak them as your pledge for { $election }.
pledge-password-hint = We ask once more so that nobody can pledge in your name.
pledge-proved = You have proved yourself with your screen lock. Tick the declaration, then pledge.
pledge-not-now = I cannot pledge yet
pledge-done-title = Thank you. Your pledge is recorded.
pledge-unclear-text = Ask BKPSDM before you pledge. How to reach it is written at the foot of this page.
pledge-pressed-text = The pledge means something only if you take it without being forced. Turn to the Inspectorate, not to your superior.
pledge-refuse-text = Give BKPSDM your reasons in writing. The duty to be neutral holds without a pledge.
