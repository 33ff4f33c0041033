import type { ClockName } from '../law/clocks.js';
import type { DocumentName } from './documents.js';
import type { FieldName, FieldValues } from './fields.js';

export const roles = ['clerk', 'officer', 'supervisor', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `holdout` has not agreed or is blocked · `waiting` for others or for a term to end · `closed` nothing more to do. */
export const phases = ['open', 'holdout', 'waiting', 'closed'] as const;
export type Phase = (typeof phases)[number];

/** What an agreement is sought for; a compulsory step needs a dated persuasion record on the same matter. */
export type PersuasionMatter = 'inventory' | 'plan' | 'handover' | 'grave';

/** What a petition is in law, known once it is classified; actions may be open to some variants only. */
export const variants = ['complaint', 'denunciation', 'proposal', 'reflection', 'request'] as const;
export type Variant = (typeof variants)[number];
/** What the ward calls each kind of petition. */
export const variantNames: Record<Variant, string> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  proposal: 'Kiến nghị',
  reflection: 'Phản ánh',
  request: 'Đề nghị',
};

export interface State {
  vi: string;
  en: string;
  phase: Phase;
}

/** A clock to start: from the day of the act, or from the day in a field; some take their length from a field. */
export interface ClockStart {
  clock: ClockName;
  from?: FieldName;
  termFrom?: FieldName;
  /** Starts only where the field holds one of these values. */
  when?: { field: FieldName; is: readonly string[] };
}

/**
 * One lawful step. The papers it `needs` and the `fields` it asks for describe this act, so they come with the
 * request: the persuasion minutes of last year prove nothing of today's session. `onFile` names those of them that
 * describe the case or an earlier act, where what is in the file already is enough. `may` fields are optional.
 */
export interface Action<S extends string = string> {
  vi: string;
  en: string;
  from: readonly S[];
  /** States in which it may be taken too while a clock it stops runs: the case stays there, and nothing starts. */
  alsoIn?: readonly S[];
  /** Not once one of these papers is in the file, nor while one of these clocks goes on. */
  unlessFiled?: readonly DocumentName[];
  unlessRuns?: readonly ClockName[];
  /** Absent: the case stays in its state. */
  to?: S;
  by: readonly Role[];
  for?: readonly Variant[];
  sets?: Variant;
  needs?: readonly DocumentName[];
  fields?: readonly FieldName[];
  onFile?: readonly (DocumentName | FieldName)[];
  may?: readonly FieldName[];
  /** The value a field must have for this step to be the right one. */
  only?: Partial<FieldValues>;
  starts?: readonly (ClockName | ClockStart)[];
  stops?: readonly ClockName[] | 'all';
  /** Of `all` those that run on: land handed over is not yet paid for. */
  keeps?: readonly ClockName[];
  pauses?: readonly ClockName[];
  resumes?: readonly ClockName[];
  extends?: ClockName;
  /** What this step makes needless: the wait a holder consents to end (Luật Đất đai 2013 Điều 67 khoản 2; 2024 Điều 85 khoản 2). */
  waives?: readonly ClockName[];
  /** Waits that must have ended (or been waived) before the day of the act. */
  after?: readonly ClockName[];
  /** The same, but bars nothing where the wait never started: a re-issued notice is not every project's. */
  afterIfStarted?: readonly ClockName[];
  /** Terms that must not have run out by the day of the act, where they run. */
  within?: readonly ClockName[];
  /** Asked too in these states where the clock was ever started: a refusal is not got round by depositing the money. */
  whereStarted?: {
    clock: ClockName;
    in: readonly S[];
    persuaded: PersuasionMatter;
    after: readonly ClockName[];
  };
  /**
   * From these states only under the law that sets this duty: its clock goes on, and it is law on the day of the act. The
   * 2013 law decides recovery together with the plan, the 2024 law once the holder is paid.
   */
  underLaw?: { in: readonly S[]; clock: ClockName };
  /** Duties that a step open in the same place must answer first. Of a step that ends all clocks, every duty it ends, unless this is empty. */
  answered?: readonly ClockName[];
  /** Needs at least one dated persuasion record on this matter. */
  persuaded?: PersuasionMatter;
  /** Is itself a persuasion session on this matter: leaves a dated record. */
  persuades?: PersuasionMatter;
  /** Barred on days off and around Tết (Luật Đất đai 2024, Điều 89 khoản 1 điểm b). */
  enforcement?: true;
  /** Only for a petition within the ward's competence (by the fields asked for); otherwise it is guided or transferred. */
  competent?: true;
  /** Off the usual road: told last, and never as the next step while another is open. */
  aside?: true;
  /** How the case ended, kept with the case: donated, withdrawn, answered… */
  outcome?: string;
}

/** The actions of one part of a workflow that is too long for one file. */
export type Actions<S extends string> = Record<string, Action<S>>;

export interface Workflow<S extends string = string> {
  kind: string;
  vi: string;
  en: string;
  /** Prefix of generated case codes. */
  prefix: string;
  initial: S;
  /** Clocks that start when the case is opened. */
  opening: {
    by: readonly Role[];
    fields?: readonly FieldName[];
    may?: readonly FieldName[];
    starts?: readonly (ClockName | ClockStart)[];
  };
  states: Record<S, State>;
  actions: Actions<S>;
}

/** The step as it is taken in a state. */
export const stepIn = (state: string, action: Action): Action =>
  action.alsoIn?.includes(state) ? { ...action, to: undefined, starts: undefined } : action;

/** The clocks a step starts, each with all there is to say of its start. */
export const startsOf = ({ starts = [] }: Pick<Action, 'starts'>): ClockStart[] =>
  starts.map((start) => (typeof start === 'string' ? { clock: start } : start));

export const clocksStartedBy = (action: Pick<Action, 'starts'>): ClockName[] =>
  startsOf(action).map(({ clock }) => clock);

/** How a workflow starts a clock that counts from a field or takes its term from one; undefined for any other. */
export const startOf = ({ opening, actions }: Workflow, clock: ClockName): ClockStart | undefined =>
  [opening, ...Object.values(actions)]
    .flatMap(({ starts = [] }) => starts)
    .find((start): start is ClockStart => typeof start !== 'string' && start.clock === clock);

/** Checks at compile time that every state and clock named by an action exists. */
export const defineWorkflow = <const S extends string>(workflow: Workflow<S>): Workflow<S> => workflow;
