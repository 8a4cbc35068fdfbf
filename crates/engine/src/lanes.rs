//! The lane matrix, and a lane with its KPIs.

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::actors::{Actor, Right};
use domain::kpis::{KpiRow, Light, expected, light};
use domain::lanes::{BoardRow, LaneCell, LaneDesk, LaneDetail, LaneMatrix, SublaneRow};
use domain::names::Name;
use domain::time::in_city;
use domain::{CentreId, Fault, Refusal};
use store::PgConnection;
use store::kpis::{Cell, Way, Which};

use crate::{Engine, Error, centres};

#[async_trait]
impl LaneDesk for Engine {
    async fn matrix(&self, actor: &Actor, centre: String) -> Result<LaneMatrix, Fault> {
        Ok(self.lane_matrix(actor, &centre).await?)
    }

    async fn lane(&self, actor: &Actor, centre: String, lane: String) -> Result<LaneDetail, Fault> {
        Ok(self.lane_detail(actor, &centre, &lane).await?)
    }

    async fn case_lanes(&self, actor: &Actor) -> Result<Vec<(String, Name)>, Fault> {
        let lanes = async {
            actor.has(Right::ViewCity)?;
            let mut tx = self.db.people(actor).await?;
            Ok::<_, Error>(store::rates::lanes(&mut tx).await?)
        };
        Ok(lanes.await?)
    }
}

/// What a list is narrowed to by lane, and by what waits for the reader.
pub(crate) struct Inbox {
    /// Only these categories.
    pub categories: Option<Vec<String>>,
    /// Only what waits for this centre.
    pub centre: Option<CentreId>,
}

/// A lane's inbox is the lane; everybody else's is their centre.
pub(crate) async fn inbox(
    connection: &mut PgConnection,
    actor: &Actor,
    lane: Option<&str>,
    mine: bool,
) -> Result<Inbox, Error> {
    let own = actor.lane.as_deref().filter(|_| mine);
    let mut categories: Option<Vec<String>> = None;
    for lane in [lane.map(str::trim).filter(|lane| !lane.is_empty()), own].into_iter().flatten() {
        let of_lane = store::lanes::categories(&mut *connection, lane).await?;
        if of_lane.is_empty() && own != Some(lane) {
            return Err(Refusal::unknown("lane", lane).into());
        }
        categories = Some(match categories {
            Some(kept) => kept.into_iter().filter(|code| of_lane.contains(code)).collect(),
            None => of_lane,
        });
    }
    Ok(Inbox { categories, centre: (mine && own.is_none()).then_some(actor.centre.id) })
}

impl Engine {
    async fn lane_matrix(&self, actor: &Actor, centre: &str) -> Result<LaneMatrix, Error> {
        actor.has(Right::ViewCity)?;
        let today = in_city(self.now()).date_naive();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, centre).await?;
        let cells = store::kpis::of_centre(&mut tx, &centre, Which::All, today).await?;
        let mut boards: Vec<BoardRow> = Vec::new();
        for lane in cells.chunk_by(|a, b| a.lane.0 == b.lane.0 && a.board.0 == b.board.0) {
            let (code, name) = lane[0].board.clone();
            if boards.last().is_none_or(|board| board.code != code) {
                boards.push(BoardRow { code, name, lanes: Vec::new() });
            }
            if let Some(board) = boards.last_mut() {
                board.lanes.push(cell(
                    &lane[0].lane,
                    lane.iter().filter_map(|cell| cell.kpi.as_ref()),
                    today,
                ));
            }
        }
        let lagging = boards.iter().flat_map(|board| &board.lanes).filter(|lane| lags(lane.light)).count();
        Ok(LaneMatrix { boards, expected: expected(true, today), lagging: whole(lagging) })
    }

    async fn lane_detail(&self, actor: &Actor, centre: &str, lane: &str) -> Result<LaneDetail, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let today = in_city(now).date_naive();
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, centre).await?;
        let cells = store::kpis::of_centre(&mut tx, &centre, Which::Lane(lane), today).await?;
        let first = cells.first().ok_or(Refusal::NotFound)?;
        let (board, way) = (first.board.clone(), first.lane.clone());
        Ok(LaneDetail {
            cell: cell(&way, cells.iter().filter_map(|cell| cell.kpi.as_ref()), today),
            owner: store::posts::lane_owner(&mut tx, centre.id, lane, now).await?,
            sublanes: sublanes(cells),
            centre,
            board,
        })
    }
}

/// Whether a light says that something lags: worse than a little behind.
const fn lags(light: Light) -> bool {
    matches!(light, Light::Yellow | Light::Orange | Light::Red)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A lane's cell from its KPIs. One KPI far over its target does not make good for another: each counts for 100 % at most.
#[allow(clippy::cast_precision_loss, reason = "a lane has few KPIs")]
fn cell<'a>((code, name): &Way, kpis: impl Iterator<Item = &'a KpiRow>, today: NaiveDate) -> LaneCell {
    let kpis: Vec<_> = kpis.collect();
    let reported: Vec<_> =
        kpis.iter().filter_map(|kpi| Some((kpi.achieved?.min(100.0), kpi.expected))).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| {
        (!reported.is_empty()).then(|| reported.iter().map(of).sum::<f64>() / reported.len() as f64)
    };
    let achieved = mean(|(achieved, _)| *achieved);
    let expected = mean(|(_, expected)| *expected).unwrap_or_else(|| expected(false, today));
    LaneCell {
        code: code.clone(),
        name: name.clone(),
        achieved,
        expected,
        light: light(achieved, expected),
        lagging: whole(kpis.iter().filter(|kpi| lags(kpi.light)).count()),
        kpis: whole(kpis.len()),
    }
}

fn sublanes(cells: Vec<Cell>) -> Vec<SublaneRow> {
    let mut rows: Vec<SublaneRow> = Vec::new();
    for cell in cells {
        let Some((code, name)) = cell.sublane else { continue };
        if rows.last().is_none_or(|row| row.code != code) {
            rows.push(SublaneRow { code, name, kpis: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            row.kpis.extend(cell.kpi);
        }
    }
    rows
}
