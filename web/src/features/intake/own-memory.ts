import type { Draft } from './intake-draft.js';
import { readSignatories } from './read-signatories.js';

/** What the receipt needs of a petition whose server copy the clerk may not open. */
interface Typed {
  petitioner: { name: string; idNumber: string; phone: string; address: string } | undefined;
  signatories: number;
  content: string;
}

interface Memory {
  draft: Draft | undefined;
  typed: Map<string, Typed>;
}

const nothing = (): Memory => ({ draft: undefined, typed: new Map() });
let memory = nothing();
let owner = 0;

/**
 * What one person has typed at the counter. It lives in this tab's memory only, never in the browser's store, and is
 * dropped once somebody else signs in here.
 */
export function memoryOf(accountId: number): Memory {
  if (owner !== accountId) memory = nothing();
  owner = accountId;
  return memory;
}

export function keepTyped(accountId: number, code: string, draft: Draft): void {
  const { anonymous, sender, content, signatories } = draft;
  memoryOf(accountId).typed.set(code, {
    petitioner: anonymous ? undefined : sender,
    signatories: readSignatories(signatories).signatories.length,
    content: content.trim(),
  });
}
