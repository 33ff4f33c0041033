import { useState, type FormEvent } from 'react';
import { everydayWords } from '../../text/everyday-words.js';
import { day, weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, DayField, LongTextField, TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { CalendarPreview } from './calendar-preview.js';
import { changeCalendar, type CalendarChange, type CalendarYear, type Moved } from './calendar.query.js';
import { calendarText } from './calendar.text.js';
import { isWeekend, type DraftLine } from './calendar-days.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

const kinds = ['holiday', 'swapped-off', 'swapped-work', 'remove'] as const;
const atOnce = 60;

/** The days picked, what each becomes, and why; nothing is written before the preview was seen. */
export function CalendarChangeForm({
  lines,
  onChange,
  onAdd,
  known,
}: {
  lines: DraftLine[];
  onChange: (lines: DraftLine[]) => void;
  onAdd: (date: string) => void;
  known: CalendarYear | undefined;
}) {
  const t = useText(calendarText);
  const c = useText(everydayWords);
  const write = useWrite({ reason: t.reason });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [preview, setPreview] = useState<{ change: CalendarChange; moved: Moved[]; elsewhere: number }>();

  const faultOf = (line: DraftLine) => {
    if (line.kind === 'swapped-work' && !isWeekend(line.date)) return { kind: t.onlyWeekend };
    if (line.kind !== 'remove') return line.name.trim() === '' ? { name: t.nameNeeded } : {};
    const written = known?.assumed ? false : known?.days.some((special) => special.date === line.date);
    // A day of another year is not on this screen; the server knows.
    return known && line.date.startsWith(String(known.year)) && !written ? { kind: t.notInCalendar } : {};
  };
  const reasonFault = reason.trim().length < 3 ? t.reasonNeeded : undefined;
  const set = (date: string, change: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.date === date ? { ...line, ...change } : line)));

  const look = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reasonFault || lines.length > atOnce || lines.some((line) => Object.keys(faultOf(line)).length > 0)) return;
    const change: CalendarChange = {
      set: lines.flatMap(({ date, kind, name }) => (kind === 'remove' ? [] : [{ date, kind, name: name.trim() }])),
      remove: lines.filter((line) => line.kind === 'remove').map((line) => line.date),
      reason: reason.trim(),
    };
    const answer = await write.run(changeCalendar(change, true));
    if (answer) setPreview({ change, moved: answer.moved, elsewhere: answer.movedElsewhere });
  };
  const done = (words: string) => {
    setPreview(undefined);
    onChange([]);
    setReason('');
    setTried(false);
    say(words);
  };
  return (
    <form className="card stack calendar-change" noValidate onSubmit={(event) => void look(event)}>
      <h3>
        {t.change}
        {lines.length > 0 && <span className="soft"> ({lines.length})</span>}
      </h3>
      {lines.length === 0 && <p className="soft">{t.changeEmpty}</p>}
      <ul className="stack">
        {lines.map((line) => (
          <Line
            key={line.date}
            line={line}
            fault={tried ? faultOf(line) : {}}
            onChange={(change) => set(line.date, change)}
            onDrop={() => onAdd(line.date)}
          />
        ))}
      </ul>
      <AddDay onAdd={(date) => !lines.some((line) => line.date === date) && onAdd(date)} />
      {lines.length > 0 && (
        <>
          <LongTextField
            label={t.reason}
            hint={t.reasonHint}
            value={reason}
            onChange={setReason}
            error={(tried ? reasonFault : undefined) ?? write.fault('reason')}
            required
            maxLength={1000}
          />
          {lines.length > atOnce && <p className="note late">{t.tooMany}</p>}
          <WriteNotes write={write} />
          {write.busy && <div className="progress-line" role="status" aria-label={t.previewing} />}
          <div className="row">
            <Button type="submit" look="primary" disabled={write.busy}>
              {write.busy ? t.previewing : t.preview}
            </Button>
            <Button look="quiet" disabled={write.busy} onClick={() => onChange([])}>
              {t.clear}
            </Button>
          </div>
        </>
      )}
      {preview && <CalendarPreview {...preview} onClose={() => setPreview(undefined)} onDone={done} />}
      <p className="sr-only" role="status">
        {lines.length > 0 ? `${t.change}: ${lines.length}` : c.none}
      </p>
    </form>
  );
}

function Line({
  line,
  fault,
  onChange,
  onDrop,
}: {
  line: DraftLine;
  fault: { kind?: string; name?: string };
  onChange: (change: Partial<DraftLine>) => void;
  onDrop: () => void;
}) {
  const t = useText(calendarText);
  const on = day(line.date);
  return (
    <li className="calendar-line">
      <div className="row spread">
        <b>
          {t.weekdayNames[weekdayOf(line.date)]}, {on}
        </b>
        <Button look="quiet" small aria-label={t.dropOf(on)} title={t.dropOf(on)} onClick={onDrop}>
          ✕
        </Button>
      </div>
      <ChoiceField
        label={<span className="sr-only">{t.kindOf(on)}</span>}
        value={line.kind}
        onChange={(kind) => onChange({ kind: kind as DraftLine['kind'] })}
        options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        error={fault.kind}
      />
      {line.kind !== 'remove' && (
        <TextField
          label={<span className="sr-only">{t.nameOf(on)}</span>}
          placeholder={t.name}
          value={line.name}
          onChange={(name) => onChange({ name })}
          error={fault.name}
          maxLength={120}
        />
      )}
    </li>
  );
}

/** For who would rather type a day than look for it. */
function AddDay({ onAdd }: { onAdd: (date: string) => void }) {
  const t = useText(calendarText);
  const [date, setDate] = useState<string>();
  const [round, setRound] = useState(0);
  const [bad, setBad] = useState(false);
  const add = () => {
    const good = date !== undefined && date >= '2000-01-01' && date <= '2100-12-31';
    setBad(!good);
    if (!good) return;
    onAdd(date);
    setDate(undefined);
    setRound(round + 1);
  };
  return (
    <div className="calendar-add">
      <DayField key={round} label={t.add} value={date} onChange={setDate} error={bad ? t.addBad : undefined} />
      <Button onClick={add}>{t.addDo}</Button>
    </div>
  );
}
