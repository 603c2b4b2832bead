//! Who has done what in a drive: live counts, the list of who has not, one person's record.
