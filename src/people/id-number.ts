import type { Sealing } from '../platform/sealing.js';

/** A citizen's number (CMND 9 digits, CCCD 12) as it is compared: its digits. */
export const idDigits = (typed: string): string => typed.replace(/\D/g, '');

const about = 'id-number';

/** What is kept of a number: the number sealed, and the hash it is found by. */
export function keptIdNumber(sealing: Sealing, typed: string | undefined | null) {
  const digits = typed ? idDigits(typed) : '';
  if (!digits) return { idNumber: null, idHash: null };
  return { idNumber: sealing.seal(digits, about), idHash: sealing.keyedHash(digits) };
}

export const openIdNumber = (sealing: Sealing, kept: string): string => sealing.open(kept, about);

/** As everybody sees it: enough to tell two people apart, too little to be used. */
export function maskedIdNumber(sealing: Sealing, kept: string | null): string | null {
  if (kept === null) return null;
  const digits = openIdNumber(sealing, kept);
  return `${digits.slice(0, 3)}${'*'.repeat(Math.max(1, digits.length - 7))}${digits.slice(-4)}`;
}
