//! Papers: what stands on them, keeping their bytes, verifying them by their code.
