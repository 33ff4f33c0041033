import type { EntityManager } from 'typeorm';
import { opensSecretsOf } from '../access/secrets.js';
import { openText, unsealContent } from '../audit/seal-content.js';
import { hidden } from '../domain/protection.js';
import { maskedIdNumber, openIdNumber } from '../people/id-number.js';
import type { Officer } from '../platform/officer.js';
import { sealingOf, type Sealing, type SealKey } from '../platform/sealing.js';
import type { CaseFile } from './case-file.entity.js';
import { keyOf } from './protect-case.js';

/** `closed`: may not be opened by this reader · `sealed`: may, with a reason · `opened`: has just been. */
export const protections = ['none', 'closed', 'sealed', 'opened'] as const;
export type Protection = (typeof protections)[number];

/** What one reader sees of the words of some cases; sealed unless he has opened them with a reason. */
export class Eyes {
  constructor(
    private readonly sealing: Sealing,
    private readonly cases: ReadonlyMap<number, { key: SealKey | undefined; protection: Protection }>,
    private readonly withReason: boolean,
  ) {}

  protectionOf(caseId: number): Protection {
    return this.cases.get(caseId)!.protection;
  }

  /** One text, fields, or the before and after of a line of history. */
  content<T>(caseId: number, value: T): T {
    return unsealContent(value, (sealed) => this.opened(caseId, sealed));
  }

  /** An identity number: masked, and whole only to whoever gave a reason. */
  number(caseId: number, kept: string | null): string | null {
    if (kept === null || this.hides(caseId)) return null;
    return this.withReason ? openIdNumber(this.sealing, kept) : maskedIdNumber(this.sealing, kept);
  }

  /** Whether the words of the case are kept back from this reader as things stand. */
  hides(caseId: number): boolean {
    return ['closed', 'sealed'].includes(this.protectionOf(caseId));
  }

  private opened(caseId: number, sealed: string): string {
    return this.hides(caseId) ? hidden : (openText(this.cases.get(caseId)!.key, sealed) ?? hidden);
  }
}

/** The eyes of an officer on these cases; `withReason` once he has given one and it is written down. */
export async function eyesOf(
  manager: EntityManager,
  officer: Officer,
  files: readonly CaseFile[],
  withReason: boolean,
): Promise<Eyes> {
  const secret = files.filter((file) => file.protected).map(({ id }) => id);
  const may = await opensSecretsOf(manager, officer, secret);
  const protectionOf = (file: CaseFile): Protection => {
    if (!file.protected) return 'none';
    if (!may.has(file.id)) return 'closed';
    return withReason ? 'opened' : 'sealed';
  };
  const seen = files.map((file) => [file.id, { key: keyOf(manager, file), protection: protectionOf(file) }] as const);
  return new Eyes(sealingOf(manager), new Map(seen), withReason);
}
