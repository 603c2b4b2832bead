-- Messages on their way out of the program: one row for each message and channel.

-- The ways out that are open in this installation, as its settings say. Written anew at every start.
CREATE TABLE channels (
    channel TEXT NOT NULL PRIMARY KEY CHECK (channel IN ('email', 'whatsapp'))
) STRICT;

CREATE TABLE dispatches (
    message_id BYTES NOT NULL REFERENCES messages (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dropped', 'refused', 'parked', 'unclear')),
    reason TEXT,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (message_id, channel)
) STRICT;
CREATE INDEX dispatches_by_due ON dispatches (state, due_at, institution_id);
CREATE INDEX dispatches_by_turn ON dispatches (institution_id, channel, state, due_at);
CREATE INDEX dispatches_by_time ON dispatches (institution_id, changed_at);

-- What people have chosen about being reminded; who has chosen nothing has no row.
CREATE TABLE reminders (
    person_id BYTES NOT NULL PRIMARY KEY REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT NOT NULL CHECK (language IN ('id', 'en')),
    email BIGINT NOT NULL CHECK (email IN (0, 1)),
    whatsapp BIGINT NOT NULL CHECK (whatsapp IN (0, 1)),
    changed_at BIGINT NOT NULL
) STRICT;
