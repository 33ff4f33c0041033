import { useQuery } from '@tanstack/react-query';
import { moment } from '../../../text/format.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { colleaguesQuery } from './case-query.js';
import type { CaseView } from './case-types.js';
import { Section } from './section.js';

const text = defineText(
  {
    title: 'Nhắc hạn',
    none: 'Chưa có lần nhắc nào: không có thời hạn nào sắp đến.',
    statuses: { planned: 'sẽ nhắc', sent: 'đã nhắc', withdrawn: 'đã rút' },
    before: (n: number) => (n === 0 ? 'đúng ngày hạn' : `trước hạn ${n} ngày`),
    escalate: 'báo lãnh đạo',
    digest: 'tổng hợp quá hạn',
    withdrawn: (n: number) => `Đã rút (${n})`,
  },
  {
    title: 'Reminders',
    none: 'No reminder: no clock comes due soon.',
    statuses: { planned: 'planned', sent: 'sent', withdrawn: 'withdrawn' },
    before: (n: number) => (n === 0 ? 'on the due day' : `${n} days before`),
    escalate: 'to the supervisor',
    digest: 'overdue digest',
    withdrawn: (n: number) => `Withdrawn (${n})`,
  },
);

type Row = CaseView['reminders'][number];

/** What will be sent, was sent, and was withdrawn because the date moved or the work was done. */
export function Reminders({ file }: { file: CaseView }) {
  const t = useText(text);
  const standing = file.reminders.filter(({ status }) => status !== 'withdrawn');
  const withdrawn = file.reminders.filter(({ status }) => status === 'withdrawn');
  return (
    <Section title={t.title} className="no-print">
      {standing.length === 0 && <p className="soft">{t.none}</p>}
      <Rows rows={standing} file={file} />
      {withdrawn.length > 0 && (
        <details>
          <summary>{t.withdrawn(withdrawn.length)}</summary>
          <Rows rows={withdrawn} file={file} />
        </details>
      )}
    </Section>
  );
}

function Rows({ rows, file }: { rows: readonly Row[]; file: CaseView }) {
  const t = useText(text);
  const name = useNames();
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const clocks = new Map(file.clocks.map((clock) => [clock.id, clock]));
  const rung = (key: string) =>
    key.startsWith('before-') ? t.before(Number(key.slice(7))) : key.startsWith('escalate') ? t.escalate : t.digest;
  return (
    <ul className="reminder-list small">
      {rows.map((row) => {
        const clock = row.deadlineId === null ? undefined : clocks.get(row.deadlineId);
        return (
          <li key={row.id}>
            <span className={row.status === 'sent' ? 'badge good' : 'badge'}>{t.statuses[row.status]}</span>{' '}
            {moment(row.sentAt ?? row.sendAt)} · {rung(row.rung)}
            <div className="soft">
              {[clock && name(clock), accounts.find(({ id }) => id === row.recipientId)?.name]
                .filter(Boolean)
                .join(' → ')}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
