/// Why something could not be sealed, or a key or certificate not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The PDF is not written as the typesetter writes it; the text names what was missed.
    #[error("the paper is not laid out as papers are here: {0}")]
    Layout(&'static str),
    /// Not a certificate of a P-256 key, in DER or PEM.
    #[error("a certificate cannot be read")]
    Certificate,
    /// Not the secret of the certificate beside it.
    #[error("a seal key cannot be read, or is not the one of its certificate")]
    Key,
    /// A moment before 1970 or after 9999.
    #[error("a seal cannot carry this time")]
    Time,
    /// A value that cannot be written as DER.
    #[error("a seal cannot be written: {0}")]
    Encoding(#[from] der::Error),
}
