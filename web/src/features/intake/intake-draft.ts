import type { components } from '../../api/schema.js';
import type { FieldError, PaperDrafts } from '../cases/step-draft.js';
import { idNumberFault, phoneFault } from '../cases/page/person-checks.js';
import { readSignatories } from './read-signatories.js';
import type { Variant } from './kinds-of-petition.js';
import type { text } from './intake.text.js';

export interface Sender {
  /** Somebody the ward knows; the rest is then only shown. */
  personId?: number;
  /** Their earlier files. */
  files?: components['schemas']['FileOfPerson'][];
  name: string;
  idNumber: string;
  phone: string;
  address: string;
}

export interface Household {
  code: string;
  title: string;
}

/** All the clerk has typed, saved or not. */
export interface Draft {
  receivedOn: string | undefined;
  /** Why what stands in a field cannot be read, by field. */
  unreadable: Readonly<Record<string, string>>;
  channel: string;
  anonymous: boolean;
  sender: Sender;
  group: string;
  content: string;
  field: string;
  variant: Variant | '';
  classifyNow: boolean;
  /** Whether who sends it is kept secret; until the clerk says, a denunciation is. */
  protect: boolean | undefined;
  slipNumber: string;
  decisionBy: string;
  decisionDate: string | undefined;
  /** One co-signatory a line. */
  signatories: string;
  letters: number | undefined;
  matters: number | undefined;
  others: readonly { content: string; field: string }[];
  project: string;
  household: Household | undefined;
  papers: PaperDrafts;
  mergeInto: string | undefined;
  closeSession: boolean;
}

export const noSender: Sender = { name: '', idNumber: '', phone: '', address: '' };

export const emptyDraft = (today: string): Draft => ({
  receivedOn: today,
  unreadable: {},
  channel: 'office',
  anonymous: false,
  sender: noSender,
  group: '',
  content: '',
  field: '',
  variant: '',
  classifyNow: false,
  protect: undefined,
  slipNumber: '',
  decisionBy: '',
  decisionDate: undefined,
  signatories: '',
  letters: undefined,
  matters: undefined,
  others: [],
  project: '',
  household: undefined,
  papers: { petition: {} },
  mergeInto: undefined,
  closeSession: true,
});

/** A letter that denounces is protected from the counter on, whatever it is called in the end. */
export const isProtected = ({ protect, variant, content }: Draft): boolean =>
  protect ?? (variant === 'denunciation' || /tố\s+cáo/i.test(content.normalize('NFC')));

/** What is plainly wrong before anything is sent, each at its field. */
export function draftErrors(draft: Draft, t: typeof text.vi): FieldError[] {
  const errors: FieldError[] = [];
  const lack = (field: string, detail: string) => errors.push({ field, detail });
  const { sender } = draft;
  for (const [field, problem] of Object.entries(draft.unreadable)) lack(field, problem);
  if (!draft.anonymous && sender.personId === undefined) {
    if (!sender.name.trim()) lack('people', t.nameMissing);
    const [badId, badPhone] = [idNumberFault(sender, t), phoneFault(sender, t)];
    if (badId) lack('idNumber', badId);
    if (badPhone) lack('phone', badPhone);
  }
  if (!draft.content.trim()) lack('content', t.contentMissing);
  draft.others.forEach((other, i) => !other.content.trim() && lack(`others.${i}`, t.contentMissing));
  const { signatories, bad } = readSignatories(draft.signatories);
  if (bad.length > 0) lack('signatories', t.badLines(bad.join(', ')));
  if (signatories.length > 499) lack('signatories', t.tooMany);
  if (draft.variant && draft.classifyNow && !draft.mergeInto && !draft.slipNumber.trim())
    lack('slipNumber', t.slipMissing);
  return errors;
}

/** The people of the petition as the server takes them. */
function peopleOf({ anonymous, sender, signatories }: Draft) {
  const { personId, name, idNumber, phone, address } = sender;
  const known = personId !== undefined;
  const petitioner = known
    ? { role: 'petitioner' as const, personId }
    : {
        role: 'petitioner' as const,
        name: name.trim(),
        ...(idNumber.trim() && { idNumber: idNumber.replace(/\s/g, '') }),
        ...(phone.trim() && { phone: phone.trim() }),
        ...(address.trim() && { address: address.trim() }),
      };
  return [
    ...(anonymous ? [] : [petitioner]),
    ...readSignatories(signatories).signatories.map((someone) => ({ role: 'signatory' as const, ...someone })),
  ];
}

/** The request that opens the petition, or the one split from it with `other`. */
export function bodyOf(
  draft: Draft,
  note: string | undefined,
  other?: { content: string; field: string; first: string },
) {
  const fields = {
    content: (other?.content ?? draft.content).trim(),
    channel: draft.channel,
    ...((other?.field ?? draft.field) && { field: other?.field ?? draft.field }),
    ...(draft.anonymous && { anonymous: true }),
    ...(isProtected(draft) && { protectSender: true }),
    ...(!other && {
      ...(draft.letters !== undefined && { letters: draft.letters }),
      ...(draft.matters !== undefined && { matters: draft.matters }),
      ...(draft.variant === 'complaint' && {
        ...(draft.decisionBy && { decisionBy: draft.decisionBy }),
        ...(draft.decisionDate && { decisionDate: draft.decisionDate }),
      }),
    }),
  };
  return {
    kind: 'citizen-petition' as const,
    on: draft.receivedOn,
    fields,
    people: peopleOf(draft),
    documents: Object.entries(draft.papers)
      // A paper with its scan is sent with the scan.
      .filter(([, paper]) => !paper.file)
      .map(([name, { number, on }]) => ({ name, ...(number && { number }), ...(on && { on }) })),
    ...(draft.project && { project: draft.project }),
    ...(draft.household && { household: draft.household.code }),
    ...(draft.group && { residentialGroupId: Number(draft.group) }),
    ...(other && { firstPetition: other.first }),
    ...(note && { note }),
  };
}
