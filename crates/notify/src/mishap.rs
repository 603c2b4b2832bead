/// Why a message was not taken, or not surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mishap {
    /// The server could not be reached, or not with the encryption that is asked for, or broke off before the message.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The server does not accept name and password, or not this sender.
    #[error("the server does not accept who we are")]
    SignIn,
    /// The server asks to come again later.
    #[error("the server asks for another try later")]
    Later,
    /// The server asks for fewer messages.
    #[error("the server asks for fewer messages")]
    TooMany,
    /// The server refuses this recipient or this message for good.
    #[error("the server refuses the message")]
    Refused,
    /// The address is none.
    #[error("the contact is no address")]
    Address,
    /// The connection broke after the message was handed over: it may have been taken.
    #[error("nobody knows whether the message was taken")]
    BrokenOff,
}
