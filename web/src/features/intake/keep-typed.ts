import { memoryOf } from '../../app/own-memory.js';
import type { Draft } from './intake-draft.js';
import { readSignatories } from './read-signatories.js';

/** What was typed of a petition just saved, for its receipt. */
export function keepTyped(accountId: number, code: string, draft: Draft): void {
  const { anonymous, sender, content, signatories } = draft;
  memoryOf(accountId).typed.set(code, {
    petitioner: anonymous ? undefined : sender,
    signatories: readSignatories(signatories).signatories.length,
    content: content.trim(),
  });
}
