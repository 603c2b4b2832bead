-- reach: institution
-- kind: read
SELECT language, email, whatsapp
FROM reminders
WHERE institution_id = $1 AND person_id = $2
