-- Questions to the adviser of the personnel agency. Of the day they tell the day alone. Who asked is a keyed mark, or nobody
-- beside the hash of a code; what was asked and answered lies sealed.
CREATE TABLE consultations (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    asked_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    counted TEXT NOT NULL CHECK (counted IN ('working', 'calendar')),
    asker BYTES,
    code BYTES UNIQUE,
    question BYTES,
    answer BYTES,
    answered_on TEXT,
    withdrawn_on TEXT,
    CHECK ((answer IS NULL) = (answered_on IS NULL)),
    CHECK (withdrawn_on IS NULL OR (answer IS NULL AND question IS NULL AND asker IS NULL AND code IS NULL)),
    CHECK (withdrawn_on IS NOT NULL OR (asker IS NULL) <> (code IS NULL)),
    CHECK (question IS NOT NULL OR withdrawn_on IS NOT NULL OR answer IS NOT NULL)
) STRICT;
CREATE INDEX consultations_by_institution ON consultations (institution_id, answered_on);
CREATE INDEX consultations_by_asker ON consultations (institution_id, asker);

-- Answers told anew for everybody, without whoever asked. Somebody else looks before anybody reads them.
CREATE TABLE published_answers (
    id BYTES NOT NULL PRIMARY KEY,
    institution_id BYTES NOT NULL REFERENCES institutions (id) DEFERRABLE INITIALLY DEFERRED,
    consultation_id BYTES NOT NULL REFERENCES consultations (id) DEFERRABLE INITIALLY DEFERRED,
    words BYTES NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'published', 'returned', 'ended')),
    proposed_by BYTES NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    proposed_on TEXT NOT NULL,
    decided_by BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    decided_on TEXT,
    CHECK ((decided_by IS NULL) = (decided_on IS NULL)),
    CHECK ((state = 'proposed') = (decided_by IS NULL)),
    CHECK (state <> 'published' OR decided_by <> proposed_by)
) STRICT;
CREATE UNIQUE INDEX published_answers_one ON published_answers (consultation_id) WHERE state IN ('proposed', 'published');
CREATE INDEX published_answers_by_institution ON published_answers (institution_id, state);
CREATE INDEX published_answers_by_consultation ON published_answers (consultation_id);
CREATE INDEX published_answers_by_proposer ON published_answers (proposed_by);
CREATE INDEX published_answers_by_decider ON published_answers (decided_by);
