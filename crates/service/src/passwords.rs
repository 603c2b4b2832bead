//! Passwords: Argon2id outside the writer, at most one computation per core.

use crate::Fault;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Shortest password that is accepted, in characters. There is no rule about its composition.
pub const PASSWORD_LENGTH_MIN: usize = 10;

/// Longest password that is accepted, in bytes, so that nobody can make us hash a book.
const PASSWORD_LENGTH_MAX: usize = 256;

/// Computations that may wait for one core. Each takes some hundredths of a second, so the last one waits for some
/// seconds; whoever comes then is asked to try again. A whole assembly that signs at once stays well below.
const WAITING_PER_CORE: usize = 200;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
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
        let (turns, places) = (Semaphore::new(cores), Semaphore::new(cores * WAITING_PER_CORE));
        Self { turns: Arc::new(turns), places: Arc::new(places), argon, nobody: nobody.unwrap_or_default().into() }
    }

    /// Whether a password can be taken at all.
    #[must_use]
    pub fn is_long_enough(password: &str) -> bool {
        password.chars().count() >= PASSWORD_LENGTH_MIN && password.len() <= PASSWORD_LENGTH_MAX
    }

    /// The Argon2id string of `password` with this salt.
    ///
    /// # Errors
    /// [`Fault::Busy`] when too many wait before it.
    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, Fault> {
        let argon = self.argon.clone();
        let hash = self.turn(move || argon.hash_password_with_salt(password.as_bytes(), &salt)).await?;
        hash.map(|hash| hash.to_string()).map_err(|error| Fault::Unexpected(error.to_string()))
    }

    /// Whether `password` fits `stored`. Without a stored one it takes as long and is false.
    ///
    /// # Errors
    /// [`Fault::Busy`] when too many wait before it: anybody can ask for this, so the queue has an end.
    pub async fn check(&self, password: String, stored: Option<String>) -> Result<bool, Fault> {
        if password.len() > PASSWORD_LENGTH_MAX {
            return Ok(false);
        }
        let argon = self.argon.clone();
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.to_string());
        let check = move || {
            let hash = PasswordHash::new(&stored).ok()?;
            argon.verify_password(password.as_bytes(), &hash).ok()
        };
        let fits = self.turn(check).await?.is_some();
        Ok(fits && known)
    }

    async fn turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Fault::Busy)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Fault::Busy)?;
        tokio::task::spawn_blocking(move || {
            let answer = work();
            drop((turn, place));
            answer
        })
        .await
        .map_err(|error| Fault::Unexpected(error.to_string()))
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
        assert!(passwords.check("rahasia sekali".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.check("rahasia sekal1".into(), Some(hash)).await.unwrap());
        assert!(!passwords.check("nobody has this one".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_waits_behind_an_endless_queue() {
        let passwords = Passwords::new(64);
        let room = u32::try_from(passwords.places.available_permits()).unwrap();
        let others = Arc::clone(&passwords.places).acquire_many_owned(room).await.unwrap();
        assert!(matches!(passwords.check("rahasia sekali".into(), None).await, Err(Fault::Busy)));
        assert!(matches!(passwords.hash("rahasia sekali".into(), [5; 16]).await, Err(Fault::Busy)));
        drop(others);
        assert!(!passwords.check("rahasia sekali".into(), None).await.unwrap());
        assert_eq!(passwords.places.available_permits(), room as usize, "each place is given back");
    }

    #[test]
    fn length_is_the_only_rule() {
        assert!(Passwords::is_long_enough("sepuluh!!!") && !Passwords::is_long_enough("sembilan!"));
        assert!(!Passwords::is_long_enough(&"x".repeat(257)));
    }
}
