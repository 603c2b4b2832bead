//! Passwords: Argon2id outside the writer, at most one computation per core.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Shortest password that is accepted, in characters. There is no rule about its composition.
pub const PASSWORD_LENGTH_MIN: usize = 10;

/// Longest password that is accepted, in bytes, so that nobody can make us hash a book.
const PASSWORD_LENGTH_MAX: usize = 256;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    argon: Argon2<'static>,
    nobody: Arc<str>,
}

impl Passwords {
    /// Argon2id with `memory_kib` of memory and two passes. The default of an installation is 19,456 KiB.
    #[must_use]
    pub fn new(memory_kib: u32) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let params = Params::new(memory_kib, 2, 1, None).unwrap_or(Params::DEFAULT);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // Somebody who has no password is checked against this one, so that both answers take as long.
        let nobody = argon.hash_password_with_salt(b"nobody has this one", &[0; 16]).map(|h| h.to_string());
        Self { turns: Arc::new(Semaphore::new(cores)), argon, nobody: nobody.unwrap_or_default().into() }
    }

    /// Whether a password can be taken at all.
    #[must_use]
    pub fn is_long_enough(password: &str) -> bool {
        password.chars().count() >= PASSWORD_LENGTH_MIN && password.len() <= PASSWORD_LENGTH_MAX
    }

    /// The Argon2id string of `password` with this salt.
    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Option<String> {
        let argon = self.argon.clone();
        self.turn(move || argon.hash_password_with_salt(password.as_bytes(), &salt).ok().map(|h| h.to_string()))
            .await
            .flatten()
    }

    /// Whether `password` fits `stored`. Without a stored one it takes as long and is false.
    pub async fn check(&self, password: String, stored: Option<String>) -> bool {
        if password.len() > PASSWORD_LENGTH_MAX {
            return false;
        }
        let argon = self.argon.clone();
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.to_string());
        let fits = self
            .turn(move || {
                let hash = PasswordHash::new(&stored).ok()?;
                argon.verify_password(password.as_bytes(), &hash).ok()
            })
            .await
            .flatten()
            .is_some();
        fits && known
    }

    async fn turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.ok()?;
        tokio::task::spawn_blocking(move || {
            let answer = work();
            drop(turn);
            answer
        })
        .await
        .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_fits_and_nobody_has_one() {
        let passwords = Passwords::new(64);
        let hash = passwords.hash("rahasia sekali".into(), [5; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.check("rahasia sekali".into(), Some(hash.clone())).await);
        assert!(!passwords.check("rahasia sekal1".into(), Some(hash)).await);
        assert!(!passwords.check("nobody has this one".into(), None).await);
    }

    #[test]
    fn length_is_the_only_rule() {
        assert!(Passwords::is_long_enough("sepuluh!!!") && !Passwords::is_long_enough("sembilan!"));
        assert!(!Passwords::is_long_enough(&"x".repeat(257)));
    }
}
