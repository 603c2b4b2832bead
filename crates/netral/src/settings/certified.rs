//! Settings of the server that gives certified signatures.

use super::key;
use super::sending::{reached, secret, word};
use crate::settings::values::Values;
use notify::SignServer;
use url::Url;

/// The server with name and password, if one is named. The outer nothing says that something is wrong.
pub(super) fn parse(values: &mut Values) -> Option<Option<SignServer>> {
    let server = values.read(key::BSRE_URL, address);
    let name = values.read(key::BSRE_USER, user);
    let password = values.read(key::BSRE_PASSWORD_FILE, secret);
    match (server?, name?, password?) {
        (None, _, _) => Some(None),
        (Some(server), Some(name), Some(password)) => Some(Some(SignServer { name, password, ..server })),
        (Some(_), None, _) => {
            values.refuse(key::BSRE_USER, "with `bsre_url` it needs the institution's name at the server");
            None
        }
        (Some(_), Some(_), None) => {
            values.refuse(key::BSRE_PASSWORD_FILE, "with `bsre_url` it needs the file of the password");
            None
        }
    }
}

/// A colon would end the name in what is sent (RFC 7617 section 2).
fn user(text: &str) -> Result<Option<String>, String> {
    match word(text)? {
        Some(name) if name.contains(':') => Err("a name with a colon cannot be sent".to_owned()),
        name => Ok(name),
    }
}

/// Reads the address; name and password come from settings of their own.
fn address(text: &str) -> Result<Option<SignServer>, String> {
    if text == "off" {
        return Ok(None);
    }
    let wrong = || "write its address without `/api`, as in `https://esign.sukamaju.go.id`, or `off`".to_owned();
    let url = Url::parse(text).map_err(|_| wrong())?;
    let path = url.path().trim_end_matches('/').to_owned();
    if path.contains("/api") || url.query().is_some() || url.fragment().is_some() {
        return Err(wrong());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("name and password have settings of their own, `bsre_user` and `bsre_password_file`".to_owned());
    }
    let open = "begin it with `https://`: a passphrase must not travel in the open. A server that has no TLS is reached by a \
                tunnel that ends on this machine, as in `http://localhost:9000`";
    let (host, port, tls) = reached(&url, wrong, open)?;
    Ok(Some(SignServer { host, port, tls, path, name: String::new(), password: String::new() }))
}
