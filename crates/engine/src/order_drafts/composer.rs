//! The form, filled in from where it was opened.

use chrono::{DateTime, Utc};
use domain::actors::{Actor, Right};
use domain::kpis::KpiDesk;
use domain::names::Name;
use domain::order_drafts::{Composer, DraftState, Letter, OrderSpec, Origin};
use domain::plans::PlanRow;
use domain::refusal::optional_text;
use domain::{EventId, Fault, Refusal};
use store::PgConnection;
use store::plans::Need;

use super::own;
use super::steps::{place_of, planned};
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn draft_begun(&self, actor: &Actor, origin: Origin) -> Result<Composer, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let templates = store::order_templates::usable(&mut tx, &actor.centre.path).await?;
        let (mut spec, fitting) = match origin.draft {
            Some(id) => {
                let draft = own(&mut tx, actor, id).await?;
                if draft.state != DraftState::Open {
                    return Err(Refusal::NotFound.into());
                }
                let mut spec = draft.spec;
                rest_on(&mut spec, &origin);
                let fitting = fitting_case(&mut tx, actor, &spec, now).await?;
                (spec, fitting)
            }
            None => self.begun_from(&mut tx, actor, &origin).await?,
        };
        if let Some(id) = origin.template {
            let template = templates.iter().find(|template| template.id == id).ok_or(Refusal::NotFound)?;
            spec.letter = spec.letter.taking_over(&template.letter);
        }
        let event = spec.event.parse().ok().map(EventId).into_iter().collect::<Vec<_>>();
        let mut below = store::order_drafts::below(&mut tx, &actor.centre).await?;
        if let Some(event) = event.first() {
            let helpers = store::event_helpers::commanded(&mut tx, *event, actor.centre.id).await?;
            below.extend(helpers.into_iter().filter(|one| !actor.centre.path.contains(&one.path)));
        }
        let (planned, plan_trouble) = match planned(&mut tx, actor, &spec, now).await {
            Ok(planned) => (planned, None),
            Err(Error::Refused(refusal)) => (None, Some(refusal)),
            Err(broken) => return Err(broken),
        };
        let composer = Composer {
            draft: origin.draft,
            centre: actor.centre.clone(),
            below,
            lanes: store::order_drafts::lanes(&mut tx, &actor.scope, now).await?,
            groups: store::recipient_groups::of_centre(&mut tx, actor.centre.id).await?,
            templates,
            event: store::events::rows(&mut tx, &event, now).await?.pop(),
            plans: offered(&mut tx, actor, &spec, &origin.find, fitting, now).await?,
            steps: planned.as_ref().map(|planned| planned.offered(&spec.left_out)).unwrap_or_default(),
            plan: planned.map(|planned| planned.row),
            plan_trouble,
            spec,
        };
        tx.commit().await?;
        Ok(composer)
    }

    /// What the thing it was opened from says already: the case and its level, a title, the township, or the plan that says
    /// who does what; and the plans that fit it.
    async fn begun_from(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        origin: &Origin,
    ) -> Result<(OrderSpec, Vec<PlanRow>), Error> {
        let (mut spec, mut fitting) = (OrderSpec::default(), Vec::new());
        let letter = &mut spec.letter;
        let mut event = origin.event;
        if let Some(id) = origin.warning {
            let warning = store::warnings::one(&mut *connection, id).await?.ok_or(Refusal::NotFound)?.row;
            entitle(letter, &warning.title);
            letter.level = warning.level;
            spec.choice.centres = below(actor, &warning.centre);
            spec.place = first_of(&spec.choice.centres);
            event = event.or(warning.event);
        }
        if let Some(id) = event {
            let case = crate::events::seen(&mut *connection, actor, id, self.now()).await?;
            entitle(letter, &case.row.title);
            letter.level = case.row.level;
            spec.event = id.to_string();
            fitting =
                store::plans::fitting(&mut *connection, &case.need(), case.place_centre, case.row.level)
                    .await?;
            if spec.choice.centres.is_empty() {
                spec.choice.centres = below(actor, &case.row.centre);
            }
        }
        if let Some(id) = origin.risk_point {
            let point = store::risk_points::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?;
            entitle(letter, &point.name);
            spec.choice.centres = below(actor, &point.centre);
            let need = Need { risk_point: Some(id), kind: Some(&point.kind), category: None };
            let level = point.warning.unwrap_or(point.grade);
            fitting = store::plans::fitting(&mut *connection, &need, point.centre.id, level).await?;
            spec.place = first_of(&spec.choice.centres);
        }
        if !origin.kpi.is_empty() {
            let kpi = self.kpi(actor, origin.centre.clone(), origin.kpi.clone()).await;
            let kpi = kpi.map_err(|fault| match fault {
                Fault::Refused(refusal) => Error::from(refusal),
                Fault::Incident(number) => Error::from(anyhow::anyhow!("the KPI broke: incident {number}")),
            })?;
            entitle(letter, &kpi.row.name);
            let centre = store::centres::by_code(&mut *connection, &origin.centre).await?;
            spec.choice.centres = centre.map(|centre| below(actor, &centre)).unwrap_or_default();
        }
        if let Some(id) = origin.plan {
            let plan = store::plans::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?.row;
            if letter.title.is_empty() {
                entitle(letter, &plan.name);
                letter.level = plan.level;
            }
            rest_on(&mut spec, origin);
        } else if let Some(best) = fitting.first().filter(|_| !origin.planless) {
            let with_it = OrderSpec { plan: best.id.to_string(), ..spec.clone() };
            let planned = planned(&mut *connection, actor, &with_it, self.now()).await?;
            if planned.is_some_and(|planned| !planned.lines.is_empty()) {
                spec = with_it;
            }
        }
        if !spec.plan.is_empty() {
            // The plan says who does what; whoever else shall have the letter is chosen by hand.
            spec.choice.centres.clear();
        }
        Ok((spec, fitting))
    }
}

/// Takes over the plan that the URL names, whole: what was left out of another means nothing for it.
fn rest_on(spec: &mut OrderSpec, origin: &Origin) {
    let plan = match origin.plan {
        Some(id) => id.to_string(),
        None if origin.planless => String::new(),
        None => return,
    };
    if spec.plan != plan {
        spec.plan = plan;
        spec.left_out.clear();
    }
}

/// The plans that fit a draft's case; none without a case, or of one that the actor no longer sees.
async fn fitting_case(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    now: DateTime<Utc>,
) -> Result<Vec<PlanRow>, Error> {
    let Some(event) = spec.event.parse().ok().map(EventId) else { return Ok(Vec::new()) };
    match crate::events::seen(&mut *connection, actor, event, now).await {
        Ok(case) => {
            let (place, level) = (case.place_centre, case.row.level);
            Ok(store::plans::fitting(connection, &case.need(), place, level).await?)
        }
        Err(Error::Refused(_)) => Ok(Vec::new()),
        Err(broken) => Err(broken),
    }
}

/// The plans to choose from: what was looked for; else those that fit; else the gravest that the place may use.
async fn offered(
    connection: &mut PgConnection,
    actor: &Actor,
    spec: &OrderSpec,
    find: &str,
    fitting: Vec<PlanRow>,
    now: DateTime<Utc>,
) -> Result<Vec<PlanRow>, Error> {
    let find = optional_text("find", find, 80)?;
    if find.is_empty() && !fitting.is_empty() {
        return Ok(fitting);
    }
    let place = match place_of(&mut *connection, actor, spec, now).await {
        Ok(place) => place,
        Err(Error::Refused(_)) => None,
        Err(broken) => return Err(broken),
    };
    Ok(store::plans::searched(connection, &find, place).await?)
}

/// A title that people may write on: in Chinese, as orders are.
fn entitle(letter: &mut Letter, name: &Name) {
    letter.title = name.zh.chars().take(200).collect();
}

/// The place that the order is about; empty for the issuer's own.
fn first_of(centres: &[String]) -> String {
    centres.first().cloned().unwrap_or_default()
}

/// A centre as the first recipient, if it is not the issuer's own.
fn below(actor: &Actor, centre: &domain::centres::CentreTag) -> Vec<String> {
    let inside = actor.scope.contains(&centre.path) && centre.id != actor.centre.id;
    if inside { vec![centre.code.clone()] } else { Vec::new() }
}
