import { useState } from 'react';
import { everydayWords } from '../../../text/everyday-words.js';
import { day, moment } from '../../../text/format.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Day } from '../../../ui/show.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView, HistoryLine, WorkflowView } from './case-types.js';
import { HistoryChanges } from './history-changes.js';
import { Section } from './section.js';
import { trueDays } from './true-days.js';

const text = defineText(
  {
    title: 'Nhật ký hồ sơ',
    typed: (at: string) => `nhập lúc ${at}`,
    system: 'Hệ thống',
    standsIn: (name: string) => `(thay ${name})`,
    note: 'Ghi chú',
    all: (n: number) => `Xem cả ${n} dòng`,
    corrected: (from: string) => `đính chính từ ${from}`,
  },
  {
    title: 'History',
    typed: (at: string) => `typed in ${at}`,
    system: 'The system',
    standsIn: (name: string) => `(for ${name})`,
    note: 'Add a note',
    all: (n: number) => `Show all ${n} lines`,
    corrected: (from: string) => `corrected from ${from}`,
  },
);

const short = 12;

/** Who did what and when, newest first; the day of the act and the moment of typing are two things. */
export function History({ file, workflow, onNote }: { file: CaseView; workflow: WorkflowView; onNote(): void }) {
  const t = useText(text);
  const [all, setAll] = useState(false);
  const lines = file.history.toReversed();
  const days = trueDays(file.history);
  // Reminders have a part of their own; here they would bury what was done.
  const shown = all ? lines : lines.filter(({ action }) => action !== 'reminder-sent').slice(0, short);
  return (
    <Section
      title={t.title}
      className="case-history"
      action={
        <Button small onClick={onNote}>
          {t.note}
        </Button>
      }
    >
      <ol className="timeline">
        {shown.map((line) => (
          <Line key={line.id} line={line} trueDay={days.get(line.id)} file={file} workflow={workflow} />
        ))}
      </ol>
      {shown.length < lines.length && (
        <Button small className="no-print" onClick={() => setAll(true)}>
          {t.all(lines.length)}
        </Button>
      )}
    </Section>
  );
}

interface LineProps {
  line: HistoryLine;
  /** Where a later line corrects the day of this one. */
  trueDay: string | undefined;
  file: CaseView;
  workflow: WorkflowView;
}

function Line({ line, trueDay, file, workflow }: LineProps) {
  const t = useText(text);
  const c = useText(everydayWords);
  const name = useNames();
  const names = useCaseNames();
  const state = (key: string | null) => (key && workflow.states[key] ? name(workflow.states[key]) : '');
  const action = workflow.actions[line.action];
  const typedDay = line.onDay ?? line.at.slice(0, 10);
  return (
    <li className={line.toState && line.toState !== line.fromState ? 'timeline-line step' : 'timeline-line'}>
      <div className="timeline-day">
        <Day of={trueDay ?? typedDay} />
        {trueDay && trueDay !== typedDay && <div className="small soft">({t.corrected(day(typedDay))})</div>}
      </div>
      <div className="stack timeline-body">
        <div>
          <b>{action ? name(action) : names.act(line.action, line.actionVi)}</b>
          {line.illustrative && (
            <span className="badge" title={c.illustrativeHint}>
              {c.illustrative}
            </span>
          )}
        </div>
        {line.toState && line.fromState !== line.toState && (
          <div className="small">
            {line.fromState && <span className="soft">{state(line.fromState)} → </span>}
            {state(line.toState)}
          </div>
        )}
        <HistoryChanges line={line} file={file} workflow={workflow} />
        {line.note && <p className="timeline-note">{line.note}</p>}
        <div className="soft small">
          {line.by ?? t.system} {line.forName && `${t.standsIn(line.forName)} `}· {t.typed(moment(line.at))}
        </div>
      </div>
    </li>
  );
}
