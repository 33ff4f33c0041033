import { everydayWords } from '../../text/everyday-words.js';
import { daysBetween } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Day } from '../../ui/show.js';
import { changeCalendar, type CalendarChange, type Moved } from './calendar.query.js';
import { calendarText } from './calendar.text.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

/** Each open case whose date would move, before and after; then one step writes calendar, dates and reminders. */
export function CalendarPreview({
  change,
  moved,
  elsewhere,
  onClose,
  onDone,
}: {
  change: CalendarChange;
  moved: Moved[];
  /** Dates that move in other units: the calendar is theirs too. */
  elsewhere: number;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const t = useText(calendarText);
  const c = useText(everydayWords);
  const write = useWrite();
  const cases = new Set(moved.map((line) => line.caseId)).size;
  const apply = async () => {
    const answer = await write.run(changeCalendar(change, false));
    if (!answer) return;
    const done = answer.moved.length;
    // None: an earlier try had moved them and its answer was lost.
    onDone(done === moved.length || done === 0 ? t.applied(moved.length) : t.differs(moved.length, done));
  };
  return (
    <Dialog title={t.change} wide onClose={onClose}>
      <p>
        <b>{t.moved(cases, moved.length)}</b>
      </p>
      {elsewhere > 0 && <p>{t.elsewhere(elsewhere)}</p>}
      {moved.length > 0 && <MovedTable moved={moved} />}
      <p className="soft">{t.applyAll}</p>
      <WriteNotes write={write} />
      {write.busy && <div className="progress-line" role="status" aria-label={t.applying} />}
      <div className="row">
        <Button look="primary" disabled={write.busy} onClick={() => void apply()}>
          {write.busy ? t.applying : t.apply(moved.length)}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}

function MovedTable({ moved }: { moved: Moved[] }) {
  const t = useText(calendarText);
  const shift = ({ from, to }: Moved) => {
    if (!from || !to) return '';
    const days = daysBetween(from, to);
    return days > 0 ? t.later(days) : t.sooner(-days);
  };
  return (
    <div className="table-wrap moved" tabIndex={0} role="region" aria-label={t.change}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.case}</th>
            <th scope="col">{t.clock}</th>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.shift}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((line) => (
            <tr key={`${line.caseId} ${line.clock} ${line.from}`}>
              <th scope="row">{line.code}</th>
              <td lang="vi">{line.clockVi}</td>
              <td>{line.from ? <Day of={line.from} /> : t.paused}</td>
              <td>
                <b>{line.to ? <Day of={line.to} /> : t.paused}</b>
              </td>
              <td>{shift(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
