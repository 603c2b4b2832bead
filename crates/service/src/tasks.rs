//! What a person owes: reading, the check, pledge and pact.
