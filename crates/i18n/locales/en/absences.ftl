absence-leave = On leave
absence-study = Study on the institution's behalf
absence-long-illness = Long illness
absence-seconded-out = Seconded to another institution
absence-seconded-in = Seconded from another institution
due-reason-joined = the circular came later
due-reason-away = away on the common due date
due-reason-seconded = seconded
due-own = { $date } ({ $why })
due-later = Set once they are back ({ $why })
due-own-why = A due date of your own: { $why }.
due-own-label = Due date
due-own-by = Due date of their own: { $date }
due-own-later = Due once they are back
coverage-later = { $people ->
    [one] { $count } person who has not has a due date of their own that has not passed: away, seconded or newly joined. They are not late.
   *[other] { $count } people who have not have due dates of their own that have not passed: away, seconded or newly joined. They are not late.
}
absence-title = Periods away
absence-lead = Record leave, study, long illness and secondment. From its dates follows by when this person owes what is open. Do not write a diagnosis.
absence-link = Periods away
absence-open = Due dates of what is open
absence-periods = Periods on record
absence-none = No period away has been recorded.
absence-kind = Kind
absence-kind-hint = Choose what fits best.
absence-letter = Letter number
absence-letter-label = Letter number (if there is one)
absence-record = Recorded by
absence-until-open = Not known
absence-struck = Struck out by { $name }, { $at }
absence-correct = Correct
absence-strike = Strike out
absence-new = Record a period away
absence-correct-title = Correct a period away
absence-since = First day
absence-until = Last day
absence-until-hint = Leave it empty if it is not known. Until then nothing is late.
absence-save = Save
absence-saved-title = Saved
absence-saved = The due dates of what is open were worked out anew.
absence-error-kind = Choose what kind of period it is.
absence-error-oneself = You cannot record anything about yourself. Ask a colleague to do it.
absence-error-since = The first day is more than ten years from today. Check the year.
absence-error-until = The last day cannot be before the first day or more than ten years from today.
absence-error-letter = Write a letter number of at most 120 characters.
absence-rules = How due dates are worked out
absence-rule-return = { $days ->
    [one] Whoever is away on the due date has { $count } working day, their first day back.
   *[other] Whoever is away on the due date has { $count } working days, their first day back being the first.
}
absence-rule-joined = { $days ->
    [one] Whoever gets the circular after the day of its publication has { $count } working day after that, if it is later than the due date of all.
   *[other] Whoever gets the circular after the day of its publication has { $count } working days after that, if it is later than the due date of all.
}
absence-rule-there = Whoever is seconded owes it where they serve.
absence-rule-home = Whoever is seconded owes it to the institution they belong to.
absence-rule-whose = This is your institution's rule, set by those who run the program. We found no regulation that decides it.
