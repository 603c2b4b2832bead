use super::cookies::DEVICE_COOKIE;
use crate::ask::cookie;
use crate::proxies::Client;
use crate::{Ask, Site};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use service::Device;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

/// The browser that asks, as far as failures to sign in are counted by it.
pub struct Browser(pub Device);

impl FromRequestParts<Site> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Infallible> {
        let client = parts.extensions.get::<Client>().map(|client| client.0);
        let address = client.or_else(|| parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip()));
        let network = address.map(network).unwrap_or_default();
        let agent = parts.headers.get(USER_AGENT).map(|value| value.as_bytes()).unwrap_or_default();
        let device = Device::new(cookie(&parts.headers, DEVICE_COOKIE).as_deref(), &network, agent);
        // The middleware has looked whether the browser is a kiosk.
        let kiosk = parts.extensions.get::<Ask>().and_then(|ask| ask.kiosk.as_ref());
        Ok(Self(match kiosk {
            Some(open) => device.at_kiosk(&open.kiosk),
            None => device,
        }))
    }
}

/// The part of an address that a subscriber does not choose: the first 24 bits of IPv4, the first 48 of IPv6.
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().iter().take(3).copied().collect(),
        IpAddr::V6(address) => address.octets().iter().take(6).copied().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network_and_both_forms_of_an_address_are_one() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("10.1.2.3"), of("10.1.2.200"));
        assert_ne!(of("10.1.2.3"), of("10.1.3.3"));
        assert_eq!(of("10.1.2.3"), of("::ffff:10.1.2.3"));
        assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:ffff::9"));
        assert_ne!(of("2001:db8:1:2::3"), of("2001:db8:2:2::3"));
    }
}
