readings-title = Readings of the circular
readings-lead = Circulars that were read out in a unit, with the photograph of the signed sheet.
readings-none = No reading has been recorded.
reading-title = Reading of the circular in a unit
reading-record = Record a reading together
reading-record-title = Record a reading of the circular
reading-lead = For those who were there when the circular was read out, above all without a phone. Tick those who signed the sheet. It counts as having read it and as nothing else; the questions and the pact stay with each person.
reading-nothing-new = Nothing was recorded: everybody ticked has read it already.
reading-nobody = Everybody in this unit has read it, or nobody matches.
reading-elsewhere = { $people ->
    [0] Nothing was recorded. Not in this unit today: { $names }. Record them where they are now.
    [one] { $count } person is recorded together with the photograph. Not recorded, because not in this unit today: { $names }. Record them where they are now.
   *[other] { $count } people are recorded together with the photograph. Not recorded, because not in this unit today: { $names }. Record them where they are now.
}
reading-found = { $people ->
    [one] { $count } person has not read it.
   *[other] { $count } people have not read it. Those without a phone come first.
}
reading-people = { $people ->
    [one] { $count } person
   *[other] { $count } people
}
reading-held = Day of the reading
reading-place = Place
reading-reader = Read out by
reading-officer = Recorded by
reading-officer-at = { $name }, { $at }
reading-there = Those present
reading-photo = Photograph of the signed sheet
reading-save = Record those ticked
reading-error-day = The day of the reading cannot lie after today or before the circular was published.
reading-error-reader = Enter who read it out, in at most 120 letters.
reading-see-photo = Open the photograph of the sheet
reading-compare-hint = A few lines are drawn for the personnel agency to compare with the photograph. Neither who recorded it nor the person on the line compares it.
reading-compared = Comparison
reading-to-compare = Waits to be compared
reading-not-drawn = Not drawn
reading-agreed = The signature is there
reading-reversed = Not found on the photograph; no longer counts as read
reading-stays = Not found on the photograph; still counts as read because the check was passed
reading-waiting = { $lines ->
    [one] { $count } line waits to be compared
   *[other] { $count } lines wait to be compared
}
reading-none-waits = Compared
reading-was-there = was there when it was read out
reading-heard = { $people ->
    [one] { $count } of them is recorded as having read because they were there when the circular was read out.
   *[other] { $count } of them are recorded as having read because they were there when the circular was read out.
}
