import type { Draft } from '../features/intake/intake-draft.js';

/** What the receipt needs of a petition whose server copy the clerk may not open. */
interface Typed {
  petitioner: { name: string; idNumber: string; phone: string; address: string } | undefined;
  signatories: number;
  content: string;
}

interface Memory {
  /** The petition at the counter. */
  draft: Draft | undefined;
  /** Petitions saved, by code. */
  typed: Map<string, Typed>;
  /** What stands in forms not yet saved: by form, then by entry. */
  forms: Map<string, Readonly<Record<string, unknown>>>;
}

const nothing = (): Memory => ({ draft: undefined, typed: new Map(), forms: new Map() });
let memory = nothing();
let owner = 0;

/**
 * What one person has typed and not saved. It lives in this tab's memory only, never in the browser's store, and is
 * dropped once somebody else signs in here.
 */
export function memoryOf(accountId: number): Memory {
  if (owner !== accountId) memory = nothing();
  owner = accountId;
  return memory;
}

/** Whether something typed waits for whoever was signed in to come back. */
export const typedWaits = (): boolean =>
  memory.forms.size > 0 || Boolean(memory.draft && (memory.draft.content.trim() || memory.draft.sender.name.trim()));
