import type { Draft } from './intake-draft.js';
import { readSignatories } from './read-signatories.js';

/** What the receipt needs of a petition whose server copy the clerk may not open: it lives in this tab's memory only. */
interface Typed {
  petitioner: { name: string; idNumber: string; phone: string; address: string } | undefined;
  signatories: number;
  content: string;
}

const typed = new Map<string, Typed>();

export function keepTyped(code: string, { anonymous, sender, content, signatories }: Draft): void {
  typed.set(code, {
    petitioner: anonymous ? undefined : sender,
    signatories: readSignatories(signatories).signatories.length,
    content: content.trim(),
  });
}

export const typedOf = (code: string): Typed | undefined => typed.get(code);
