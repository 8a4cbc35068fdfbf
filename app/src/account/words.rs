//! Words of signing in and out.

use crate::words::Text;

pub const PRODUCT: Text = Text::new("cityhelm 驾驶舱", "cityhelm");
pub const PRODUCT_LONG: Text = Text::new("城市运行和治理中心驾驶舱", "Cockpit of the city governance centre");
pub const SIGN_IN: Text = Text::new("登录", "Sign in");
pub const NAME: Text = Text::new("用户名", "Name");
pub const PASSWORD: Text = Text::new("密码", "Password");
pub const SIGN_OUT: Text = Text::new("退出登录", "Sign out");
pub const SIGN_OUT_EVERYWHERE: Text = Text::new("在所有设备上退出", "Sign out everywhere");
pub const SWITCH_POST: Text = Text::new("切换岗位", "Switch post");
pub const LIGHT: Text = Text::new("浅色", "Light");
pub const DARK: Text = Text::new("深色", "Dark");
pub const OTHER_LANGUAGE: Text = Text::new("EN", "中");
pub const OTHER_LANGUAGE_LONG: Text = Text::new("Switch to English", "切换为中文");
pub const REFUSED_WRONG: Text =
    Text::new("用户名或密码不对,请重新输入。", "The name or the password is wrong. Try again.");
pub const REFUSED_MANY: Text = Text::new(
    "尝试过多,请过几分钟再试;忘记密码请找安全管理员。",
    "Too many tries. Wait some minutes; if you forgot the password, ask the security administrator.",
);
pub const REFUSED_EXPIRED: Text = Text::new("登录已失效,请重新登录。", "You were signed out. Sign in again.");
pub const NO_PAGES: Text = Text::new(
    "“{role}”岗位不参与城市运行,没有业务页面;请用命令行 cityhelm 办理。",
    "The post “{role}” has no part in running the city and no pages here. Use the command line, cityhelm.",
);
pub const ON_DUTY: Text = Text::new("当班", "On duty");
