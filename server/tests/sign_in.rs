//! Signing in and out, as a person and as somebody who guesses.

mod front_door;

use domain::actors::Role;
use front_door::{FrontDoor, PASSWORD, header, place};

#[tokio::test]
async fn a_person_signs_in_works_and_signs_out() {
    let door = FrontDoor::open().await;
    door.employs("wang", "500106", Role::DistrictDuty).await;
    let visitor = door.visitor();
    let response = visitor.visits("/events?level=red").await;
    assert_eq!(
        (response.status().as_u16(), place(&response)),
        (303, "/sign-in?to=/events%3Flevel%3Dred".into())
    );
    let response = visitor
        .posts("/sign-in", &[("login", "wang"), ("password", PASSWORD), ("to", "/events?level=red")])
        .await;
    assert_eq!((response.status().as_u16(), place(&response)), (303, "/events?level=red".into()));
    let cookie = header(response.headers(), "set-cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(visitor.gets("/api/account/frame").await.status(), 200);
    assert_eq!(place(&visitor.posts("/sign-out", &[]).await), "/sign-in");
    assert!(!visitor.is_known().await);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_sound_alike() {
    let door = FrontDoor::open().await;
    door.employs("wang", "500106", Role::DistrictDuty).await;
    let wrong = door.visitor().sign_in("wang", "wrong").await;
    let unknown = door.visitor().sign_in("nobody", "wrong").await;
    assert_eq!(place(&wrong), "/sign-in?refused=wrong&to=/");
    assert_eq!(place(&wrong), place(&unknown));
}

#[tokio::test]
async fn after_five_wrong_tries_even_the_right_password_waits() {
    let door = FrontDoor::open().await;
    door.employs("wang", "500106", Role::DistrictDuty).await;
    door.employs("li", "500106", Role::DistrictDuty).await;
    // All at once, so that counting after looking would let them through.
    let guesses = (0..12).map(|n| {
        let visitor = door.visitor();
        async move { place(&visitor.sign_in("wang", &format!("guess {n}")).await) }
    });
    let answers = futures::future::join_all(guesses).await;
    let looked_at = answers.iter().filter(|answer| answer.contains("refused=wrong")).count();
    assert_eq!(looked_at, 5, "{answers:?}");
    let right = door.visitor().sign_in("wang", PASSWORD).await;
    assert!(place(&right).contains("refused=too_many"));
    assert_eq!(place(&door.visitor().sign_in("li", PASSWORD).await), "/", "another account is not touched");
}

#[tokio::test]
async fn a_whole_shift_signs_in_at_one_moment_from_one_address() {
    let door = FrontDoor::open().await;
    let names: Vec<_> = (0..12).map(|n| format!("officer {n}")).collect();
    for name in &names {
        door.employs(name, "500106", Role::DistrictDuty).await;
    }
    // More than may fail there within a quarter of an hour.
    let tries = names.iter().cycle().take(60).map(|name| {
        let visitor = door.visitor();
        async move { place(&visitor.sign_in(name, PASSWORD).await) }
    });
    let answers = futures::future::join_all(tries).await;
    assert!(answers.iter().all(|answer| answer == "/"), "{answers:?}");
}

#[tokio::test]
async fn a_session_planted_before_signing_in_leads_nowhere() {
    let door = FrontDoor::open().await;
    let victim = door.enter("wang", "500106", Role::DistrictDuty).await;
    let first = header(victim.sign_in("wang", PASSWORD).await.headers(), "set-cookie");
    let second = header(victim.sign_in("wang", PASSWORD).await.headers(), "set-cookie");
    let key = |cookie: &str| cookie.split(';').next().unwrap_or_default().to_owned();
    assert_ne!(key(&first), key(&second), "each sign-in has a key of its own");
    let planted = door
        .visitor()
        .asks(reqwest::Method::GET, "/api/account/frame")
        .header("cookie", key(&first))
        .send()
        .await
        .expect("an answer");
    assert_eq!(planted.status(), 401, "the key from before the second sign-in is dead");
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session() {
    let door = FrontDoor::open().await;
    let desk = door.enter("wang", "500106", Role::DistrictDuty).await;
    let phone = door.signed_in("wang").await;
    desk.posts("/sign-out-everywhere", &[]).await;
    assert!(!desk.is_known().await);
    assert!(!phone.is_known().await);
    assert!(door.signed_in("wang").await.is_known().await, "and signing in again is possible");
}

#[tokio::test]
async fn a_post_is_switched_to_ones_own_only_and_ends_with_its_term() {
    let door = FrontDoor::open().await;
    let first = door.employs("wang", "500106", Role::DistrictDuty).await;
    let second = door.employs("wang", "500106003", Role::TownshipDirector).await;
    let others = door.employs("li", "500107", Role::DistrictDuty).await;
    let visitor = door.signed_in("wang").await;
    assert_eq!(visitor.posts("/post", &[("post", &others.post.to_string())]).await.status(), 404);
    assert_eq!(place(&visitor.posts("/post", &[("post", &second.post.to_string())]).await), "/");
    let frame: serde_json::Value = visitor.gets("/api/account/frame").await.json().await.expect("a frame");
    assert_eq!(frame["actor"]["role"], "township_director");
    assert_ne!(first.post, second.post);
    door.city.end_post(second.post).await;
    assert!(!visitor.is_known().await, "a post that has ended carries no session");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let door = FrontDoor::open().await;
    door.employs("wang", "500106", Role::DistrictDuty).await;
    for foreign in ["https://evil.example/", "//evil.example/", "/\\evil.example"] {
        let response = door
            .visitor()
            .posts("/sign-in", &[("login", "wang"), ("password", PASSWORD), ("to", foreign)])
            .await;
        assert_eq!(place(&response), "/", "{foreign}");
    }
}
