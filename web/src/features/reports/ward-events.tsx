import { useState } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, DayField, TextField } from '../../ui/fields.js';
import { Day, Empty, Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { eventsQuery, type Days } from './reports.query.js';
import { text } from './reports.text.js';

const kinds = {
  guidance: 'Văn bản chỉ đạo, hướng dẫn',
  received: 'Văn bản cấp trên được triển khai',
  class: 'Lớp tập huấn, tuyên truyền',
  inspection: 'Cuộc thanh tra, kiểm tra trách nhiệm',
  dialogue: 'Hội nghị đối thoại với nhân dân',
} as const;
type EventKind = keyof typeof kinds;

/** What the ward did that is no case, and that the reports count. */
export function WardEvents({ days }: { days: Days }) {
  const t = useText(text);
  const { role } = useMe();
  const write = useWrite();
  const remove = async (id: number) => {
    await write.run((headers) => api.DELETE('/api/ward-events/{id}', { headers, params: { path: { id } } }));
  };
  const works = role !== 'auditor';
  return (
    <Loaded query={eventsQuery(days)}>
      {(events) => (
        <div className="stack">
          {works && <AddEvent days={days} />}
          {events.length === 0 ? (
            <Empty>{t.noEvents}</Empty>
          ) : (
            <ul className="card stack events">
              {events.map((event) => (
                <li key={event.id} className="row spread">
                  <span>
                    <Day of={event.on} /> · <strong>{event.kindVi}</strong> {event.number} {event.about}{' '}
                    {event.illustrative && <span className="badge">{t.illustrative}</span>}
                  </span>
                  {works && (
                    <Button small disabled={write.busy} onClick={() => void remove(event.id)}>
                      {t.remove}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <WriteNotes write={write} />
        </div>
      )}
    </Loaded>
  );
}

function AddEvent({ days }: { days: Days }) {
  const t = useText(text);
  const [kind, setKind] = useState<EventKind>('guidance');
  const [on, setOn] = useState<string | undefined>(days.to);
  const [number, setNumber] = useState('');
  const [about, setAbout] = useState('');
  const [counted, setCounted] = useState('');
  const write = useWrite({ on: t.on, number: t.number, about: t.about, attendees: t.attendees, wanting: t.wanting });
  const counts = kind === 'inspection' ? 'wanting' : kind === 'class' || kind === 'dialogue' ? 'attendees' : undefined;
  const add = async () => {
    if (!on) return;
    const saved = await write.run((headers) =>
      api.POST('/api/ward-events', {
        headers,
        body: {
          kind,
          on,
          about: about.trim(),
          ...(number.trim() && { number: number.trim() }),
          ...(counts && counted.trim() && { [counts]: Number(counted) }),
        },
      }),
    );
    if (!saved) return;
    say(t.saved);
    setNumber('');
    setAbout('');
    setCounted('');
  };
  return (
    <section className="card stack no-print">
      <div className="row report-period">
        <ChoiceField
          label={t.kind}
          value={kind}
          onChange={(value) => setKind(value as EventKind)}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <DayField label={t.on} value={on} onChange={setOn} error={write.fault('on')} />
        <TextField label={t.number} value={number} onChange={setNumber} error={write.fault('number')} />
        {counts && (
          <TextField
            label={t[counts]}
            inputMode="numeric"
            value={counted}
            onChange={setCounted}
            error={write.fault(counts)}
          />
        )}
      </div>
      <TextField label={t.about} value={about} onChange={setAbout} error={write.fault('about')} />
      <div className="row">
        <Button look="primary" disabled={write.busy || !on || about.trim().length < 3} onClick={() => void add()}>
          {t.add}
        </Button>
      </div>
      <WriteNotes write={write} />
    </section>
  );
}
