import { api } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { say } from '../../ui/toast.js';
import type { Account } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

/** Deactivates a person, saying first what becomes of the cases; or lets one who left in again. */
export function LeaveAccount({ who, back, onClose }: { who: Account; back: boolean; onClose: () => void }) {
  const t = useText(accountText);
  const c = useText(everydayWords);
  const write = useWrite();
  const save = async () => {
    const params = { path: { id: who.id } };
    const saved = await write.run((headers) =>
      api.PATCH('/api/accounts/{id}', { params, body: { active: back }, headers }),
    );
    if (!saved) return;
    say(back ? t.backNow(who.name) : t.leftNow(who.name));
    onClose();
  };
  return (
    <Dialog title={back ? t.backOf(who.name) : t.leaveTitle(who.name)} onClose={onClose}>
      {back ? (
        <p>{t.backNow(who.name)}</p>
      ) : (
        <>
          <p>{t.leaveEnds}</p>
          <p className={who.openCases === 0 ? 'note' : 'note late'}>
            {who.openCases === undefined ? t.ownerlessUnknown : t.ownerless(who.openCases)}
          </p>
        </>
      )}
      <WriteNotes write={write} />
      <div className="row">
        <Button look={back ? 'primary' : 'danger'} disabled={write.busy} onClick={() => void save()}>
          {write.busy ? c.saving : back ? t.back : t.leave}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}
