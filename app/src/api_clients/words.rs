//! Words of the pages about other systems.

use domain::api_clients::ApiScope;
use domain::webhooks::{DeliveryState, WebhookTopic};

use crate::words::Text;

pub const TITLE: Text = Text::new("系统接入", "API clients");
pub const HINT: Text = Text::new(
    "通过接口对接的系统:12345 热线、部门系统、区县自建平台。",
    "Systems that ask through the API: the hotline, neighbouring systems, a district's own installation.",
);
pub const DOCS: Text = Text::new("接口文档", "API documentation");
pub const NONE: Text = Text::new("还没有系统接入。", "No system may ask yet.");
pub const NAME: Text = Text::new("系统名称", "System");
pub const CENTRE: Text = Text::new("治理中心", "Centre");
pub const CENTRE_CODE: Text = Text::new("治理中心编码(留空为本中心)", "Code of its centre (empty: your own)");
pub const SCOPES: Text = Text::new("权限", "Scopes");
pub const USED: Text = Text::new("今日请求", "Requests today");
pub const STATE: Text = Text::new("状态", "State");
pub const REVOKED: Text = Text::new("已停用", "Revoked");
pub const UNTIL: Text = Text::new("有效期至", "Good until");
pub const GOOD: Text = Text::new("有效", "Good");
pub const ADD: Text = Text::new("接入系统", "Add a system");
pub const ADDED: Text = Text::new("接入时间", "Added");
pub const COMMAND_LINE: Text = Text::new("命令行", "command line");
pub const PER_MINUTE: Text = Text::new("每分钟请求数", "Requests a minute");
pub const PER_DAY: Text = Text::new("每日请求数", "Requests a day");
pub const EXPIRES: Text = Text::new("有效期至(留空为长期)", "Good until (empty: no end)");
pub const TOKEN: Text = Text::new("令牌", "Token");
pub const TOKEN_ONCE: Text = Text::new(
    "只在这里显示一次,提交前请先复制;系统只保存其摘要。",
    "Shown only here: copy it before you send the form. Only its hash is kept.",
);
pub const REVOKE: Text = Text::new("停用令牌", "Revoke the token");
pub const REVOKE_HINT: Text =
    Text::new("立即失效且不能恢复;推送一并停止。", "It ends at once and for good, and its webhooks with it.");
pub const WEBHOOKS: Text = Text::new("推送", "Webhooks");
pub const ADD_WEBHOOK: Text = Text::new("新建推送", "Add a webhook");
pub const URL: Text = Text::new("推送地址", "Address");
pub const TOPICS: Text = Text::new("推送内容", "Topics");
pub const WAITING: Text = Text::new("待推送", "Waiting");
pub const REMOVE: Text = Text::new("移除", "Remove");
pub const SECRET: Text = Text::new("签名密钥", "Secret");
pub const SECRET_ONCE: Text = Text::new(
    "对方用它核验签名,只在这里显示一次。",
    "The other side checks the signature with it. Shown only here.",
);
pub const DELIVERIES: Text = Text::new("推送记录", "Deliveries");
pub const WHAT: Text = Text::new("内容", "What");
pub const TRIES: Text = Text::new("推送尝试", "Tries");
pub const NEXT: Text = Text::new("下次", "next");
pub const RESEND: Text = Text::new("重新推送", "Send again");

/// What a scope allows.
pub const fn scope_text(scope: ApiScope) -> Text {
    match scope {
        ApiScope::EventsRead => Text::new("读事件", "read events"),
        ApiScope::EventsWrite => Text::new("报送事件", "send events"),
        ApiScope::OrdersRead => Text::new("读指令", "read orders"),
        ApiScope::ReceiptsWrite => Text::new("签收反馈", "sign and report"),
    }
}

/// What a webhook is told of.
pub const fn topic_text(topic: WebhookTopic) -> Text {
    match topic {
        WebhookTopic::Events => Text::new("事件", "events"),
        WebhookTopic::Orders => Text::new("指令", "orders"),
    }
}

/// Where a delivery stands.
pub const fn delivery_state(state: DeliveryState) -> Text {
    match state {
        DeliveryState::Waiting => Text::new("待推送", "Waiting"),
        DeliveryState::Delivered => Text::new("已送达", "Delivered"),
        DeliveryState::GivenUp => Text::new("已放弃", "Given up"),
    }
}
