-- 1 for the engagement in which somebody is counted, of all that hold on the day: as `domain::coverage::History::place`.
ROW_NUMBER() OVER (
    PARTITION BY t.id
    ORDER BY CASE WHEN e.category = t.category THEN 0 ELSE 1 END,
        CASE WHEN e.unit_id = t.unit_id THEN 0 ELSE 1 END, e.since DESC, e.id
)
