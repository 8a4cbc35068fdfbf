//! The form, filled in from where it was opened.

use domain::actors::{Actor, Right};
use domain::kpis::KpiDesk;
use domain::names::Name;
use domain::order_drafts::{Composer, DraftState, Letter, OrderSpec, Origin};
use domain::{Fault, Refusal};
use store::PgConnection;

use super::own;
use crate::{Engine, Error};

impl Engine {
    pub(super) async fn draft_begun(&self, actor: &Actor, origin: Origin) -> Result<Composer, Error> {
        actor.has(Right::IssueOrder)?;
        let now = self.now();
        let mut tx = self.db.people(actor).await?;
        let templates = store::order_templates::usable(&mut tx, &actor.centre.path).await?;
        let mut spec = match origin.draft {
            Some(id) => {
                let draft = own(&mut tx, actor, id).await?;
                if draft.state != DraftState::Open {
                    return Err(Refusal::NotFound.into());
                }
                draft.spec
            }
            None => self.begun_from(&mut tx, actor, &origin).await?,
        };
        if let Some(id) = origin.template {
            let template = templates.iter().find(|template| template.id == id).ok_or(Refusal::NotFound)?;
            spec.letter = template.letter.clone();
        }
        let event = spec.event.parse().ok().map(domain::EventId).into_iter().collect::<Vec<_>>();
        let plan = match spec.plan.parse() {
            Ok(id) => store::plans::by_id(&mut tx, domain::PlanId(id)).await?,
            Err(_) => None,
        };
        let mut below = store::order_drafts::below(&mut tx, &actor.centre).await?;
        if let Some(event) = event.first() {
            let helpers = store::event_helpers::commanded(&mut tx, *event, actor.centre.id).await?;
            below.extend(helpers.into_iter().filter(|one| !actor.centre.path.contains(&one.path)));
        }
        let composer = Composer {
            draft: origin.draft,
            centre: actor.centre.clone(),
            below,
            lanes: store::order_drafts::lanes(&mut tx, &actor.scope, now).await?,
            groups: store::recipient_groups::of_centre(&mut tx, actor.centre.id).await?,
            templates,
            event: store::events::rows(&mut tx, &event, now).await?.pop(),
            plan: plan.map(|plan| plan.row),
            spec,
        };
        tx.commit().await?;
        Ok(composer)
    }

    /// What the thing it was opened from says already: the case and its level, a title, the township.
    async fn begun_from(
        &self,
        connection: &mut PgConnection,
        actor: &Actor,
        origin: &Origin,
    ) -> Result<OrderSpec, Error> {
        let mut spec = OrderSpec::default();
        let letter = &mut spec.letter;
        let mut event = origin.event;
        if let Some(id) = origin.warning {
            let warning = store::warnings::one(&mut *connection, id).await?.ok_or(Refusal::NotFound)?.row;
            entitle(letter, &warning.title);
            letter.level = warning.level;
            spec.choice.centres = below(actor, &warning.centre);
            event = event.or(warning.event);
        }
        if let Some(id) = event {
            let case = crate::events::seen(&mut *connection, actor, id, self.now()).await?;
            entitle(letter, &case.row.title);
            letter.level = case.row.level;
            spec.event = id.to_string();
            if spec.choice.centres.is_empty() {
                spec.choice.centres = below(actor, &case.row.centre);
            }
        }
        if let Some(id) = origin.risk_point {
            let point = store::risk_points::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?;
            entitle(letter, &point.name);
            spec.choice.centres = below(actor, &point.centre);
        }
        if let Some(id) = origin.plan {
            let plan = store::plans::by_id(&mut *connection, id).await?.ok_or(Refusal::NotFound)?.row;
            entitle(letter, &plan.name);
            letter.level = plan.level;
            spec.plan = id.to_string();
        }
        if !origin.kpi.is_empty() {
            let kpi = self.kpi(actor, origin.centre.clone(), origin.kpi.clone()).await;
            let kpi = kpi.map_err(|fault| match fault {
                Fault::Refused(refusal) => Error::from(refusal),
                Fault::Incident(number) => Error::from(anyhow::anyhow!("the KPI broke: incident {number}")),
            })?;
            entitle(letter, &kpi.row.name);
            let centre = store::centres::by_code(connection, &origin.centre).await?;
            spec.choice.centres = centre.map(|centre| below(actor, &centre)).unwrap_or_default();
        }
        Ok(spec)
    }
}

/// A title that people may write on: in Chinese, as orders are.
fn entitle(letter: &mut Letter, name: &Name) {
    letter.title = name.zh.chars().take(200).collect();
}

/// A centre as the first recipient, if it is not the issuer's own.
fn below(actor: &Actor, centre: &domain::centres::CentreTag) -> Vec<String> {
    let inside = actor.scope.contains(&centre.path) && centre.id != actor.centre.id;
    if inside { vec![centre.code.clone()] } else { Vec::new() }
}
