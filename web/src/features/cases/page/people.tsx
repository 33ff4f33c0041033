import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import type { CaseView } from './case-types.js';
import { pageText } from './page.text.js';
import { NoneYet, Section } from './section.js';

const text = defineText(
  {
    title: 'Người liên quan',
    none: 'Chưa có ai. Thêm người có đất, thân nhân hoặc người ký đơn.',
    add: 'Thêm người',
    id: 'số định danh',
    numbers: 'Xem đủ số định danh',
    phone: 'điện thoại',
    more: (n: number) => `Xem cả ${n} người`,
  },
  {
    title: 'People',
    none: 'Nobody yet. Add the landholder, kin or signatories.',
    add: 'Add a person',
    id: 'identity number',
    numbers: 'Show whole numbers',
    phone: 'phone',
    more: (n: number) => `Show all ${n} people`,
  },
);

const short = 8;

/** Who takes part; numbers are shown as masked or whole as the server gives them. */
export function People({ file, onAdd, onNumbers }: { file: CaseView; onAdd(): void; onNumbers(): void }) {
  const t = useText(text);
  const p = useText(pageText);
  const open = file.phase !== 'closed' && !file.links.mergedInto;
  const rows = file.people.map((person) => (
    <li key={`${person.caseId}-${person.personId}-${person.role}`}>
      <b>{person.name}</b> <span className="soft small">{p.roles[person.role]}</span>
      <div className="small">
        {[person.idNumber && `${t.id} ${person.idNumber}`, person.phone && `${t.phone} ${person.phone}`, person.address]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  ));
  return (
    <Section
      title={t.title}
      action={
        open && (
          <Button small onClick={onAdd}>
            {t.add}
          </Button>
        )
      }
    >
      {rows.length === 0 && <NoneYet>{t.none}</NoneYet>}
      {file.protection === 'none' && file.people.some(({ idNumber }) => idNumber?.includes('*')) && (
        <div className="no-print">
          <Button small look="quiet" onClick={onNumbers}>
            {t.numbers}
          </Button>
        </div>
      )}
      <ul className="stack">{rows.slice(0, short)}</ul>
      {rows.length > short && (
        <details>
          <summary>{t.more(rows.length)}</summary>
          <ul className="stack">{rows.slice(short)}</ul>
        </details>
      )}
    </Section>
  );
}
