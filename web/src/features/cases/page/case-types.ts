import type { AskedField, AskedPaper, FieldError, FieldValue } from '../step-draft.js';

interface Brief {
  id: number;
  code: string;
  title: string;
  kind: string;
  state: string;
  stateVi: string;
  stateEn: string;
}

export interface ClockView {
  id: number;
  clock: string;
  vi: string;
  en?: string;
  status: 'running' | 'paused' | 'stopped' | 'waived' | 'replaced';
  kind: string;
  triggerOn: string;
  dueOn: string | null;
  daysLeft: number | null;
  overdue: boolean;
  words: string;
  proof: {
    date: string;
    rolledFrom?: string;
    lastSafeWorkingDay: string;
    lawfulFrom?: string;
    skipped: { day: string; why: string }[];
    assumptions: string[];
  } | null;
  rule: { id: string; act: string; article: string; meaning: string; actor: string; basis: 'found' | 'recalled'; needsReview: boolean; note: string | null };
  pauses: { from: string; to?: string }[];
  extensions: { on: string; grade: string; reason: string; documentNumber: string }[];
  stoppedOn: string | null;
  daysUsed: number | null;
  daysLate: number | null;
}

export interface OpenAction {
  action: string;
  vi: string;
  en: string;
  to: string;
  toVi: string;
  toEn?: string;
  needs: AskedPaper[];
  fields: AskedField[];
  only: Record<string, FieldValue>;
  lacks: (FieldError & { code: string; lawfulFrom?: string })[];
}

export interface HistoryLine {
  id: number;
  at: string;
  onDay: string | null;
  action: string;
  actionVi: string;
  actionEn?: string;
  fromState: string | null;
  toState: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  note: string | null;
  illustrative: boolean;
  by: string | null;
  accountId: number | null;
}

export interface ContactView {
  id: number;
  type: 'visit' | 'persuasion' | 'dialogue' | 'offer';
  matter: string | null;
  onDay: string;
  reason: string | null;
  amountVnd: number | null;
  note: string | null;
  accountId: number | null;
}

export interface PaperView {
  id: number;
  caseId: number;
  name: string;
  nameVi: string;
  number: string | null;
  onDay: string | null;
  fileName: string | null;
  size: number | null;
  at: string;
  hasFile: boolean;
}

export interface PersonView {
  personId: number;
  role: 'holder' | 'kin' | 'petitioner' | 'signatory';
  caseId: number;
  name: string;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
}

export interface CaseView {
  id: number;
  kind: string;
  kindVi: string;
  kindEn?: string;
  code: string;
  title: string;
  variant: string | null;
  state: string;
  stateVi: string;
  stateEn: string;
  phase: 'open' | 'holdout' | 'waiting' | 'closed';
  outcome: string | null;
  stateSince: string;
  daysInState: number;
  openedOn: string;
  receivedAt: string;
  closedOn: string | null;
  version: number;
  assignee: { id: number; name: string; active: boolean } | null;
  residentialGroupId: number | null;
  residentialGroup?: string | null;
  holdoutReason: string | null;
  amountVnd: number | null;
  illustrative: string[];
  fields: { name: string; vi: string; value: FieldValue; illustrative: boolean }[];
  people: PersonView[];
  counts: { letters: number; matters: number; people: number } | null;
  clocks: ClockView[];
  documents: PaperView[];
  contacts: ContactView[];
  history: HistoryLine[];
  links: {
    project: Brief | null;
    household: Brief | null;
    firstPetition: Brief | null;
    mergedInto: Brief | null;
    duplicates: Brief[];
    petitions: Brief[];
    graves: Brief[];
  };
  hasOpenComplaint: boolean;
  reminders: { id: number; rung: string; recipientId: number; sendAt: string; status: 'planned' | 'sent' | 'withdrawn'; sentAt: string | null; dueOn: string | null; deadlineId: number | null }[];
  actions: OpenAction[];
}

export interface WorkflowAction {
  vi: string;
  en: string;
  from: string[];
  to?: string;
  by: string[];
  for?: string[];
}

export interface WorkflowView {
  kind: string;
  vi: string;
  en: string;
  initial: string;
  opening: { by: string[]; fields?: string[]; may?: string[] };
  states: Record<string, { vi: string; en: string; phase: string }>;
  actions: Record<string, WorkflowAction>;
  documentNames: Record<string, string>;
  fieldSpecs: Record<string, { vi: string; type: string; of?: Record<string, string> }>;
  clockNames: Record<string, string>;
}

export type BriefView = Brief;
