import type { EntityManager } from 'typeorm';
import { ChangeState } from '../../src/cases/change-state.js';
import { CorrectCase } from '../../src/cases/correct-case.js';
import { assign } from '../../src/cases/assign-case.js';
import { OpenCase } from '../../src/cases/open-case.js';
import { ReopenCase } from '../../src/cases/reopen-case.js';
import type { CaseRole } from '../../src/cases/case-person.entity.js';
import { Clock } from '../../src/platform/clock.js';
import type { Transaction } from '../../src/platform/transaction.js';
import { ReminderQueue } from '../../src/reminders/reminder-queue.js';
import { DomainError } from '../../src/domain/errors.js';
import { workflowOf } from '../../src/domain/kinds/registry.js';
import { addDays, at, plainDate, type PlainDate } from '../../src/domain/plain-date.js';
import { fieldSpecs, type FieldName } from '../../src/domain/workflow/fields.js';
import type { Action, Variant } from '../../src/domain/workflow/workflow.js';
import type { Ward } from '../support/ward.js';

/** Whole numbers below `n`, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

interface Made {
  id: number;
  code: string;
  state: string;
  version: number;
}

/** What few cases come to at random, and the forms count. */
const wantedOnward = [
  ...[
    'classify-as-complaint',
    'classify-as-denunciation',
    'classify-as-request',
    'decide-complaint',
    'conclude',
    'send-conclusion',
  ],
  ...['record-second-complaint', 'record-second-decision', 'record-final', 'record-carrying-out'],
  ...['serve-notice', 'record-inventory', 'confirm-origin', 'include-in-plan', 'record-handover'],
  ...['approve-plan', 'record-payment', 'deposit-money', 'record-recovery', 'urge-answer', 'record-outside-answer'],
  ...['record-repeat', 'stop-withdrawn-denunciation', 'hold', 'record'],
];

/** Cases that officers have walked through their workflows at random, over two years up to the ward's today. */
export class TwoYears {
  readonly first = plainDate('2024-07-01');
  readonly roll;
  /** Dice of its own: who is given a case changes nothing else. */
  private readonly handing;
  private findings = 0;
  private readonly use: { open: OpenCase; change: ChangeState; correct: CorrectCase; reopen: ReopenCase };

  constructor(
    private readonly ward: Ward,
    private readonly manager: EntityManager,
    private readonly last: PlainDate,
    seed = 11,
  ) {
    this.roll = dice(seed);
    this.handing = dice(seed + 1);
    // The use cases write inside the given transaction instead of opening their own.
    const inside = { run: (write) => write(manager) } as Pick<Transaction, 'run'> as Transaction;
    const [clock, queue] = [ward.app.get(Clock), ward.app.get(ReminderQueue)];
    this.use = {
      open: new OpenCase(inside, clock, queue),
      change: new ChangeState(inside, clock, queue),
      correct: new CorrectCase(inside, clock, queue),
      reopen: new ReopenCase(inside, clock, queue),
    };
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)]!;
  }

  private value(name: FieldName, on: PlainDate): string | number | boolean {
    const spec = fieldSpecs[name];
    switch (spec.type) {
      case 'choice': {
        // In turn, since few petitions come to a decision.
        const keys = Object.keys(spec.of);
        if (name === 'denounced') return 'ward-staff';
        if (name === 'decisionBy') return 'ward';
        return name === 'finding' ? keys[this.findings++ % keys.length]! : this.pick(keys);
      }
      case 'day':
        return on;
      case 'vnd':
        return 1_000 * (1 + this.roll(900_000));
      case 'area':
        return `${1 + this.roll(900)}.${1 + this.roll(9)}`;
      case 'integer':
        return ('least' in spec ? spec.least : 1) + this.roll(9);
      case 'boolean':
        return this.roll(2) === 0;
      default:
        return `Nội dung ${this.roll(1000)}`;
    }
  }

  /** Opens a case on a day of the two years, for one of two officers or for nobody yet. */
  async open(kind: string, given: object = {}): Promise<{ file: Made; on: PlainDate }> {
    const { 'can-bo': one, 'can-bo-2': other, 'lanh-dao': chief } = this.ward.officers;
    const on = (given as { on?: PlainDate }).on ?? addDays(this.first, this.roll(660));
    const assigneeId = this.pick([one.id, one.id, other.id, undefined]);
    const file = await this.use.open.run({ kind, assigneeId, ...given, on }, chief);
    return { file, on };
  }

  person<R extends CaseRole>(role: R) {
    const number = 1000 + this.roll(9000);
    return {
      role,
      name: `Người ${number}`,
      ...(this.roll(3) > 0 && { idNumber: `07900000${number}` }),
      ...(this.roll(2) === 0 && { address: `Tổ ${number % 7}` }),
    };
  }

  petition(given: { firstPetition?: string | undefined; at?: PlainDate | undefined }) {
    const { firstPetition, at } = given;
    const senders = this.pick(firstPetition ? [1, 6] : at ? [1, 2, 6] : [1, 1, 1, 2, 6]);
    return this.open('citizen-petition', {
      fields: {
        content: `Đơn thử ${this.roll(1000)}`,
        channel: at ? 'reception' : this.pick(['reception', 'reception', 'post', 'office', 'online']),
        ...(this.roll(5) > 0 && {
          field: this.pick(['land', 'land', 'construction', 'environment', 'policy', 'other']),
        }),
        ...(this.roll(4) === 0 && { letters: 1 + this.roll(4) }),
        ...(this.roll(4) === 0 && { matters: 1 + this.roll(3) }),
        ...(this.roll(9) === 0 && { anonymous: true }),
      },
      people: Array.from({ length: senders }, (_, i) => this.person(i === 0 ? 'petitioner' : 'signatory')),
      ...(firstPetition && { firstPetition }),
      ...(at && { on: at }),
    });
  }

  /**
   * Steps taken at random until the days are over; what the rules refuse is not taken. Some closed cases are reopened;
   * of some the day of the last step or the amount was typed wrongly. `onward`: towards the end, not about.
   */
  async walk(
    kind: string,
    { file, on: from }: { file: Made; on: PlainDate },
    most: number,
    onward = false,
  ): Promise<Made> {
    const { states } = workflowOf(kind);
    const pace = this.pick(onward ? [8, 8, 60] : [22]);
    let variant: Variant | undefined;
    let on = from;
    let now = file;
    const been = [file.state];
    for (let tries = 0; tries < most; tries++) {
      const later = addDays(on, this.roll(pace));
      if (later > this.last) break;
      on = later;
      if (states[now.state]!.phase === 'closed' && this.roll(2) === 0) {
        const again = { version: now.version, on, reason: 'Còn thiếu', toState: this.pick(been), restart: [] };
        now = (await this.unlessRefused(this.use.reopen.run(now.id, again, this.ward.officers['lanh-dao']))) ?? now;
        break;
      }
      const chosen = this.choice(kind, now, variant, been, onward);
      if (!chosen) break;
      // Nobody complained again in the time there was for it.
      if (chosen[0] === 'record-final') on = addDays(on, 40);
      if (on > this.last) break;
      const taken = await this.step(now, chosen, on);
      if (!taken) continue;
      variant = chosen[1].sets ?? variant;
      if (chosen[1].to && states[taken.state]!.phase !== 'closed') been.push(taken.state);
      now = await this.reassign(taken, on);
    }
    return this.roll(6) === 0 ? this.correct(kind, now, on) : now;
  }

  /** Now and then a case is given to somebody else, or to nobody, on the day of a step; also twice on one day. */
  private async reassign(file: Made, on: PlainDate): Promise<Made> {
    if (this.handing(4) > 0) return file;
    const { 'can-bo': one, 'can-bo-2': other, 'tiep-dan': clerk, 'lanh-dao': chief } = this.ward.officers;
    const assigneeId = [one.id, other.id, clerk.id, null][this.handing(4)]!;
    const given = { version: file.version, assigneeId };
    const written = this.unlessRefused(
      assign(this.manager, file.id, given, chief, at(on, '16:00')).then(({ changed }) => changed),
    );
    return (await written) ?? file;
  }

  private choice(kind: string, { state }: Made, variant: Variant | undefined, been: string[], onward: boolean) {
    const { actions, states } = workflowOf(kind);
    const open = Object.entries(actions).filter(
      ([, action]) =>
        action.from.includes(state) && (!action.for || (variant !== undefined && action.for.includes(variant))),
    );
    if (!onward) return this.pick(open);
    const wanted = open.filter(([name]) => wantedOnward.includes(name));
    const fresh = open.filter(([, { to }]) => to && !been.includes(to) && states[to]!.phase !== 'closed');
    return this.pick([wanted, fresh, open].find((some) => some.length > 0 && this.roll(6) > 0) ?? open);
  }

  private async correct(kind: string, file: Made, on: PlainDate): Promise<Made> {
    const fields = kind.endsWith('-file') || kind.startsWith('grave') ? { amountVnd: this.value('amountVnd', on) } : {};
    const given = { version: file.version, reason: 'Nhập nhầm', fields, lastStepOn: addDays(on, -1 - this.roll(4)) };
    return (await this.unlessRefused(this.use.correct.run(file.id, given, this.ward.officers['lanh-dao']))) ?? file;
  }

  private async step(file: Made, [name, action]: [string, Action], on: PlainDate): Promise<Made | undefined> {
    const asked = [...(action.fields ?? []), ...(action.may ?? []).filter(() => this.roll(3) > 0)];
    const fields = Object.fromEntries(asked.map((field) => [field, this.value(field, on)]));
    const { officers } = this.ward;
    const by = action.by.includes('supervisor') ? officers['lanh-dao'] : officers['can-bo'];
    // Kept sealed for a petition, where SQL still knows it by the case.
    const number = () => (file.code.startsWith('DT') ? String(file.id) : String(this.roll(900)));
    return this.unlessRefused(
      this.use.change.run(
        file.id,
        name,
        {
          version: file.version,
          on,
          fields: { ...fields, ...action.only },
          documents: (action.needs ?? []).map((paper) => ({ name: paper, number: number(), on })),
        },
        by,
      ),
    );
  }

  private async unlessRefused(act: Promise<Made>): Promise<Made | undefined> {
    try {
      return await act;
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}
