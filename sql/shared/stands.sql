-- That the engagement e is the one in which the person of the task t is counted on the day {1}, of all that hold then: as
-- `domain::coverage::History::place`. The order is made in a table of its own, since SQLite knows no outer columns in it.
e.id = (
    SELECT r.id
    FROM (
        SELECT h.id, CASE WHEN h.category = t.category THEN 0 ELSE 1 END AS other_category,
            CASE WHEN h.unit_id = t.unit_id THEN 0 ELSE 1 END AS other_unit, h.since
        FROM engagements h
        WHERE h.person_id = t.person_id AND h.institution_id = t.institution_id
            AND h.since <= {1} AND COALESCE(h.until, {1}) >= {1}
    ) r
    ORDER BY r.other_category, r.other_unit, r.since DESC, r.id
    LIMIT 1
)
