//! Centres: the tree of city, districts, townships, communities and grids.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::actors::Actor;
use crate::duty::OnDuty;
use crate::names::Name;
use crate::{CentreId, Fault, Refusal};

text_enum! {
    /// The tier of a centre.
    Tier {
        /// 市
        City = "city",
        /// 区县
        District = "district",
        /// 镇街
        Township = "township",
        /// 村（社区）
        Community = "community",
        /// 网格
        Grid = "grid",
    }
}

/// Where a centre stands in the tree: labels from the city down, joined by dots, as PostgreSQL's `ltree` has them.
///
/// A label is the centre's code with `_` for `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CentrePath(String);

impl CentrePath {
    /// Reads a path.
    ///
    /// # Errors
    /// `Field` when a label is empty or has characters other than letters, digits and `_`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let label_ok = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if text.split('.').all(label_ok) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Refusal::unknown("path", text))
        }
    }

    /// The text, e.g. `500000.500106.500106003`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` is this centre or lies below it. Compares whole labels: `d3` does not contain `d30`.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.strip_prefix(&self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// The path of the centre above, if there is one.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(above, _)| Self(above.to_owned()))
    }

    /// The path of the district this lies in (or of the city for the city itself).
    #[must_use]
    pub fn district(&self) -> Self {
        Self(self.0.splitn(3, '.').take(2).collect::<Vec<_>>().join("."))
    }
}

impl std::fmt::Display for CentrePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<CentrePath> for String {
    fn from(path: CentrePath) -> Self {
        path.0
    }
}

impl std::str::FromStr for CentrePath {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
    }
}

impl TryFrom<String> for CentrePath {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

/// A centre as other things mention it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreTag {
    /// Identity.
    pub id: CentreId,
    /// Code, as in URLs: `/c/500106`.
    pub code: String,
    /// Full name.
    pub name: Name,
    /// Short name for strips and labels.
    pub short: Name,
    /// Tier.
    pub tier: Tier,
    /// Place in the tree.
    pub path: CentrePath,
}

/// A centre's page head: itself, the way up, the ways down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CentreHead {
    /// The centre.
    pub centre: CentreTag,
    /// From the top of the actor's scope down to the centre above.
    pub breadcrumb: Vec<CentreTag>,
    /// Centres directly below, by code.
    pub children: Vec<CentreTag>,
    /// West, south, east, north in degrees, to fit the map.
    pub bounds: [f64; 4],
    /// Who is on duty now, if the roster says so.
    pub on_duty: Option<OnDuty>,
}

/// Asks about the centre tree.
#[async_trait]
pub trait CentreDesk: Send + Sync {
    /// The head of a centre's page, by code. `NotFound` outside the scope.
    async fn head(&self, actor: &Actor, code: &str) -> Result<CentreHead, Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_contains_whole_labels_only() {
        let path = |text| CentrePath::parse(text).expect("a test's own path");
        assert!(path("500000").contains(&path("500000.500106")));
        assert!(path("500000.5001").contains(&path("500000.5001")));
        assert!(!path("500000.5001").contains(&path("500000.500106")));
        assert!(!path("500000.500106").contains(&path("500000")));
        assert_eq!(path("500000.500106.500106003").district(), path("500000.500106"));
        assert!(CentrePath::parse("500000..1").is_err());
        assert!(CentrePath::parse("a'b").is_err());
    }
}
