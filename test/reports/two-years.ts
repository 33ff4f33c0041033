import type { EntityManager } from 'typeorm';
import { ChangeState } from '../../src/cases/change-state.js';
import { OpenCase } from '../../src/cases/open-case.js';
import { Clock } from '../../src/platform/clock.js';
import type { Transaction } from '../../src/platform/transaction.js';
import { ReminderQueue } from '../../src/reminders/reminder-queue.js';
import { DomainError } from '../../src/domain/errors.js';
import { workflowOf } from '../../src/domain/kinds/registry.js';
import { addDays, plainDate, type PlainDate } from '../../src/domain/plain-date.js';
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

/** Cases that officers have walked through their workflows at random, over two years up to the ward's today. */
export class TwoYears {
  readonly first = plainDate('2024-07-01');
  private readonly roll;
  private readonly use: { open: OpenCase; change: ChangeState };

  constructor(
    private readonly ward: Ward,
    manager: EntityManager,
    private readonly last: PlainDate,
    seed = 7,
  ) {
    this.roll = dice(seed);
    // The use cases write inside the given transaction instead of opening their own.
    const inside = { run: (write) => write(manager) } as Pick<Transaction, 'run'> as Transaction;
    const [clock, queue] = [ward.app.get(Clock), ward.app.get(ReminderQueue)];
    this.use = { open: new OpenCase(inside, clock, queue), change: new ChangeState(inside, clock, queue) };
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)]!;
  }

  private value(name: FieldName, on: PlainDate): string | number | boolean {
    const spec = fieldSpecs[name];
    switch (spec.type) {
      case 'choice':
        return this.pick(Object.keys(spec.of));
      case 'day':
        return on;
      case 'vnd':
        return 1_000 * (1 + this.roll(900_000));
      case 'area':
        return `${1 + this.roll(900)}.${1 + this.roll(9)}`;
      case 'integer':
        return 1 + this.roll(9);
      case 'boolean':
        return this.roll(2) === 0;
      default:
        return `Nội dung ${this.roll(1000)}`;
    }
  }

  /** Opens a case on a day of the two years. */
  async open(kind: string, given: object = {}): Promise<{ file: Made; on: PlainDate }> {
    const on = addDays(this.first, this.roll(660));
    const file = await this.use.open.run({ kind, on, ...given }, this.ward.officers['lanh-dao']);
    return { file: file, on };
  }

  petition(firstPetition?: string) {
    const senders = this.pick([1, 1, 1, 2, 6]);
    return this.open('citizen-petition', {
      fields: {
        content: 'Đơn thử',
        channel: this.pick(['reception', 'post', 'office', 'online']),
        ...(this.roll(5) > 0 && {
          field: this.pick(['land', 'land', 'construction', 'environment', 'policy', 'other']),
        }),
        ...(this.roll(4) === 0 && { letters: 1 + this.roll(4) }),
        ...(this.roll(4) === 0 && { matters: 1 + this.roll(3) }),
        ...(this.roll(9) === 0 && { anonymous: true }),
      },
      people: Array.from({ length: senders }, (_, i) => ({
        role: i === 0 ? 'petitioner' : 'signatory',
        name: `Người ${this.roll(9000)}`,
      })),
      ...(firstPetition && { firstPetition }),
    });
  }

  /** Steps taken at random until none is open, or the days are over. What the rules refuse is not taken. */
  async walk(kind: string, { file, on: from }: { file: Made; on: PlainDate }, most = 6): Promise<Made> {
    const { actions } = workflowOf(kind);
    let variant: Variant | undefined;
    let on = from;
    let now = file;
    for (let tries = 0; tries < most; tries++) {
      on = addDays(on, this.roll(22));
      if (on > this.last) break;
      const open = Object.entries(actions).filter(
        ([, action]) =>
          action.from.includes(now.state) && (!action.for || (variant !== undefined && action.for.includes(variant))),
      );
      if (open.length === 0) break;
      const chosen = this.pick(open);
      const taken = await this.step(now, chosen, on);
      if (taken) variant = chosen[1].sets ?? variant;
      now = taken ?? now;
    }
    return now;
  }

  private async step(file: Made, [name, action]: [string, Action], on: PlainDate): Promise<Made | undefined> {
    const asked = [...(action.fields ?? []), ...(action.may ?? []).filter(() => this.roll(2) === 0)];
    const fields = Object.fromEntries(asked.map((field) => [field, this.value(field, on)]));
    const { officers } = this.ward;
    const by = action.by.includes('supervisor') ? officers['lanh-dao'] : officers['can-bo'];
    try {
      return await this.use.change.run(
        file.id,
        name,
        {
          version: file.version,
          on,
          fields: { ...fields, ...action.only },
          documents: (action.needs ?? []).map((paper) => ({ name: paper, number: String(this.roll(900)), on })),
        },
        by,
      );
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}
