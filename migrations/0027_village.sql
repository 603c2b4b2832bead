-- Second readings of a pack that differ from the first, and packs for those of another who still owe something.

-- Who read a line after its first reader, and otherwise. Whether they have looked again and stay with it says 1; then a
-- third person reads it.
ALTER TABLE pack_lines ADD COLUMN reader_id BYTES REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED
    CHECK (reader_id IS NULL OR (keyer_id IS NOT NULL AND reader_id <> keyer_id AND reader_id <> person_id));
ALTER TABLE pack_lines ADD COLUMN reread_at BIGINT CHECK ((reread_at IS NULL) = (reader_id IS NULL));
ALTER TABLE pack_lines ADD COLUMN reread_marks TEXT CHECK (reread_marks IS NULL OR reread_at IS NOT NULL);
ALTER TABLE pack_lines ADD COLUMN reread_stands BIGINT
    CHECK (reread_stands IN (0, 1) AND (reread_stands IS NULL) = (reread_at IS NULL));
CREATE INDEX pack_lines_by_reader ON pack_lines (reader_id);

-- On which of the pages that came back the sheet of a line is, where its first reader said so.
ALTER TABLE pack_lines ADD COLUMN sheet_page BIGINT CHECK (sheet_page > 0);

ALTER TABLE packs ADD COLUMN follows_id BYTES REFERENCES packs (id) DEFERRABLE INITIALLY DEFERRED;
