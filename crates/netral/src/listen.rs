use crate::Failure;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Listens, as the setting of this name wants it, on every address of `host`: `localhost` is two of them, and browsers try either first. Port 0 takes a
/// free port, the same on all.
///
/// # Errors
/// When the host is unknown or the port is taken.
pub async fn listen(setting: &str, (host, port): (&str, u16)) -> Result<Vec<TcpListener>, Failure> {
    let refused = |what: String| Failure::new(format!("cannot listen on {host}:{port} (setting `{setting}`): {what}"));
    let found = tokio::net::lookup_host((host, port)).await.map_err(|error| refused(error.to_string()))?;
    let mut addresses: Vec<SocketAddr> = found.collect();
    // IPv4 first: where a machine has no IPv6, the second one may be missing.
    addresses.sort_by_key(SocketAddr::is_ipv6);
    addresses.dedup();
    let mut listeners: Vec<TcpListener> = Vec::new();
    for mut address in addresses {
        if let Some(first) = listeners.first() {
            address.set_port(first.local_addr().map_err(|error| refused(error.to_string()))?.port());
        }
        match TcpListener::bind(address).await {
            Ok(listener) => listeners.push(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                return Err(refused("another program uses this port; stop it or choose another port".to_owned()));
            }
            Err(error) if listeners.is_empty() && address.is_ipv6() => return Err(refused(error.to_string())),
            Err(error) => tracing::debug!(%address, %error, "not listening on this address"),
        }
    }
    if listeners.is_empty() { Err(refused("it has no address here".to_owned())) } else { Ok(listeners) }
}
