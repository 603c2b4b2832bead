use super::mine;
use crate::circulars::numbered_attachment;
use crate::{App, Caller, Fault};
use domain::ids::TaskId;
use domain::media::Media;
use domain::paper::StoredFile;
use domain::policy::Action;
use store::{Tx, Unit};

impl App {
    /// The bytes of an attachment, by its number, of the circular of an own task.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller or no such attachment.
    pub async fn task_attachment(&self, caller: &Caller, task: TaskId, n: usize) -> Result<(Media, Vec<u8>), Fault> {
        let (media, file) = self.store().read(OfTask { caller: caller.clone(), task, n }).await?;
        Ok((media, self.files().read(self.keys(), &file).await?))
    }
}

struct OfTask {
    caller: Caller,
    task: TaskId,
    n: usize,
}

impl Unit for OfTask {
    type Out = (Media, StoredFile);
    type Error = Fault;
    const NAME: &'static str = "tasks/attachment";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        numbered_attachment(tx, &mine.scope, &mine.circular, self.n).await
    }
}
