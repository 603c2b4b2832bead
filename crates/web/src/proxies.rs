//! From which network a request comes when a reverse proxy stands in front.
//!
//! `X-Forwarded-For` can be written by anybody. Its last entry is true when the one who connects is a proxy of ours,
//! the entry before that when the last one is a proxy of ours, too, and so on: the first address from the right that
//! is not ours is the visitor's, and what stands to the left of it is only what the visitor says.

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The reverse proxies whose word is taken for where a request comes from; none unless they are named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Arc<[IpNet]>);

/// The address a request comes from, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Client(pub(crate) IpAddr);

impl TrustedProxies {
    /// Reads addresses and networks such as `127.0.0.1` and `10.0.0.0/8`, separated by commas or spaces.
    ///
    /// # Errors
    /// Names the first that is neither an address nor a network, or that trusts everybody.
    pub fn parse(text: &str) -> Result<Self, String> {
        let entries = text.split([',', ' ']).filter(|entry| !entry.is_empty());
        entries.map(network).collect::<Result<Vec<_>, _>>().map(|networks| Self(networks.into()))
    }

    /// Whether no proxy is trusted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The address from which a request comes that `peer` has sent. The headers matter only when `peer` is trusted.
    /// Where they say nothing that can be read, it is the last address that could be.
    #[must_use]
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer;
        for value in headers.get_all(FORWARDED_FOR).iter().rev() {
            for entry in value.as_bytes().rsplit(|byte| *byte == b',') {
                if !self.trusts(client) {
                    return client;
                }
                let Some(before) = address(entry) else { return client };
                client = before;
            }
        }
        client
    }
}

fn network(entry: &str) -> Result<IpNet, String> {
    let single = entry.parse::<IpAddr>().map(|address| IpNet::from(address.to_canonical()));
    let network = single.or_else(|_| entry.parse::<IpNet>()).map_err(|_| entry.to_owned())?;
    // Whoever trusts everybody lets everybody choose where they come from.
    if network.prefix_len() == 0 { Err(entry.to_owned()) } else { Ok(network) }
}

/// One entry: an address of either kind, with or without a port.
fn address(entry: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(entry).ok()?.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// A site that finds out from where each request comes, through proxies that are trusted.
pub fn behind(site: Router, proxies: TrustedProxies) -> Router {
    site.layer(from_fn_with_state(proxies, note))
}

async fn note(State(proxies): State<TrustedProxies>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = proxies.client(peer.ip(), request.headers());
        request.extensions_mut().insert(Client(client));
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn client(trusted: &str, peer: &str, forwarded: &[&str]) -> IpAddr {
        let headers = forwarded
            .iter()
            .map(|value| (FORWARDED_FOR.parse().unwrap(), HeaderValue::from_bytes(value.as_bytes()).unwrap()));
        TrustedProxies::parse(trusted).unwrap().client(ip(peer), &headers.collect())
    }

    #[test]
    fn the_first_address_from_the_right_that_is_not_ours_is_the_visitors() {
        for (trusted, peer, forwarded, expected) in [
            ("", "127.0.0.1", &["203.0.113.7"][..], "127.0.0.1"),
            ("127.0.0.1", "127.0.0.1", &["203.0.113.7"], "203.0.113.7"),
            ("127.0.0.1", "203.0.113.9", &["198.51.100.1"], "203.0.113.9"),
            ("127.0.0.1", "127.0.0.1", &["198.51.100.1, 203.0.113.7"], "203.0.113.7"),
            ("127.0.0.1 10.0.0.0/8", "127.0.0.1", &["198.51.100.1, 203.0.113.7, 10.1.2.3"], "203.0.113.7"),
            ("127.0.0.1, 10.0.0.0/8", "127.0.0.1", &["198.51.100.1", "203.0.113.7", "10.1.2.3"], "203.0.113.7"),
            ("127.0.0.1,10.0.0.0/8", "127.0.0.1", &["10.9.9.9,10.1.2.3"], "10.9.9.9"),
            ("127.0.0.1", "127.0.0.1", &[], "127.0.0.1"),
            ("127.0.0.1", "127.0.0.1", &["203.0.113.7, unknown"], "127.0.0.1"),
            ("10.0.0.0/8", "10.0.0.1", &["_rahasia, 10.0.0.2"], "10.0.0.2"),
            ("127.0.0.1", "127.0.0.1", &["203.0.113.7:4711"], "203.0.113.7"),
            ("::1", "::1", &["[2001:db8::7]:4711"], "2001:db8::7"),
            ("::1", "::1", &["[2001:db8::7]"], "2001:db8::7"),
            ("fd00::/8", "fd00::1", &["2001:db8::7"], "2001:db8::7"),
            ("127.0.0.1", "::ffff:127.0.0.1", &["::ffff:203.0.113.7"], "203.0.113.7"),
        ] {
            assert_eq!(client(trusted, peer, forwarded), ip(expected), "{trusted} {peer} {forwarded:?}");
        }
    }

    #[test]
    fn what_is_no_network_is_named() {
        for (text, wrong) in [("127.0.0.1, proxy", "proxy"), ("10.0.0.0/33", "10.0.0.0/33"), ("0.0.0.0/0", "0.0.0.0/0")]
        {
            assert_eq!(TrustedProxies::parse(text), Err(wrong.to_owned()));
        }
        assert_eq!(TrustedProxies::parse("::/0"), Err("::/0".to_owned()), "trusting everybody is a mistake");
    }

    fn any_header() -> impl Strategy<Value = HeaderValue> {
        prop::collection::vec(any::<u8>(), 0..60)
            .prop_filter_map("no header", |bytes| HeaderValue::from_bytes(&bytes).ok())
    }

    proptest! {
        #[test]
        fn the_header_of_somebody_who_is_not_trusted_never_matters(peer: u32, value in any_header(), others in any::<[u8; 4]>()) {
            let peer = IpAddr::V4(peer.into());
            let proxies = TrustedProxies::parse("192.0.2.0/24").unwrap();
            prop_assume!(!proxies.trusts(peer));
            let mut headers = HeaderMap::new();
            headers.append(FORWARDED_FOR, value);
            headers.append(FORWARDED_FOR, HeaderValue::from_str(&IpAddr::from(others).to_string()).unwrap());
            prop_assert_eq!(proxies.client(peer, &headers), peer);
        }

        #[test]
        fn whatever_a_visitor_writes_the_proxys_own_entry_counts(written in any_header(), visitor: u32) {
            let visitor = IpAddr::V4(visitor.into());
            let proxies = TrustedProxies::parse("192.0.2.0/24").unwrap();
            prop_assume!(!proxies.trusts(visitor));
            let line = [written.as_bytes(), b", ", visitor.to_string().as_bytes()].concat();
            let mut headers = HeaderMap::new();
            headers.append(FORWARDED_FOR, HeaderValue::from_bytes(&line).unwrap());
            prop_assert_eq!(proxies.client(ip("192.0.2.1"), &headers), visitor);
        }

        #[test]
        fn garbage_of_a_proxy_is_no_address(value in any_header()) {
            let proxies = TrustedProxies::parse("192.0.2.1").unwrap();
            let headers = HeaderMap::from_iter([(FORWARDED_FOR.parse().unwrap(), value)]);
            let _ = proxies.client(ip("192.0.2.1"), &headers);
        }

        #[test]
        fn no_text_of_a_setting_panics(text in "\\PC{0,60}") {
            let _ = TrustedProxies::parse(&text);
        }
    }
}
