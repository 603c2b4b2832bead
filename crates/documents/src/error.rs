use std::fmt;
use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

/// Why a document could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template or the written PDF breaks a rule. This is a defect of this crate, not of the data.
    #[error("the document could not be set: {}", join(.0))]
    Typesetting(Vec<Diagnostic>),
    /// The address is too long for a QR code of 22 mm that a telephone can still read.
    #[error("the address to check the document at has {length} bytes; a QR code of 22 mm holds at most {limit}")]
    AddressTooLong {
        /// Length of the address in bytes.
        length: usize,
        /// The greatest length that is accepted.
        limit: usize,
    },
    /// More slips than one file may hold; render them in several files, best one for each unit.
    #[error("{count} slips were asked for; one file holds at most {limit}, so print them unit by unit")]
    TooManySlips {
        /// How many were asked for.
        count: usize,
        /// The greatest number that is accepted.
        limit: usize,
    },
    /// The QR code could not be computed.
    #[error("the QR code could not be computed: {0}")]
    Qr(String),
    /// The data could not be written as JSON.
    #[error("the document's data could not be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
}

/// One message of the typesetter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Template and line, for instance `/letter.typ:12`; nothing when it concerns the whole file.
    pub place: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What may help.
    pub hints: Vec<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)?;
        for hint in &self.hints {
            write!(f, " (hint: {hint})")?;
        }
        Ok(())
    }
}

impl Diagnostic {
    pub(crate) fn read(world: &dyn World, from: &SourceDiagnostic) -> Self {
        let place = from.span.id().map(|id| {
            let path = id.vpath().get_with_slash();
            let line = world
                .range(from.span)
                .and_then(|range| world.source(id).ok()?.lines().byte_to_line(range.start))
                .map_or_else(String::new, |line| format!(":{}", line + 1));
            format!("{path}{line}")
        });
        Self {
            place,
            message: from.message.to_string(),
            hints: from.hints.iter().map(|hint| hint.v.to_string()).collect(),
        }
    }
}

fn join(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_place_fault_and_hint() {
        let error = RenderError::Typesetting(vec![
            Diagnostic { place: Some("/letter.typ:3".into()), message: "unknown variable".into(), hints: vec![] },
            Diagnostic { place: None, message: "missing title".into(), hints: vec!["set it".into()] },
        ]);
        assert_eq!(
            error.to_string(),
            "the document could not be set: /letter.typ:3: unknown variable; missing title (hint: set it)"
        );
    }
}
