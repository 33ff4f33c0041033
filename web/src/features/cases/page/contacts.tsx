import { money } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Day } from '../../../ui/show.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { pageText, wordOf } from './page.text.js';
import { NoneYet, Section } from './section.js';

const text = defineText(
  {
    title: 'Thăm hỏi, vận động, đối thoại',
    none: 'Chưa ghi lần tiếp xúc nào. Mỗi buổi thăm, vận động, đối thoại, đề nghị giá hãy ghi lại ngay tại chỗ.',
    add: 'Ghi buổi tiếp xúc',
  },
  {
    title: 'Visits, persuasion, dialogues',
    none: 'No contact recorded yet. Record each visit, persuasion, dialogue or offer on the spot.',
    add: 'Record a contact',
  },
);

/** Dated meetings in their order, with what was offered and the reason given. */
export function Contacts({ file, workflow, onAdd }: { file: CaseView; workflow: WorkflowView; onAdd?(): void }) {
  const t = useText(text);
  const p = useText(pageText);
  const names = useCaseNames();
  const reason = { field: 'holdoutReason', ...workflow.fieldSpecs.holdoutReason! };
  const closed = file.phase === 'closed';
  return (
    <Section
      title={t.title}
      action={
        !closed &&
        onAdd && (
          <Button small onClick={onAdd}>
            {t.add}
          </Button>
        )
      }
    >
      {file.contacts.length === 0 && <NoneYet>{t.none}</NoneYet>}
      <ol className="timeline">
        {file.contacts.map((contact) => (
          <li key={contact.id} className="timeline-line">
            <div className="timeline-day">
              <Day of={contact.onDay} />
            </div>
            <div className="timeline-body">
              <b>{p.contacts[contact.type]}</b>
              {contact.matter && <span> – {wordOf(p.matters, contact.matter)}</span>}
              {contact.amountVnd !== null && <b className="contact-amount"> {money(contact.amountVnd)}</b>}
              {contact.reason && <div className="small">{names.value(reason, contact.reason)}</div>}
              {contact.note && <p className="timeline-note">{contact.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
