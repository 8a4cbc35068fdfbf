//! Levels, lamps and lights: each with a word and a shape, so that colour never speaks alone.

use domain::kpis::Light;
use domain::time::Lamp;
use domain::warnings::Level;

use super::Text;

/// A level in words.
#[must_use]
pub const fn level_text(level: Level) -> Text {
    match level {
        Level::Red => Text::new("特别重大", "Level I"),
        Level::Orange => Text::new("重大", "Level II"),
        Level::Yellow => Text::new("较大", "Level III"),
        Level::Blue => Text::new("一般", "Level IV"),
    }
}

/// A level's colour in words: what people say on the telephone.
#[must_use]
pub const fn level_colour(level: Level) -> Text {
    match level {
        Level::Red => Text::new("红色", "red"),
        Level::Orange => Text::new("橙色", "orange"),
        Level::Yellow => Text::new("黄色", "yellow"),
        Level::Blue => Text::new("蓝色", "blue"),
    }
}

/// A level's shape.
#[must_use]
pub const fn level_shape(level: Level) -> &'static str {
    match level {
        Level::Red => "◆",
        Level::Orange => "▲",
        Level::Yellow => "■",
        Level::Blue => "●",
    }
}

/// A clock's lamp in words.
#[must_use]
pub const fn lamp_text(lamp: Lamp) -> Text {
    match lamp {
        Lamp::Green => Text::new("时限内", "in time"),
        Lamp::Amber => Text::new("将到期", "due soon"),
        Lamp::Red => Text::new("已逾期", "overdue"),
    }
}

/// A lamp's shape.
#[must_use]
pub const fn lamp_shape(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Green => "✓",
        Lamp::Amber => "▲",
        Lamp::Red => "◆",
    }
}

/// The light of a KPI or lane in words.
#[must_use]
pub const fn light_text(light: Light) -> Text {
    match light {
        Light::NoData => Text::new("无数据", "no data"),
        Light::Ok => Text::new("达序", "on track"),
        Light::Blue => Text::new("略滞后", "slightly behind"),
        Light::Yellow => Text::new("滞后", "behind"),
        Light::Orange => Text::new("明显滞后", "well behind"),
        Light::Red => Text::new("严重滞后", "far behind"),
    }
}

/// A light's shape.
#[must_use]
pub const fn light_shape(light: Light) -> &'static str {
    match light {
        Light::NoData => "⊘",
        Light::Ok => "✓",
        Light::Blue => "●",
        Light::Yellow => "■",
        Light::Orange => "▲",
        Light::Red => "◆",
    }
}

/// What stands where there is no data, or data too old.
pub const STALE: Text = Text::new("数据过期", "stale");
/// The shape for it.
pub const STALE_SHAPE: &str = "⊘";
/// Nothing wrong.
pub const NORMAL: Text = Text::new("正常", "normal");
/// It gets better.
pub const BETTER: Text = Text::new("好转", "improving");
/// It gets worse.
pub const WORSE: Text = Text::new("恶化", "worsening");
