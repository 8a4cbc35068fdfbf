//! Supervision: the board, pressing by hand, the rules, and explanations.

mod explanations;
mod pressing;
mod rules;

use std::collections::HashMap;

use async_trait::async_trait;
use domain::actors::{Actor, Right};
use domain::assignments::Supervision;
use domain::pages::Page;
use domain::supervision::{
    Board, ExplanationMove, ExplanationRow, ExplanationState, NewRules, Pressing, Pressures, RulesPage,
    SupervisedRow, SupervisionDesk, SupervisionFilter,
};
use domain::{AssignmentId, ExplanationId, Fault, OrderId, Refusal};
use store::pages::Key;
use store::supervision::Narrowed;

use crate::orders::may_urge;
use crate::{Engine, Error, centres, lanes};

pub(crate) use explanations::ask_explanations;

#[async_trait]
impl SupervisionDesk for Engine {
    async fn board(&self, actor: &Actor, filter: SupervisionFilter) -> Result<Board, Fault> {
        Ok(self.board_of(actor, &filter).await?)
    }

    async fn pressing(
        &self,
        actor: &Actor,
        ids: Vec<AssignmentId>,
        to: Supervision,
    ) -> Result<Pressing, Fault> {
        Ok(self.press_looked_at(actor, &ids, to).await?)
    }

    async fn press(
        &self,
        actor: &Actor,
        ids: Vec<AssignmentId>,
        to: Supervision,
        reason: String,
    ) -> Result<i64, Fault> {
        Ok(self.pressed(actor, &ids, to, &reason).await?)
    }

    async fn annul(&self, actor: &Actor, id: AssignmentId, reason: String) -> Result<(), Fault> {
        Ok(self.card_annulled(actor, id, &reason).await?)
    }

    async fn supervision_rules(&self, actor: &Actor, centre: String) -> Result<RulesPage, Fault> {
        Ok(self.rules_of(actor, &centre).await?)
    }

    async fn change_rules(&self, actor: &Actor, new: NewRules) -> Result<(), Fault> {
        Ok(self.rules_changed(actor, &new).await?)
    }

    async fn explanations_of(&self, actor: &Actor, order: OrderId) -> Result<Vec<ExplanationRow>, Fault> {
        Ok(self.explanations_listed(actor, order).await?)
    }

    async fn explain(
        &self,
        actor: &Actor,
        id: ExplanationId,
        step: ExplanationMove,
        text: String,
    ) -> Result<ExplanationState, Fault> {
        Ok(self.explanation_stepped(actor, id, step, &text).await?)
    }
}

impl Engine {
    pub(crate) async fn board_of(&self, actor: &Actor, filter: &SupervisionFilter) -> Result<Board, Error> {
        actor.has(Right::ViewCity)?;
        let now = self.now();
        let after = Key::read(filter.after.as_deref())?;
        if filter.supervision == Some(Supervision::None) {
            return Err(Refusal::unknown("supervision", Supervision::None.as_str()).into());
        }
        let mut tx = self.db.people(actor).await?;
        let centre = centres::seen(&mut tx, actor, Right::ViewCity, &filter.centre).await?;
        let inbox = lanes::inbox(&mut tx, actor, filter.lane.as_deref(), filter.mine).await?;
        let narrowed = Narrowed {
            path: centre.path.clone(),
            level: filter.level,
            supervision: filter.supervision,
            order: filter.order,
            categories: inbox.categories,
            owed_by: inbox.centre.map(|centre| (centre, actor.person)),
        };
        let (listed, counted) = store::supervision::board(&mut tx, &narrowed, now, after).await?;
        let page = store::pages::page(listed, counted, |row| Key(row.place, row.id.0));
        let ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
        let parts = store::assignments::by_ids(&mut tx, &ids, now).await?;
        let mut parts: HashMap<_, _> = parts.into_iter().map(|part| (part.row.id, part)).collect();
        let Page { rows, next, total, more } = page;
        let rows = rows.into_iter().filter_map(|listed| {
            let part = parts.remove(&listed.id)?;
            Some(SupervisedRow {
                may_press: may_urge(actor, &part) && part.row.supervision != Supervision::Red,
                may_annul: pressing::may_annul(actor, &part).is_ok() && listed.annulled.is_none(),
                part: part.row,
                owing: listed.owing,
                explanation: listed.explanation,
                annulled: listed.annulled,
            })
        });
        let page = Page { rows: rows.collect(), next, total, more };
        let by_centre = store::supervision::by_centre(&mut tx, &centre.path).await?;
        let counts = by_centre.iter().fold(Pressures::default(), |all, (_, some)| Pressures {
            urged: all.urged + some.urged,
            yellow: all.yellow + some.yellow,
            red: all.red + some.red,
        });
        let explanations = store::supervision::open_within(&mut tx, &centre.path, now).await?;
        let below = store::centres::below(&mut tx, centre.id).await?;
        Ok(Board {
            explanations: explanations.into_iter().map(|each| explanations::shown(actor, each)).collect(),
            may_press: page.rows.iter().any(|row| row.may_press),
            lanes: store::rates::lanes(&mut tx).await?,
            centre,
            page,
            counts,
            by_centre,
            below,
        })
    }
}
