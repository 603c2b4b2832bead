-- reach: outside; whoever stops reminders by the link in one has not signed in
-- kind: read
SELECT institution_id, person_id
FROM messages
WHERE id = $1
