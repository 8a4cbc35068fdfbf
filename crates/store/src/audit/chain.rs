//! Whether the audit log is still what was written: every hash follows from the row and the hash before it.

use sha2::{Digest, Sha256};
use sqlx::PgConnection;

/// Rows read at a time.
const STRETCH: i64 = 2000;

/// The end of one district's chain. Kept outside, it shows a chain that was cut short.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ChainHead {
    /// The district.
    pub district: i64,
    /// How many lines its chain has.
    pub seq: i64,
    /// Hash of the last.
    pub hash: Vec<u8>,
}

/// The first line of a chain that is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainFault {
    /// The district.
    pub district: i64,
    /// The line's number.
    pub seq: i64,
    /// What is wrong with it.
    pub what: &'static str,
}

#[derive(sqlx::FromRow)]
struct Link {
    seq: i64,
    before_hash: Vec<u8>,
    hash: Vec<u8>,
    text: String,
}

/// Reads every chain from its first line. Gives the heads of the sound ones and the first fault of each other.
///
/// # Errors
/// When the database is away.
pub async fn verify(connection: &mut PgConnection) -> sqlx::Result<(Vec<ChainHead>, Vec<ChainFault>)> {
    let heads: Vec<ChainHead> =
        sqlx::query_as(include_str!("../../queries/audit/heads.sql")).fetch_all(&mut *connection).await?;
    let headless: Vec<i64> = sqlx::query_scalar(include_str!("../../queries/audit/headless.sql"))
        .fetch_all(&mut *connection)
        .await?;
    let mut faults: Vec<ChainFault> = headless
        .into_iter()
        .map(|district| ChainFault { district, seq: 0, what: "the chain has no head" })
        .collect();
    let mut sound = Vec::new();
    for head in heads {
        match first_fault(connection, &head).await? {
            Some((seq, what)) => faults.push(ChainFault { district: head.district, seq, what }),
            None => sound.push(head),
        }
    }
    Ok((sound, faults))
}

async fn first_fault(
    connection: &mut PgConnection,
    head: &ChainHead,
) -> sqlx::Result<Option<(i64, &'static str)>> {
    let mut seq = 0;
    let mut hash = Sha256::digest(b"cityhelm").to_vec();
    loop {
        let links: Vec<Link> = sqlx::query_as(include_str!("../../queries/audit/chain.sql"))
            .bind(head.district)
            .bind(seq)
            .bind(STRETCH)
            .fetch_all(&mut *connection)
            .await?;
        if links.is_empty() {
            break;
        }
        for link in links {
            if link.seq != seq + 1 {
                return Ok(Some((seq + 1, "a line is missing or doubled")));
            }
            if link.before_hash != hash {
                return Ok(Some((link.seq, "it does not follow from the line before")));
            }
            let mut digest = Sha256::new();
            digest.update(&hash);
            digest.update(link.text.as_bytes());
            if digest.finalize().as_slice() != link.hash {
                return Ok(Some((link.seq, "its content was changed")));
            }
            seq = link.seq;
            hash = link.hash;
        }
    }
    if seq == head.seq && hash == head.hash {
        Ok(None)
    } else {
        Ok(Some((seq + 1, "the chain was cut short")))
    }
}
