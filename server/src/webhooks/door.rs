//! Where webhooks may go: into the closed network, and not back into the machine that sends them.

use std::error::Error;
use std::io;
use std::net::{IpAddr, SocketAddr};

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Looks names up and leaves out addresses that may not be gone to: asked at the moment of connecting, so that a name that
/// changes its address meanwhile leads nowhere either.
pub struct Resolver {
    /// This machine's own addresses are allowed.
    pub local: bool,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let local = self.local;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let allowed: Vec<SocketAddr> = found.filter(|at| local || is_elsewhere(at.ip())).collect();
            if allowed.is_empty() {
                return Err(Box::new(io::Error::other(REFUSED)) as Box<dyn Error + Send + Sync>);
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

const REFUSED: &str = "the address is this machine's own or link-local (see the setting webhook_local)";

/// Whether an address that names no host but an IP may be gone to: such a one is not looked up.
pub fn check(url: &Url, local: bool) -> Result<(), String> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    match host.parse::<IpAddr>() {
        Ok(ip) if !local && !is_elsewhere(ip) => Err(REFUSED.to_owned()),
        _ => Ok(()),
    }
}

fn is_elsewhere(ip: IpAddr) -> bool {
    let ip = ip.to_canonical();
    let link_local = match ip {
        IpAddr::V4(ip) => ip.is_link_local() || ip.is_broadcast() || ip.octets()[0] == 0,
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    !(link_local || ip.is_loopback() || ip.is_unspecified() || ip.is_multicast())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closed_network_is_open_and_this_machine_is_not() {
        let goes = |url: &str| check(&url.parse().expect("an address"), false).is_ok();
        for open in
            ["http://10.0.0.7/x", "https://192.168.1.1", "https://[fd00::1]/", "https://hotline.city/"]
        {
            assert!(goes(open), "{open}");
        }
        for shut in [
            "http://127.0.0.1/",
            "http://0/",
            "http://2130706433/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://169.254.169.254/",
            "http://[fe80::1]/",
            "http://0.0.0.0/",
        ] {
            assert!(!goes(shut), "{shut}");
            assert!(check(&shut.parse().expect("an address"), true).is_ok(), "{shut} by the setting");
        }
    }

    #[tokio::test]
    async fn a_name_of_this_machine_leads_nowhere() {
        let name: Name = "localhost".parse().expect("a name");
        assert!(Resolver { local: false }.resolve(name).await.is_err());
    }
}
