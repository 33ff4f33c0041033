import { useState } from 'react';
import { useMe } from '../../../app/session.js';
import { moment, money } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Day } from '../../../ui/show.js';
import { useCaseNames } from '../case-names.js';
import type { CaseView, ContactView, TakenBackContact, WorkflowView } from './case-types.js';
import { ContactForm } from './contact-form.js';
import { pageText, wordOf } from './page.text.js';
import { NoneYet, Section } from './section.js';
import { TakeBackForm } from './take-back-form.js';

const text = defineText(
  {
    title: 'Thăm hỏi, vận động, đối thoại',
    none: 'Chưa ghi lần tiếp xúc nào. Mỗi buổi thăm, vận động, đối thoại, đề nghị giá hãy ghi lại ngay tại chỗ.',
    add: 'Ghi buổi tiếp xúc',
    takeBack: 'Rút lại',
    again: 'Ghi lại',
    taken: (by: string, at: string) => `Đã rút lại: ${by}, ${at}.`,
    somebody: 'không rõ ai',
  },
  {
    title: 'Visits, persuasion, dialogues',
    none: 'No contact recorded yet. Record each visit, persuasion, dialogue or offer on the spot.',
    add: 'Record a contact',
    takeBack: 'Take back',
    again: 'Record anew',
    taken: (by: string, at: string) => `Taken back: ${by}, ${at}.`,
    somebody: 'nobody known',
  },
);

/** Dated meetings in their order, with what was offered and the reason given; those taken back are struck through. */
export function Contacts({ file, workflow, onAdd }: { file: CaseView; workflow: WorkflowView; onAdd?(): void }) {
  const t = useText(text);
  const me = useMe();
  const [wrong, setWrong] = useState<ContactView>();
  const [again, setAgain] = useState<TakenBackContact>();
  const closed = file.phase === 'closed';
  const lines: (ContactView | TakenBackContact)[] = [...file.contacts, ...file.takenBackContacts].sort(
    (a, b) => a.onDay.localeCompare(b.onDay) || a.id - b.id,
  );
  // What a step wrote has no line of its own: it is mended with the step.
  const mayTakeBack = ({ type, at, accountId }: ContactView) =>
    file.mayWork &&
    (accountId === me.id || me.role === 'supervisor') &&
    file.history.some((line) => line.action === `contact-${type}` && line.at === at);
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
      {lines.length === 0 && <NoneYet>{t.none}</NoneYet>}
      <ol className="timeline">
        {lines.map((contact) => (
          <li key={contact.id} className="timeline-line">
            {'takenBackAt' in contact ? (
              <>
                <del className="timeline-day">
                  <Day of={contact.onDay} />
                </del>
                <div className="timeline-body contact-body">
                  <div>
                    <del className="soft contact-taken">
                      <Words of={contact} workflow={workflow} />
                    </del>
                    <div className="small">
                      {t.taken(contact.takenBackBy ?? t.somebody, moment(contact.takenBackAt))}{' '}
                      {contact.takenBackReason}
                    </div>
                  </div>
                  {file.mayWork && !closed && (
                    <Button small look="quiet" className="no-print" onClick={() => setAgain(contact)}>
                      {t.again}
                    </Button>
                  )}
                </div>
              </>
            ) : (
              <>
                <div className="timeline-day">
                  <Day of={contact.onDay} />
                </div>
                <div className="timeline-body contact-body">
                  <div>
                    <Words of={contact} workflow={workflow} />
                  </div>
                  {mayTakeBack(contact) && (
                    <Button small look="quiet" className="no-print" onClick={() => setWrong(contact)}>
                      {t.takeBack}
                    </Button>
                  )}
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
      {wrong && <TakeBackForm file={file} contact={wrong} onClose={() => setWrong(undefined)} />}
      {again && <ContactForm file={file} workflow={workflow} old={again} onClose={() => setAgain(undefined)} />}
    </Section>
  );
}

function Words({ of: contact, workflow }: { of: ContactView; workflow: WorkflowView }) {
  const p = useText(pageText);
  const names = useCaseNames();
  const reason = { field: 'holdoutReason', ...workflow.fieldSpecs.holdoutReason! };
  return (
    <>
      <b>{p.contacts[contact.type]}</b>
      {contact.matter && <span> – {wordOf(p.matters, contact.matter)}</span>}
      {contact.amountVnd !== null && (
        <>
          {' '}
          <b className="contact-amount">{money(contact.amountVnd)}</b>
        </>
      )}
      {contact.reason && <div className="small">{names.value(reason, contact.reason)}</div>}
      {contact.note && <p className="timeline-note">{contact.note}</p>}
    </>
  );
}
