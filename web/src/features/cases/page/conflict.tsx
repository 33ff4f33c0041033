import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { moment } from '../../../text/format.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { workflowQuery } from './case-query.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView } from './case-types.js';
import { HistoryChanges } from './history-changes.js';

const text = defineText(
  {
    title: 'Người khác vừa thay đổi hồ sơ này',
    theirs: 'Thay đổi của người khác',
    mine: 'Của bạn',
    kept: 'Nội dung bạn nhập vẫn còn trong phiếu này và chưa được lưu. Hãy xem thay đổi bên cạnh, sửa lại nếu cần, rồi lưu lại.',
    now: (state: string) => `Hồ sơ hiện ở: ${state}.`,
    take: 'Dùng bản mới',
    system: 'Hệ thống',
  },
  {
    title: 'Somebody else has just changed this case',
    theirs: 'Their change',
    mine: 'Yours',
    kept: 'What you typed is still in this form and is not saved. Look at the change beside it, mend yours if need be, and save again.',
    now: (state: string) => `The case is now in: ${state}.`,
    take: 'Take the new version',
    system: 'The system',
  },
);

/** What others did after the officer opened the form, beside the officer's own unsaved work. */
export function Conflict({ file, since, onTake }: { file: CaseView; since: number; onTake(): void }) {
  const t = useText(text);
  const name = useNames();
  const names = useCaseNames();
  const { data: workflow } = useQuery(workflowQuery(file.kind));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Nothing is given back: newer browsers answer with a promise, which is no way to clean up.
    void panel.current?.scrollIntoView({ block: 'center' });
  }, []);
  const lines = file.history.filter((line) => line.id > since);
  return (
    <section ref={panel} className="note soon stack" role="alert" aria-label={t.title}>
      <h3>{t.title}</h3>
      <div className="conflict-sides">
        <div className="stack">
          <b className="small">{t.theirs}</b>
          <ul className="stack">
            {lines.map((line) => (
              <li key={line.id}>
                <b>
                  {workflow?.actions[line.action]
                    ? name(workflow.actions[line.action]!)
                    : names.act(line.action, line.actionVi)}
                </b>
                <div className="small">
                  {line.by ?? t.system} · {moment(line.at)}
                </div>
                {workflow && <HistoryChanges line={line} file={file} workflow={workflow} />}
                {line.note && <p className="small">{line.note}</p>}
              </li>
            ))}
          </ul>
          <p>{t.now(name({ vi: file.stateVi, en: file.stateEn }))}</p>
        </div>
        <div className="stack">
          <b className="small">{t.mine}</b>
          <p>{t.kept}</p>
          <Button look="primary" onClick={onTake}>
            {t.take}
          </Button>
        </div>
      </div>
    </section>
  );
}
