//! Questions to the adviser, and answers told anew for everybody.

use crate::support::{World, behaviours, day, get, get_outside};
use base::Id;
use domain::change::Effect;
use domain::consultation::{AnswerTime, Consultation, ConsultationEffect, PublishedAnswer, PublishingState};
use store::{Class, StoreError};

behaviours!(
    a_question_is_found_by_its_asker_or_its_code_and_by_nothing_else,
    a_question_is_answered_or_withdrawn_once_and_erased_after_the_answer,
    an_answer_is_told_anew_by_one_and_looked_at_by_another,
);

fn effect(effect: ConsultationEffect) -> [Effect; 1] {
    [Effect::Consultation(effect)]
}

async fn a_question_is_found_by_its_asker_or_its_code_and_by_nothing_else(world: World) {
    let town = world.settle().await;
    let [named, nameless, answered] = town.consultations.clone();
    let (mark, code) = (named.asker.unwrap(), nameless.code.unwrap());
    assert_eq!(get!(world, consultations::of_asker(mark)), std::slice::from_ref(&named));
    assert_eq!(get!(world, consultations::of_asker(code)), []);
    let found = get_outside!(world, consultations::by_code(code));
    assert_eq!(found, Some((town.institution.id, nameless.clone())));
    assert_eq!(get_outside!(world, consultations::by_code(mark)), None);
    assert_eq!(get!(world, consultations::by_id(answered.id)), Some(answered.clone()));
    let mut open = get!(world, consultations::open());
    open.sort_by_key(|it| it.id);
    let mut waiting = vec![named.clone(), nameless];
    waiting.sort_by_key(|it| it.id);
    assert_eq!(open, waiting);
    assert_eq!(get!(world, consultations::answered(9)), [answered]);
    let times = get!(world, consultations::times(named.asked));
    let asked = named.asked;
    let time = |answered, count, in_time| AnswerTime { asked, answered, count, in_time };
    assert_eq!(times.len(), 2);
    assert!(times.contains(&time(None, 2, 0)) && times.contains(&time(Some(day("2024-11-28")), 1, 1)), "{times:?}");
    let twice = Consultation { id: Id::draw(), ..town.consultations[1].clone() };
    let refused = world.record(effect(ConsultationEffect::Asked(Box::new(twice)))).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique), "a code belongs to one question");
}

async fn a_question_is_answered_or_withdrawn_once_and_erased_after_the_answer(world: World) {
    let town = world.settle().await;
    let [named, nameless, answered] = town.consultations.clone();
    let (on, answer) = (day("2024-11-29"), vec![8; 30]);
    for id in [named.id, nameless.id] {
        let early = world.record(effect(ConsultationEffect::Erased { id })).await;
        assert_eq!(early, Err(StoreError::Stale { effect: "consultation_erased" }), "it has no answer yet");
    }
    let reply = |id| effect(ConsultationEffect::Answered { id, answer: answer.clone(), on });
    world.record(reply(named.id)).await.unwrap();
    world.record(effect(ConsultationEffect::Withdrawn { id: nameless.id, on })).await.unwrap();
    for id in [named.id, nameless.id, answered.id] {
        assert_eq!(world.record(reply(id)).await, Err(StoreError::Stale { effect: "consultation_answered" }));
        let withdrawn = world.record(effect(ConsultationEffect::Withdrawn { id, on })).await;
        assert_eq!(withdrawn, Err(StoreError::Stale { effect: "consultation_withdrawn" }));
    }
    let gone = get!(world, consultations::by_id(nameless.id)).unwrap();
    let nothing = Consultation { code: None, question: None, withdrawn: Some(on), ..nameless.clone() };
    assert_eq!(gone, nothing, "a question that was withdrawn leaves its day alone");
    assert_eq!(get_outside!(world, consultations::by_code(nameless.code.unwrap())), None);
    world.record(effect(ConsultationEffect::Erased { id: named.id })).await.unwrap();
    let kept = get!(world, consultations::by_id(named.id)).unwrap();
    assert_eq!(kept, Consultation { question: None, answer: Some((answer, on)), ..named }, "day and answer stay");
    assert_eq!(get!(world, consultations::open()), []);
    let times = get!(world, consultations::times(answered.asked));
    assert_eq!(times.iter().map(|it| it.count).sum::<i64>(), 2, "what was withdrawn is not counted");
}

async fn an_answer_is_told_anew_by_one_and_looked_at_by_another(world: World) {
    let town = world.settle().await;
    let it = town.published_answer.clone();
    let (on, by) = (day("2024-11-29"), town.persons[1].id);
    let (proposed, published) = (PublishingState::Proposed, PublishingState::Published);
    assert_eq!(get!(world, consultations::published_by_id(it.id)), Some(it.clone()));
    assert_eq!(get!(world, consultations::published_in(proposed, 9)), std::slice::from_ref(&it));
    let again = PublishedAnswer { id: Id::draw(), ..it.clone() };
    let propose = || effect(ConsultationEffect::Proposed(Box::new(again.clone())));
    let refused = world.record(propose()).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique), "one of a question is on its way at a time");
    let decide = |from, to, by| effect(ConsultationEffect::Decided { id: it.id, from, to, decided: (by, on) });
    let own = world.record(decide(proposed, published, it.proposed.0)).await.unwrap_err();
    assert_eq!(own.class(), Some(Class::Check), "nobody publishes what they wrote themselves");
    world.record(decide(proposed, published, by)).await.unwrap();
    let twice = world.record(decide(proposed, published, by)).await;
    assert_eq!(twice, Err(StoreError::Stale { effect: "published_answer_decided" }));
    let now = PublishedAnswer { state: published, decided: Some((by, on)), ..it.clone() };
    assert_eq!(get!(world, consultations::published_in(published, 9)), std::slice::from_ref(&now));
    world.record(decide(published, PublishingState::Ended, by)).await.unwrap();
    world.record(propose()).await.unwrap();
    let of = get!(world, consultations::published_of(it.consultation));
    assert_eq!(of.iter().map(|it| it.id).collect::<Vec<_>>(), [again.id, it.id], "the latest first");
}
