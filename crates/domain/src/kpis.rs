//! Key performance indicators: target, report, approval, light.

use async_trait::async_trait;
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::actors::{Actor, Right};
use crate::centres::CentreTag;
use crate::names::Name;
use crate::orders::Photo;
use crate::pages::Page;
use crate::refusal::required_text;
use crate::{AttachmentId, Fault, KpiId, KpiReportId, Refusal, Remedy};

text_enum! {
    /// Which way a KPI should go.
    Aim {
        /// More is better.
        Higher = "higher",
        /// Less is better; the target is the most allowed.
        Lower = "lower",
    }
}

text_enum! {
    /// Where a report stands.
    KpiReportState {
        Draft = "draft", Submitted = "submitted", Approved = "approved", Accepted = "accepted", Returned = "returned",
    }
}

text_enum! {
    /// What may happen to a report.
    KpiMove {
        Submit = "submit",
        /// The tier above approves.
        Approve = "approve",
        /// The tier above returns it, with a reason.
        Return = "return",
        /// The city takes it into its own figures.
        Accept = "accept",
    }
}

impl KpiReportState {
    /// The state after a move.
    ///
    /// # Errors
    /// `NotNow` when the present state does not allow the move.
    pub fn after(self, step: KpiMove) -> Result<Self, Refusal> {
        use KpiMove as M;
        match (self, step) {
            (Self::Draft | Self::Returned, M::Submit) => Ok(Self::Submitted),
            (Self::Submitted, M::Approve) => Ok(Self::Approved),
            (Self::Submitted | Self::Approved, M::Return) => Ok(Self::Returned),
            (Self::Approved, M::Accept) => Ok(Self::Accepted),
            _ => Err(Refusal::not_now("kpi_report", self, step)),
        }
    }

    /// Whether the value counts on the boards.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Approved | Self::Accepted)
    }
}

impl KpiMove {
    /// The right the move needs.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Submit => Right::ReportKpi,
            _ => Right::ApproveKpi,
        }
    }
}

text_enum! {
    /// The light of a KPI or lane. Ordered by gravity.
    Light { NoData = "no_data", Ok = "ok", Blue = "blue", Yellow = "yellow", Orange = "orange", Red = "red" }
}

text_enum! {
    /// How often a KPI is reported.
    Period { Month = "month", Quarter = "quarter", Year = "year" }
}

impl Period {
    /// Months in one.
    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// Last day of the period that contains a day.
    #[must_use]
    pub fn end(self, day: NaiveDate) -> NaiveDate {
        let first = day.month0() / self.months() * self.months();
        let start = NaiveDate::from_ymd_opt(day.year(), first + 1, 1).unwrap_or(day);
        start.checked_add_months(Months::new(self.months())).and_then(|next| next.pred_opt()).unwrap_or(day)
    }

    /// Last day of the period before the one that contains a day.
    #[must_use]
    pub fn end_before(self, day: NaiveDate) -> NaiveDate {
        let first = day.month0() / self.months() * self.months();
        NaiveDate::from_ymd_opt(day.year(), first + 1, 1).and_then(|start| start.pred_opt()).unwrap_or(day)
    }

    /// The period that a report made today is for, when the latest that counts is for `latest`: the last that ended, until
    /// it is reported; then the one that runs. A year is reported as it goes.
    #[must_use]
    pub fn reported_next(self, latest: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        let ended = self.end_before(today);
        if self == Self::Year || latest.is_some_and(|period| period >= ended) {
            self.end(today)
        } else {
            ended
        }
    }
}

/// The share of the target that should be reached by a day, in per cent: of what adds up over the year the part of the year
/// that has passed, of the rest all of it.
#[must_use]
pub fn expected(cumulative: bool, today: NaiveDate) -> f64 {
    if !cumulative {
        return 100.0;
    }
    let days = if today.leap_year() { 366.0 } else { 365.0 };
    f64::from(today.ordinal()) / days * 100.0
}

/// Reads a value as it was typed, also in full-width digits.
///
/// # Errors
/// `Field` when it is missing, no number, or larger than anything the city counts.
pub fn typed_value(field: &str, text: &str) -> Result<f64, Refusal> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        '－' | '−' => '-',
        other => other,
    };
    let text: String = required_text(field, text, 40)?.chars().map(narrow).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let value = text.parse::<f64>().ok().filter(|_| plain);
    let value = value.ok_or_else(|| Refusal::field(field, Remedy::NotANumber))?;
    if value.abs() > LARGEST {
        return Err(Refusal::field(field, Remedy::OutOfRange { min: -LARGEST, max: LARGEST }));
    }
    Ok(value)
}

/// The largest value a report may carry.
const LARGEST: f64 = 1e15;

/// Share of the target reached, in per cent, never below 0 nor above 999.
#[must_use]
pub fn achieved(aim: Aim, target: f64, value: f64) -> f64 {
    let share = match aim {
        Aim::Higher if target > 0.0 => value / target * 100.0,
        Aim::Higher => {
            if value >= target {
                100.0
            } else {
                0.0
            }
        }
        Aim::Lower if value <= target => 100.0,
        Aim::Lower => {
            if target > 0.0 {
                target / value * 100.0
            } else {
                0.0
            }
        }
    };
    share.clamp(0.0, 999.0)
}

/// The light for a share reached against the share expected by now: from 100 % of it ok, 95 blue, 85 yellow, 70 orange.
#[must_use]
pub fn light(achieved: Option<f64>, expected: f64) -> Light {
    let Some(achieved) = achieved else { return Light::NoData };
    let ratio = if expected > 0.0 { achieved / expected } else { 1.0 };
    if ratio >= 1.0 {
        Light::Ok
    } else if ratio >= 0.95 {
        Light::Blue
    } else if ratio >= 0.85 {
        Light::Yellow
    } else if ratio >= 0.70 {
        Light::Orange
    } else {
        Light::Red
    }
}

/// A KPI of a centre in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiRow {
    /// Identity.
    pub id: KpiId,
    /// Code, as in URLs.
    pub code: String,
    /// Name.
    pub name: Name,
    /// Definition 口径.
    pub definition: Name,
    /// Unit.
    pub unit: String,
    /// Decimals it is shown with.
    pub decimals: u8,
    /// Which way it should go.
    pub aim: Aim,
    /// It adds up over the year, so that time passed is compared with share reached.
    pub cumulative: bool,
    /// Made up for the demo.
    pub illustrative: bool,
    /// This year's target.
    pub target: Option<f64>,
    /// Latest value that counts.
    pub value: Option<f64>,
    /// The period it is for: its last day.
    pub period: Option<NaiveDate>,
    /// The value of the period before.
    pub previous: Option<f64>,
    /// Share reached, in per cent.
    pub achieved: Option<f64>,
    /// Share that should be reached by now, in per cent.
    pub expected: f64,
    /// Light.
    pub light: Light,
    /// A report waits for approval.
    pub waiting: bool,
}

/// One revision of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiReportRow {
    /// Identity.
    pub id: KpiReportId,
    /// KPI: code and name.
    pub kpi: (String, Name),
    /// Unit.
    pub unit: String,
    /// Decimals it is shown with.
    pub decimals: u8,
    /// The centre reporting.
    pub centre: CentreTag,
    /// Last day of its period.
    pub period: NaiveDate,
    /// Value.
    pub value: f64,
    /// What the reporter wrote.
    pub note: String,
    /// Evidence: `/attachments/{id}`.
    pub evidence: Vec<AttachmentId>,
    /// State.
    pub state: KpiReportState,
    /// Revision, from 1.
    pub revision: i32,
    /// Who reported.
    pub who: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why it was returned; empty if it was not.
    pub reason: String,
}

/// A KPI's page for one centre.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KpiDetail {
    /// The row.
    pub row: KpiRow,
    /// The centre looked at.
    pub centre: CentreTag,
    /// Board, lane, sub-lane: codes and names.
    pub way: [(String, Name); 3],
    /// Values that count, by period, oldest first.
    pub series: Vec<(NaiveDate, f64)>,
    /// The same KPI in the centres below, worst first.
    pub below: Vec<(CentreTag, Option<f64>, Light)>,
    /// Reports, latest first.
    pub reports: Vec<KpiReportRow>,
    /// The period a report would be for.
    pub next_period: NaiveDate,
    /// The actor may report.
    pub may_report: bool,
    /// The actor may approve what waits.
    pub may_approve: bool,
}

/// A new report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewKpiReport {
    /// Code of the KPI.
    pub kpi: String,
    /// Code of the centre.
    pub centre: String,
    /// Value, as typed.
    pub value: String,
    /// Note, at most 500 characters.
    pub note: String,
    /// Evidence.
    pub evidence: Vec<Photo>,
    /// Made by the form; the same key again makes no second report.
    pub key: String,
}

/// KPIs and their reports.
#[async_trait]
pub trait KpiDesk: Send + Sync {
    /// One KPI of a centre, by codes.
    async fn kpi(&self, actor: &Actor, centre: String, kpi: String) -> Result<KpiDetail, Fault>;
    /// KPIs the actor's centre must report this period and has not.
    async fn kpis_owed(&self, actor: &Actor) -> Result<Vec<KpiRow>, Fault>;
    /// Reports that wait for the actor's approval.
    async fn reports_waiting(
        &self,
        actor: &Actor,
        after: Option<String>,
    ) -> Result<Page<KpiReportRow>, Fault>;
    /// Submits a report.
    async fn report_kpi(&self, actor: &Actor, new: NewKpiReport) -> Result<KpiReportId, Fault>;
    /// Moves a report.
    async fn step_report(
        &self,
        actor: &Actor,
        id: KpiReportId,
        step: KpiMove,
        reason: String,
    ) -> Result<KpiReportState, Fault>;
}
