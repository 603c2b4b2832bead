//! Follow-up work: leases, retries, parking, and what each job does.
