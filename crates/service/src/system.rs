//! What the administrator sees: jobs, roles, health.
