//! The work calendar: read by everybody, kept by the system's administrator.

use async_trait::async_trait;
use chrono::Datelike;
use domain::actors::{Actor, Right};
use domain::audit::Verb;
use domain::calendar::{CalendarDay, CalendarDesk, CalendarYear, DayKind, NewCalendarDay, YEARS, typed_day};
use domain::live::Topic;
use domain::names::Name;
use domain::refusal::required_text;
use domain::time::in_city;
use domain::{Fault, Refusal, Remedy};
use store::audit::Entry;

use crate::ledger::Ledger;
use crate::{Engine, Error};

#[async_trait]
impl CalendarDesk for Engine {
    async fn year(&self, actor: &Actor, year: Option<i32>) -> Result<CalendarYear, Fault> {
        Ok(self.calendar_year(actor, year).await?)
    }

    async fn set_day(&self, actor: &Actor, new: NewCalendarDay) -> Result<(), Fault> {
        Ok(self.calendar_day_set(actor, new).await?)
    }
}

impl Engine {
    async fn calendar_year(&self, actor: &Actor, year: Option<i32>) -> Result<CalendarYear, Error> {
        let may_change = actor.has(Right::ManageSystem).is_ok();
        if !may_change {
            actor.has(Right::ViewCity)?;
        }
        let year = year.unwrap_or_else(|| in_city(self.now()).year());
        if !YEARS.contains(&year) {
            return Err(Refusal::NotFound.into());
        }
        let mut tx = self.db.people(actor).await?;
        let days = store::calendar::of_year(&mut tx, year).await?;
        Ok(CalendarYear { year, days, may_change })
    }

    async fn calendar_day_set(&self, actor: &Actor, new: NewCalendarDay) -> Result<(), Error> {
        actor.has(Right::ManageSystem)?;
        let now = self.now();
        let day = typed_day("day", &new.day)?;
        let kind = new.kind.ok_or_else(|| Refusal::field("kind", Remedy::Required))?;
        let mut tx = self.db.people(actor).await?;
        let before = store::calendar::of_day(&mut tx, day).await?;
        let mut note = String::new();
        if kind == DayKind::Ordinary {
            store::calendar::drop(&mut tx, day).await?;
        } else {
            let name = Name::new(
                required_text("name_zh", &new.name_zh, 40)?,
                required_text("name_en", &new.name_en, 60)?,
            );
            note.clone_from(&name.zh);
            let works = kind == DayKind::Work;
            let day = CalendarDay { day, works, name, provisional: new.provisional };
            store::calendar::keep(&mut tx, day).await?;
        }
        let mut ledger = Ledger::default();
        let subject = Name::new(day.to_string(), day.to_string());
        let entry = Entry::by(actor, Verb::CalendarChanged, now).on("work_day", None, subject);
        ledger.log(entry.moved(before.as_str(), kind.as_str()).noted(note));
        ledger.announce(Topic::Calendar, day.num_days_from_ce().into(), [&actor.centre.path]);
        ledger.write(&mut tx).await?;
        tx.commit().await?;
        Ok(())
    }
}
