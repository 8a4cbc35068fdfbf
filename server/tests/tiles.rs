//! The map's tiles: within one's scope, the worst kept from afar, sent only when they changed.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, header};

/// The world in one tile.
const WORLD: &str = "/tiles/risk_points/0/0/0";
/// The test city's land: its squares are too small to be seen in the tile of the world.
const LAND: &str = "6/50/26";

fn holds(tile: &[u8], text: &str) -> bool {
    tile.windows(text.len()).any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn a_tile_shows_ones_own_scope_and_nothing_else() {
    let door = FrontDoor::open().await;
    door.city.a_water_rule(0, 0).await;
    door.city.an_underpass("U1", "500106003").await;
    let city = door.enter("leader", "500000", Role::CityLeader).await;
    let inside = door.enter("inside", "500106", Role::DistrictDuty).await;
    let outside = door.enter("outside", "500107", Role::DistrictDuty).await;

    for visitor in [&city, &inside] {
        for layer in ["risk_points", "devices", "centres"] {
            let response = visitor.gets(&format!("/tiles/{layer}/{LAND}")).await;
            assert_eq!(response.status(), 200, "{layer}");
            assert_eq!(header(response.headers(), "content-type"), "application/vnd.mapbox-vector-tile");
            assert!(
                holds(&response.bytes().await.expect("a tile"), layer),
                "the layer is named as the URL names it"
            );
        }
    }
    assert_eq!(outside.gets(WORLD).await.status(), 204, "nothing of another district");
    assert_eq!(outside.gets("/tiles/devices/0/0/0").await.status(), 204);
    let theirs = outside.gets(&format!("/tiles/centres/{LAND}")).await.bytes().await.expect("a tile");
    assert!(holds(&theirs, "500107001") && !holds(&theirs, "500106"), "only their own polygons");
    for path in ["?centre=500106", "?centre=500106003", "?centre=500000", "?centre=nowhere"] {
        assert_eq!(outside.gets(&format!("{WORLD}{path}")).await.status(), 404, "{path}");
    }
    let part =
        city.gets(&format!("/tiles/centres/{LAND}?centre=500107")).await.bytes().await.expect("a tile");
    assert!(holds(&part, "500107001") && !holds(&part, "500106"));
    assert_eq!(door.visitor().gets(WORLD).await.status(), 401);
}

#[tokio::test]
async fn a_tile_is_sent_again_only_when_it_changed() {
    let door = FrontDoor::open().await;
    door.city.a_water_rule(0, 0).await;
    door.city.an_underpass("U1", "500106003").await;
    let visitor = door.enter("duty", "500106", Role::DistrictDuty).await;
    let tag = header(visitor.gets(WORLD).await.headers(), "etag");
    let again = || visitor.asks(reqwest::Method::GET, WORLD).header("if-none-match", &tag);
    assert_eq!(again().send().await.expect("an answer").status(), 304);
    door.city.an_underpass("U2", "500106003").await;
    sqlx::query("update risk_point set warned = 4 where code = 'U2'")
        .execute(&door.city.database.owner)
        .await
        .expect("a worse point");
    let changed = again().send().await.expect("an answer");
    assert_eq!(changed.status(), 200, "of two points in one place the worse is kept");
}

#[tokio::test]
async fn what_is_no_tile_is_not_found() {
    let door = FrontDoor::open().await;
    let visitor = door.enter("duty", "500106", Role::DistrictDuty).await;
    for path in
        ["/tiles/secrets/0/0/0", "/tiles/devices/2/4/0", "/tiles/devices/-1/0/0", "/tiles/devices/40/0/0"]
    {
        assert_eq!(visitor.gets(path).await.status(), 404, "{path}");
    }
    assert_eq!(visitor.gets("/tiles/devices/a/0/0").await.status(), 400);
}
