//! The database the settings name, or the embedded one, with the installation's key.

use std::path::Path;

use anyhow::{Context, bail};
use engine::Engine;
use store::db::Db;
use store::migrations;

use crate::config::Config;
use crate::embedded::Embedded;
use crate::secret;

/// The database, as this process holds it.
#[derive(Debug)]
pub struct Database {
    /// Its address as the owner.
    pub url: String,
    /// The installation's key.
    pub secret: Vec<u8>,
    embedded: Option<Embedded>,
}

impl Database {
    /// Finds or starts it. `say` hears what takes time.
    ///
    /// # Errors
    /// When neither is there, or the installation's key is missing or known to others.
    pub async fn open(
        config: &Config,
        demo: bool,
        say: &(dyn Fn(&str) + Send + Sync),
    ) -> anyhow::Result<Self> {
        let given = config.secret.as_deref();
        let generate_in = (config.database_url.is_none() || demo).then_some(config.data_dir.as_path());
        if given.is_some() {
            // Refused before anything is started.
            secret::settle(given, None, demo)?;
        }
        let (url, embedded) = if let Some(url) = &config.database_url {
            (url.clone(), None)
        } else {
            let embedded = Embedded::start(&config.data_dir, say).await?;
            (embedded.url.clone(), Some(embedded))
        };
        if let Some(directory) = generate_in {
            make_directory(directory)?;
        }
        let secret = secret::settle(given, generate_in, demo)?;
        Ok(Self { url, secret, embedded })
    }

    /// Whether it is the private one.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.embedded.is_some()
    }

    /// Brings it to the shape this binary expects.
    ///
    /// # Errors
    /// When the server is too old, lacks an extension, or a migration fails.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        let owner = migrations::connect_owner(&self.url).await?;
        migrations::migrate(&owner, &self.secret).await?;
        owner.close().await;
        Ok(())
    }

    /// Whether its city is the demo: made up, and to be shown as such.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn is_demo(&self) -> anyhow::Result<bool> {
        let owner = migrations::connect_owner(&self.url).await?;
        let accounts = store::accounts::demo_accounts(&mut *owner.acquire().await?).await?;
        owner.close().await;
        Ok(!accounts.is_empty())
    }

    /// Checks that it has the shape this binary expects.
    ///
    /// # Errors
    /// Says that `cityhelm migrate` is needed.
    pub async fn check(&self) -> anyhow::Result<()> {
        let owner = migrations::connect_owner(&self.url).await?;
        let mut connection = owner.acquire().await?;
        migrations::check_server(&mut connection).await?;
        match migrations::missing(&mut connection).await? {
            Some(0) => Ok(()),
            Some(missing) => {
                bail!("the database lacks {missing} migrations of this version: run `cityhelm migrate`")
            }
            None => bail!(
                "there is no city here yet: run `cityhelm migrate` and `cityhelm seed`, or `cityhelm serve --demo`"
            ),
        }
    }

    /// An engine on it.
    ///
    /// # Errors
    /// When its address cannot be read.
    pub fn engine(&self) -> anyhow::Result<Engine> {
        Ok(Engine::new(Db::connect(&self.url, &self.secret)?))
    }

    /// Lets go of it; the private one stops if nobody else uses it.
    ///
    /// # Errors
    /// When it does not stop.
    pub async fn release(self) -> anyhow::Result<()> {
        match self.embedded {
            Some(embedded) => embedded.release().await,
            None => Ok(()),
        }
    }
}

fn make_directory(directory: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(directory).with_context(|| format!("{} cannot be made", directory.display()))
}
