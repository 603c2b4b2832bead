-- Everybody with an engagement that holds on the day {1} in the units of {below}.
here (person_id) AS (
    SELECT DISTINCT e.person_id
    FROM below b
    CROSS JOIN engagements e
    WHERE e.institution_id = $1 AND e.unit_id = b.id AND e.since <= {1} AND COALESCE(e.until, {1}) >= {1}
)
