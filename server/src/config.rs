//! Every setting, once: its name, where it may come from, what it is for. Flag before environment before file.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use anyhow::{Context, bail};
use domain::rooms::RoomTemplate;

/// Where settings are looked for when `--config` names no file.
const USUAL_FILE: &str = "cityhelm.toml";

/// Declares the settings: the flag and the key in the file are the name, the environment variable is said.
macro_rules! settings {
    ($($name:ident, $env:literal, $default:literal, $about:literal;)+) => {
        /// Settings as flags and the environment give them.
        #[derive(Debug, Clone, Default, clap::Args)]
        #[command(next_help_heading = "Settings (flag, else environment, else file, else default)")]
        pub struct Flags {
            $(
                #[doc = $about]
                #[arg(long, env = $env, global = true, hide_env_values = true, value_name = "VALUE", help = $about)]
                pub $name: Option<String>,
            )+
            /// The file with settings; `cityhelm.toml` in the working directory if there is one.
            #[arg(long, env = "CITYHELM_CONFIG", global = true, value_name = "FILE")]
            pub config: Option<PathBuf>,
        }

        /// Settings as the file gives them.
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct File { secret: Option<String>, $($name: Option<toml::Value>,)+ }

        impl Flags {
            /// Fills what neither flag nor environment says from the file. An empty value says nothing.
            fn or(mut self, file: File) -> Self {
                $(
                    let from_file = || file.$name.map(|value| match value {
                        toml::Value::String(text) => text,
                        other => other.to_string(),
                    });
                    self.$name = self.$name.filter(|v| !v.is_empty()).or_else(from_file).filter(|v| !v.is_empty());
                )+
                self
            }
        }

        /// Flag and key, environment variable, default in words, what it is for.
        pub const TABLE: &[(&str, &str, &str, &str)] = &[
            $((stringify!($name), $env, $default, $about),)+
            ("secret", "CITYHELM_SECRET", "made on the first start of the embedded database",
             "Key of the installation, 32 characters or more: the database roles' passwords follow from it. No flag: others would see it"),
        ];
    };
}

settings! {
    listen, "CITYHELM_LISTEN", "127.0.0.1:3000",
        "Address and port of the web server";
    public_url, "CITYHELM_PUBLIC_URL", "http:// and the listen address",
        "Address people type; https makes cookies Secure";
    hosts, "CITYHELM_HOSTS", "the public address's host, 127.0.0.1 and localhost",
        "More host names under which the server may be asked, with commas";
    client_address_header, "CITYHELM_CLIENT_ADDRESS_HEADER", "none: the connection's address",
        "Header in which your proxy names the asker's address as the last entry, e.g. x-forwarded-for";
    database_url, "DATABASE_URL", "none: a private PostgreSQL is started",
        "PostgreSQL 15 or newer with PostGIS, as an owner who may create roles";
    data_dir, "CITYHELM_DATA_DIR", ".cityhelm",
        "Directory of the private PostgreSQL and of what is generated";
    site_root, "LEPTOS_SITE_ROOT", "target/site",
        "Directory of what the browser loads, as scripts/build-frontend makes it";
    mqtt_listen, "CITYHELM_MQTT_LISTEN", "127.0.0.1:1883",
        "Address and port of the built-in MQTT endpoint for gateways";
    mqtt_url, "CITYHELM_MQTT_URL", "none: the built-in endpoint",
        "Your broker, to subscribe there instead of listening";
    session_idle_min, "CITYHELM_SESSION_IDLE_MIN", "60",
        "Minutes after which an unused session ends; an open page with its live stream counts as use";
    session_max_hours, "CITYHELM_SESSION_MAX_HOURS", "12",
        "Hours after which every session ends";
    rooms, "CITYHELM_ROOMS", "none",
        "Rooms to open for an order or case, with semicolons: `视频会商|Video=https://meet.example/{number}`; also tel: and sip:";
    webhook_local, "CITYHELM_WEBHOOK_LOCAL", "false",
        "true lets webhooks go to this machine's own and link-local addresses too; private networks are always open to them";
    log, "CITYHELM_LOG", "info,sqlx::postgres::notice=warn",
        "What is logged: error, warn, info, debug, or by module as in `info,sqlx=warn`";
    log_format, "CITYHELM_LOG_FORMAT", "text",
        "text for people, json for machines";
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines, one object a line.
    Json,
}

/// The settings, read and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address of the web server.
    pub listen: SocketAddr,
    /// The address people type, without a slash at the end.
    pub public_url: String,
    /// Host names (with port, where there is one) under which the server may be asked.
    pub hosts: Vec<String>,
    /// Header that carries the asker's address behind a proxy.
    pub client_address_header: Option<axum::http::HeaderName>,
    /// Your database; none for the embedded one.
    pub database_url: Option<String>,
    /// Directory of what is kept.
    pub data_dir: PathBuf,
    /// Directory of what the browser loads.
    pub site_root: PathBuf,
    /// Address of the MQTT endpoint.
    pub mqtt_listen: SocketAddr,
    /// Your broker.
    pub mqtt_url: Option<String>,
    /// Minutes after which an unused session ends.
    pub session_idle_min: i64,
    /// Hours after which every session ends.
    pub session_max_hours: i64,
    /// Rooms that can be opened for an order or case.
    pub rooms: Arc<[RoomTemplate]>,
    /// Webhooks may go to this machine itself.
    pub webhook_local: bool,
    /// Log filter.
    pub log: String,
    /// Log format.
    pub log_format: LogFormat,
    /// The installation's key as given, unchecked: [`crate::secret`] checks it.
    pub secret: Option<String>,
}

impl Config {
    /// Reads the settings from flags, environment and file.
    ///
    /// # Errors
    /// Names the setting that cannot be read.
    pub fn read(flags: Flags) -> anyhow::Result<Self> {
        let file = read_file(flags.config.as_deref())?;
        #[expect(clippy::disallowed_methods, reason = "this is where settings are read")]
        let from_environment = std::env::var("CITYHELM_SECRET").ok();
        let secret = from_environment.or_else(|| file.secret.clone());
        let flags = flags.or(file);

        let listen: SocketAddr = parsed("listen", flags.listen, "127.0.0.1:3000")?;
        let public_url = flags.public_url.unwrap_or_else(|| format!("http://{listen}"));
        let public_url = public_url.trim_end_matches('/').to_owned();
        let Some((scheme, host)) = public_url.split_once("://").filter(|(_, host)| !host.contains('/'))
        else {
            bail!("public_url: `{public_url}` is no address of the form https://city.example");
        };
        if scheme != "http" && scheme != "https" {
            bail!("public_url: `{public_url}` begins with neither http:// nor https://");
        }
        let port = listen.port();
        let mut hosts =
            vec![host.to_ascii_lowercase(), format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let more = flags.hosts.unwrap_or_default();
        hosts.extend(more.split(',').map(str::trim).filter(|h| !h.is_empty()).map(str::to_ascii_lowercase));
        let client_address_header = flags.client_address_header.map(|name| {
            name.parse().with_context(|| format!("client_address_header: `{name}` is no header's name"))
        });
        let log_format = match flags.log_format.as_deref() {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(other) => bail!("log_format: `{other}` is neither text nor json"),
        };
        let minutes_and_hours = |name, value: Option<String>, usual| -> anyhow::Result<i64> {
            let number = parsed::<i64>(name, value, usual)?;
            if (1..=100_000).contains(&number) {
                Ok(number)
            } else {
                bail!("{name}: {number} is out of range")
            }
        };
        Ok(Self {
            listen,
            hosts,
            client_address_header: client_address_header.transpose()?,
            database_url: flags.database_url,
            data_dir: flags.data_dir.unwrap_or_else(|| ".cityhelm".to_owned()).into(),
            site_root: flags.site_root.unwrap_or_else(|| "target/site".to_owned()).into(),
            mqtt_listen: parsed("mqtt_listen", flags.mqtt_listen, "127.0.0.1:1883")?,
            mqtt_url: flags.mqtt_url,
            session_idle_min: minutes_and_hours("session_idle_min", flags.session_idle_min, "60")?,
            session_max_hours: minutes_and_hours("session_max_hours", flags.session_max_hours, "12")?,
            rooms: rooms(flags.rooms.as_deref().unwrap_or_default())?,
            webhook_local: parsed("webhook_local", flags.webhook_local, "false")?,
            log: flags.log.unwrap_or_else(|| "info,sqlx::postgres::notice=warn".to_owned()),
            log_format,
            secret,
            public_url,
        })
    }

    /// Whether people reach the server by https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

fn rooms(text: &str) -> anyhow::Result<Arc<[RoomTemplate]>> {
    let said = text.split(';').map(str::trim).filter(|template| !template.is_empty());
    let read = |template: &str| {
        template.parse().map_err(|_| {
            anyhow::anyhow!(
                "rooms: `{template}` is not of the form `视频会商|Video=https://meet.example/{{number}}`"
            )
        })
    };
    said.map(read).collect()
}

fn read_file(named: Option<&Path>) -> anyhow::Result<File> {
    let path = named.unwrap_or(Path::new(USUAL_FILE));
    match std::fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text)
            .with_context(|| format!("the settings in {} cannot be read", path.display())),
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => Ok(File::default()),
        Err(error) => {
            Err(error).with_context(|| format!("the settings file {} cannot be read", path.display()))
        }
    }
}

fn parsed<T: FromStr>(name: &str, value: Option<String>, usual: &str) -> anyhow::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text = value.unwrap_or_else(|| usual.to_owned());
    text.parse().with_context(|| format!("{name}: `{text}` cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_goes_before_the_file_and_the_file_before_the_default() {
        let file: File =
            toml::from_str("listen = '127.0.0.1:4000'\nsession_idle_min = 5\nlog = 'warn'").expect("TOML");
        let flags =
            Flags { listen: Some("127.0.0.1:5000".into()), log: Some(String::new()), ..Flags::default() };
        let flags = flags.or(file);
        assert_eq!(flags.listen.as_deref(), Some("127.0.0.1:5000"));
        assert_eq!(flags.session_idle_min.as_deref(), Some("5"));
        assert_eq!(flags.log.as_deref(), Some("warn"), "an empty value says nothing");
        assert!(toml::from_str::<File>("lisen = 'x'").is_err(), "a misspelled key is named");
    }

    #[test]
    fn an_address_that_is_none_is_named() {
        let flags = Flags { public_url: Some("city.example".into()), ..Flags::default() };
        assert!(Config::read(flags).expect_err("no scheme").to_string().contains("public_url"));
    }
}
