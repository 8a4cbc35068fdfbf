//! Small visual parts that all pages share. A part's CSS class bears its name; `style/parts.css` draws them.

mod answers;
mod choices;
mod empty;
mod figure;
mod forms;
mod marks;
mod moments;
mod pager;
mod progress4;
mod spark;
mod timeline;
mod trouble;

pub use answers::{answered, both, loaded};
pub use choices::{Choice, DayField, SearchField, Select};
pub use empty::{Empty, EmptyKind};
pub use figure::Figure;
pub use forms::{
    DeedForm, DeedTrouble, FieldTrouble, OtherTrouble, ReasonField, deed_trouble, form_key, form_trouble,
};
pub use marks::{CentreCrumbs, LampMark, LevelMark, LightMark, StaleMark, SupervisionMark};
pub use moments::{Ago, CityTime, Left};
pub use pager::{Filters, Pager};
pub use progress4::{Bar, Progress4};
pub use spark::Spark;
pub use timeline::TimelineList;
pub use trouble::TroubleNote;
