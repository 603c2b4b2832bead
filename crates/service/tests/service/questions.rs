//! Questions that are asked and then no longer there.

use crate::journey::{again, answer, everyone, publish, task_of};
use base::{Id, Occasion};
use domain::change::Effect;
use domain::knowledge::Attempt;
use domain::policy::Role;
use service::Fault;
use service::testing::World;

crate::on_both_engines!(a_question_taken_out_of_the_law_files_locks_nobody_out);

async fn a_question_taken_out_of_the_law_files_locks_nobody_out(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = task_of(&world, Role::Employee).await;
    world.app.open_circular(&again(&world, &caller), task).await.unwrap();
    world.app.confirm_read(&again(&world, &caller), task).await.unwrap();
    // Asked by an older version of the program, which knew a question that this one does not.
    let law = world.app.law().questions();
    let questions: Vec<String> =
        ["taken-out"].into_iter().chain(law.iter().take(4).map(|q| q.id.as_str())).map(str::to_owned).collect();
    let at = world.tick();
    let attempt = Attempt { id: Id::draw(), task, questions, answers: None, correct: 0, asked: at, answered: None };
    let asked = vec![Effect::AttemptAsked(Box::new(attempt.clone()))];
    world.app.set_up(Occasion::draw(at), world.town.institution.id, asked).await.unwrap();
    let answers = vec![Some(0); 5];
    let stale = world.app.answer_check(&again(&world, &caller), task, attempt.id, answers).await;
    assert!(matches!(stale, Err(Fault::Conflict)), "{stale:?}");
    let check = world.app.check(&again(&world, &caller), task).await.unwrap();
    assert!(check.attempt != attempt.id && check.questions.len() == 5 && check.earlier == 0);
    // One that was answered by then explains what it still can.
    answer(&world, &caller, task, false).await;
    let at = world.tick();
    let last = Attempt { id: Id::draw(), asked: at, ..attempt };
    let answered = Effect::AttemptAnswered { id: last.id, answers: vec![0; 5], correct: 1, at };
    let asked = Effect::AttemptAsked(Box::new(last));
    world.app.set_up(Occasion::draw(at), world.town.institution.id, vec![asked, answered]).await.unwrap();
    let outcome = world.app.last_outcome(&caller, task).await.unwrap().unwrap();
    assert_eq!((outcome.answers.len(), outcome.correct), (4, 1));
    answer(&world, &caller, task, true).await;
    assert!(world.app.own_task(&caller, task).await.unwrap().task.passed.is_some());
}
