-- What joins tasks t of the drive $2, their drives d, persons p and engagements e to those who owe something at the end $5
-- of the day $4, of the category $6 and with the words $3 in their names.
t.institution_id = $1 AND t.drive_id = $2 AND d.id = t.drive_id AND d.institution_id = t.institution_id
    AND p.id = t.person_id AND p.institution_id = t.institution_id
    AND e.person_id = t.person_id AND e.institution_id = t.institution_id AND {stands $4} AND {owes $4 $5}
    AND ($3 = '' OR p.search LIKE '%' || $3 || '%') AND ($6 = '' OR e.category = $6)
