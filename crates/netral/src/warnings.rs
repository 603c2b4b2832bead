//! What is dangerous about how the program was set up, said at its start. It serves all the same: a first look in an
//! office must not need a certificate.

use std::net::SocketAddr;
use url::Url;
use web::TrustedProxies;

/// Something that whoever started the program should mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Passwords travel in the open.
    NoTls,
    /// Everybody behind the proxy counts as one network.
    NoProxies,
    /// Others can read the metrics.
    OpenMetrics,
}

impl Warning {
    /// What there is to warn of.
    ///
    /// The program speaks plain HTTP, so an address with `https` means that a proxy is in front.
    pub fn of(site: &[SocketAddr], metrics: &[SocketAddr], address: &Url, proxies: &TrustedProxies) -> Vec<Self> {
        let is_public = |addresses: &[SocketAddr]| addresses.iter().any(|at| !at.ip().to_canonical().is_loopback());
        let https = address.scheme() == "https";
        let found = [
            (is_public(site) && !https, Self::NoTls),
            (proxies.is_empty() && (is_public(site) || https), Self::NoProxies),
            (is_public(metrics), Self::OpenMetrics),
        ];
        found.into_iter().filter(|(is_so, _)| *is_so).map(|(_, warning)| warning).collect()
    }

    /// For whoever started the program.
    pub const fn indonesian(self) -> &'static str {
        match self {
            Self::NoTls => {
                "Netral dapat dibuka dari jaringan tanpa HTTPS, sehingga kata sandi dapat dibaca pihak lain. Pasang \
                 proxy HTTPS di depannya, isi `address` dengan alamat https, lalu kembalikan `listen` ke localhost."
            }
            Self::NoProxies => {
                "`trusted_proxies` belum diisi, sehingga semua orang yang masuk lewat proxy terhitung satu jaringan. \
                 Isi dengan alamat proxy Anda, misalnya `127.0.0.1 ::1`."
            }
            Self::OpenMetrics => {
                "`metrics` dapat dibuka dari jaringan. Ubah menjadi localhost:PORT atau batasi dengan firewall."
            }
        }
    }

    /// For the log.
    pub fn log(self) {
        match self {
            Self::NoTls => tracing::warn!(
                setting = "listen",
                "the site can be reached from a network without TLS, so passwords can be read on their way; put a \
                 proxy with TLS in front, set `address` to its https address and leave `listen` on localhost"
            ),
            Self::NoProxies => tracing::warn!(
                setting = "trusted_proxies",
                "no proxy is trusted, so everybody who comes through one counts as one network; set it to the \
                 addresses of the proxy, such as `127.0.0.1 ::1`"
            ),
            Self::OpenMetrics => tracing::warn!(
                setting = "metrics",
                "the metrics can be read from a network; set localhost:PORT, or keep others out by a firewall"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warnings(site: &str, metrics: &str, address: &str, proxies: &str) -> Vec<Warning> {
        let addresses =
            |text: &str| text.split(' ').filter(|it| !it.is_empty()).map(|it| it.parse().unwrap()).collect();
        let (site, metrics): (Vec<SocketAddr>, Vec<SocketAddr>) = (addresses(site), addresses(metrics));
        Warning::of(&site, &metrics, &Url::parse(address).unwrap(), &TrustedProxies::parse(proxies).unwrap())
    }

    #[test]
    fn what_is_dangerous_is_told_and_nothing_else() {
        use Warning::{NoProxies, NoTls, OpenMetrics};
        let (local, https) = ("http://localhost:8080", "https://netral.sukamaju.go.id");
        let here = "127.0.0.1:8080 [::1]:8080";
        for (site, metrics, address, proxies, expected) in [
            (here, "", local, "", &[][..]),
            (here, "127.0.0.1:9100 [::1]:9100", https, "127.0.0.1", &[]),
            (here, "", https, "", &[NoProxies]),
            ("0.0.0.0:8080", "", local, "", &[NoTls, NoProxies]),
            ("0.0.0.0:8080", "", local, "10.0.0.1", &[NoTls]),
            ("127.0.0.1:80 10.0.0.5:80", "", https, "10.0.0.1", &[]),
            ("[::]:8080", "", https, "", &[NoProxies]),
            ("[::ffff:127.0.0.1]:8080", "", local, "", &[]),
            (here, "10.0.0.5:9100", local, "", &[OpenMetrics]),
        ] {
            assert_eq!(warnings(site, metrics, address, proxies), expected, "{site} {metrics} {address} {proxies}");
        }
    }

    #[test]
    fn warnings_are_calm() {
        for warning in [Warning::NoTls, Warning::NoProxies, Warning::OpenMetrics] {
            assert!(!warning.indonesian().contains('!') && warning.indonesian().ends_with('.'));
        }
    }
}
