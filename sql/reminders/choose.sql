-- reach: institution
-- kind: record
INSERT INTO reminders (
    institution_id, person_id, language, email, whatsapp, changed_at
) VALUES (
    $1, $2, $3, $4, $5, $6
)
ON CONFLICT (person_id) DO UPDATE SET language = $3, email = $4, whatsapp = $5, changed_at = $6
WHERE reminders.institution_id = $1
