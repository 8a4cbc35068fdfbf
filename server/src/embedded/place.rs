//! Where the cluster lies and as whom it runs: PostgreSQL refuses to run as root.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};

/// Where clusters lie when root's data directory cannot be reached by another user.
const ROOTS_PLACE: &str = "/var/lib/cityhelm";

/// Whom PostgreSQL runs as.
#[derive(Debug, Clone, Copy)]
pub struct Owner {
    uid: u32,
    gid: u32,
}

/// The cluster's directory, and its user if that is not ourselves.
#[derive(Debug)]
pub struct Place {
    /// Directory of the cluster.
    pub cluster: PathBuf,
    /// File with the generated password.
    pub password: PathBuf,
    /// The user to become; none for ourselves.
    pub owner: Option<Owner>,
}

impl Place {
    /// Makes the data directory and decides where its cluster lies.
    pub fn prepare(data_dir: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(data_dir).with_context(|| format!("{} cannot be made", data_dir.display()))?;
        let data_dir = data_dir.canonicalize()?;
        let password = data_dir.join("database.password");
        if fs::metadata("/proc/self")?.uid() != 0 {
            fs::set_permissions(&data_dir, fs::Permissions::from_mode(0o700))?;
            return Ok(Self { cluster: data_dir.join("postgres"), password, owner: None });
        }
        let owner = postgres_user()?;
        // Others may pass through the data directory, not look into it: what lies in it is readable for its owner only.
        fs::set_permissions(&data_dir, fs::Permissions::from_mode(0o711))?;
        let home = if is_reachable(&data_dir)? {
            data_dir.join("postgres")
        } else {
            let name = hex::encode(Sha256::digest(data_dir.as_os_str().as_encoded_bytes()));
            fs::create_dir_all(ROOTS_PLACE).with_context(|| format!("{ROOTS_PLACE} cannot be made"))?;
            Path::new(ROOTS_PLACE).join(&name[..16])
        };
        fs::create_dir_all(&home)?;
        fs::set_permissions(&home, fs::Permissions::from_mode(0o700))?;
        owner.give(&home)?;
        Ok(Self { cluster: home, password, owner: Some(owner) })
    }

    /// A command that runs as the cluster's user, from a directory that user may stand in.
    pub fn command(&self, program: &Path) -> tokio::process::Command {
        let mut command = tokio::process::Command::new(program);
        command.current_dir("/").stdin(std::process::Stdio::null());
        if let Some(owner) = self.owner {
            command.uid(owner.uid).gid(owner.gid);
        }
        command
    }
}

impl Owner {
    /// Hands a file or directory to the user.
    pub fn give(self, path: &Path) -> anyhow::Result<()> {
        std::os::unix::fs::chown(path, Some(self.uid), Some(self.gid))
            .with_context(|| format!("{} cannot be given to the user postgres", path.display()))
    }
}

/// Whether any user may pass through every directory on the way.
fn is_reachable(directory: &Path) -> anyhow::Result<bool> {
    for step in directory.ancestors() {
        if fs::metadata(step)?.mode() & 0o001 == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn postgres_user() -> anyhow::Result<Owner> {
    let ask = |flag: &str| -> anyhow::Result<u32> {
        let output = Command::new("id").args([flag, "postgres"]).output().context("`id` cannot be run")?;
        let text = String::from_utf8_lossy(&output.stdout);
        text.trim().parse().ok().context("no number")
    };
    match (ask("-u"), ask("-g")) {
        (Ok(uid), Ok(gid)) => Ok(Owner { uid, gid }),
        _ => bail!(
            "there is no user `postgres`, and PostgreSQL does not run as root: \
             install PostgreSQL (scripts/install-system), or start cityhelm as another user"
        ),
    }
}
