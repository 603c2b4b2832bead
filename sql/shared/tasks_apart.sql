-- The few tasks whose persons owe them by a day of their own, with every engagement of theirs. The joins are CROSS so that
-- SQLite begins with the tasks; whoever uses it asks for `t.due_why > ''`, for which there is an index.
tasks t
CROSS JOIN drives d
CROSS JOIN engagements e
