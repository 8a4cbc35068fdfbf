//! What goes with a report: where it is, who said so, photos and a voice note, on a real database.

mod scene;

use domain::Refusal;
use domain::events::{EventDesk, EventSource, NewEvent, ReportFiles};
use domain::orders::{OrderDesk, Photo};
use domain::relations::{RelationDesk, Reported};
use scene::{Scene, TOWNSHIP, refused};

fn a_form(key: &str) -> NewEvent {
    NewEvent {
        centre: TOWNSHIP.into(),
        category: "flood".into(),
        title: "道路积水".into(),
        address: "公园西路 3 号".into(),
        source: Some(EventSource::Hotline),
        contact_name: "张小明".into(),
        contact_phone: "13812345678".into(),
        key: key.into(),
        ..NewEvent::default()
    }
}

fn file(bytes: &[u8]) -> Photo {
    Photo { name: "现场".into(), bytes: bytes.to_vec() }
}

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 jpeg";

fn files(photos: usize) -> ReportFiles {
    ReportFiles { photos: vec![file(JPEG); photos], voice: Some(file(b"OggS voice")), trouble: None }
}

#[tokio::test]
async fn a_case_shows_what_its_report_brought_and_the_caller_to_those_who_handle_it() {
    let scene = Scene::set().await;
    let taken = scene.engine.report_checked(&scene.staff, a_form("r1"), files(3)).await.expect("taken");
    let Reported::Taken(id) = taken else { panic!("nothing is alike: {taken:?}") };
    for actor in [&scene.staff, &scene.district, &scene.duty] {
        let case = scene.engine.event(actor, id).await.expect("seen");
        assert_eq!((case.address.as_str(), case.row.source), ("公园西路 3 号", EventSource::Hotline));
        let kinds: Vec<_> = case.files.iter().map(|file| file.media_type.as_str()).collect();
        assert_eq!(kinds, ["image/jpeg", "image/jpeg", "image/jpeg", "audio/ogg"]);
        assert_eq!(case.contact.expect("the caller").phone, "13812345678");
        let (kind, bytes) = scene.engine.attachment(actor, case.files[3].id).await.expect("heard");
        assert_eq!((kind.as_str(), bytes.as_slice()), ("audio/ogg", &b"OggS voice"[..]));
    }
    let case = scene.engine.event(&scene.leader, id).await.expect("the leader sees the case");
    let contact = case.contact.expect("a contact");
    assert_eq!((contact.name.as_str(), contact.phone.as_str()), ("张****", "138****78"));
}

#[tokio::test]
async fn a_refused_report_keeps_what_was_typed_and_its_files_until_it_is_mended() {
    let scene = Scene::set().await;
    let report = async |new: NewEvent, files| scene.engine.report_checked(&scene.staff, new, files).await;
    let wrong = NewEvent { title: " ".into(), ..a_form("r1") };
    let Reported::Refused(draft) = report(wrong, files(2)).await.expect("kept") else { panic!("refused") };
    let kept = scene.engine.report_draft(&scene.staff, draft).await.expect("its reporter reads it");
    assert_eq!((kept.new.address.as_str(), kept.files.len()), ("公园西路 3 号", 3));
    assert!(matches!(&kept.trouble, Some(Refusal::Field { field, .. }) if field == "title"));
    assert_eq!(refused(scene.engine.report_draft(&scene.township, draft).await), Refusal::NotFound);
    let photo = kept.files[0].id;
    assert_eq!(refused(scene.engine.attachment(&scene.township, photo).await), Refusal::NotFound);

    // A file of another kind is told of and left out; the others stay.
    let bad = ReportFiles { photos: vec![file(b"MZ program")], ..ReportFiles::default() };
    assert_eq!(report(kept.new.clone(), bad).await, Ok(Reported::Refused(draft)));
    let two_more = ReportFiles { photos: vec![file(JPEG); 2], ..ReportFiles::default() };
    let mended = NewEvent { title: "道路积水".into(), ..kept.new };
    assert_eq!(report(mended.clone(), two_more).await, Ok(Reported::Refused(draft)), "three photos at most");
    let kept = scene.engine.report_draft(&scene.staff, draft).await.expect("still there");
    assert_eq!(kept.files.len(), 4, "one of the two had room");
    let Reported::Taken(id) = report(mended.clone(), ReportFiles::default()).await.expect("taken") else {
        panic!("it is right now")
    };
    assert_eq!(report(mended, ReportFiles::default()).await, Ok(Reported::Taken(id)), "sent twice");
    let case = scene.engine.event(&scene.district, id).await.expect("the district sees it");
    assert_eq!(case.files.len(), 4);
    assert!(scene.engine.attachment(&scene.township, photo).await.is_ok(), "now it belongs to the case");
}

#[tokio::test]
async fn files_wait_with_a_report_that_may_be_about_another_case() {
    let scene = Scene::set().await;
    scene.a_report("r0").await;
    let asked = scene.engine.report_checked(&scene.staff, a_form("r1"), files(1)).await.expect("kept");
    let Reported::Alike(draft) = asked else { panic!("it is alike") };
    let kept = scene.engine.report_draft(&scene.staff, draft).await.expect("kept");
    assert_eq!((kept.files.len(), kept.trouble), (2, None));
    let newer = ReportFiles { voice: Some(file(b"RIFF\x10\0\0\0WAVEfmt ")), ..ReportFiles::default() };
    let anyway = NewEvent { anyway: true, ..kept.new };
    let Reported::Taken(id) = scene.engine.report_checked(&scene.staff, anyway, newer).await.expect("taken")
    else {
        panic!("it is another one")
    };
    let case = scene.engine.event(&scene.staff, id).await.expect("seen");
    let kinds: Vec<_> = case.files.iter().map(|file| file.media_type.as_str()).collect();
    assert_eq!(kinds, ["image/jpeg", "audio/wav"], "the newer voice note took the older one's place");
}

#[tokio::test]
async fn a_point_chooses_the_township_and_must_lie_in_the_reporters_scope() {
    let scene = Scene::set().await;
    // The town's boundary is a square around a point that the test city knows.
    let (longitude, latitude): (f64, f64) = sqlx::query_as(
        "select st_x(p), st_y(p) from centre c, \
         lateral st_transform(st_pointonsurface(c.boundary_3857), 4326) p where c.code = $1",
    )
    .bind(TOWNSHIP)
    .fetch_one(&scene.city.database.owner)
    .await
    .expect("the township has a boundary");
    let at = |key: &str, longitude: &str, latitude: &str| NewEvent {
        centre: String::new(),
        longitude: longitude.into(),
        latitude: latitude.into(),
        ..a_form(key)
    };
    let here = at("r1", &longitude.to_string(), &latitude.to_string());
    let id = scene.report(&scene.duty, here).await.expect("reported");
    let place = scene.engine.event(&scene.staff, id).await.expect("its township sees it").place;
    let (x, y) = place.expect("a point");
    assert!((x - longitude).abs() < 1e-9 && (y - latitude).abs() < 1e-9);
    for (form, wrong) in [
        (at("r2", "0", "0"), "place"),
        (at("r3", "106,5", "29.5"), "longitude"),
        (at("r4", "106.5", ""), "latitude"),
        (NewEvent { source: Some(EventSource::Warning), ..a_form("r5") }, "source"),
        (NewEvent { contact_phone: "1".repeat(31), ..a_form("r6") }, "contact_phone"),
    ] {
        let answer = refused(scene.report(&scene.staff, form).await);
        assert!(matches!(&answer, Refusal::Field { field, .. } if field == wrong), "{wrong}: {answer:?}");
    }
}
