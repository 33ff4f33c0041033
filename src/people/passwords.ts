import { createHash, randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** What the database keeps of a session's or an invitation's secret: too long to be guessed, so it needs no salt. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** One keyboard composes "ậ", another sends its parts: the same password. */
const asTyped = (password: string) => password.normalize('NFC');

/** The parameters OWASP names for argon2id: 19 MiB, two passes, one lane; a sign-in costs an office PC about 50 ms. */
export const hashPassword = (password: string): Promise<string> =>
  argon2.hash(asTyped(password), { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Compared where there is no password, so that the answer takes as long as for a wrong one. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** Whether it is the password; never, after the same time, where there is none. */
export async function isPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  const right = await argon2.verify(hash ?? (await nobody), asTyped(password));
  return right && hash != null;
}

/** Without 0, o, 1, l, i: read aloud or copied by hand it cannot be mistaken. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Groups of five random letters, 24.8 bits each: `k7mwp-3xq9d-…`. */
export function randomCode(groups: number): string {
  const group = () => {
    let text = '';
    // 248 = 8 × 31: bytes above are thrown away, so that no letter is likelier than another.
    while (text.length < 5) text += [...randomBytes(8)].map((byte) => (byte < 248 ? letters[byte % 31] : '')).join('');
    return text.slice(0, 5);
  };
  return Array.from({ length: groups }, group).join('-');
}

/** A code as somebody may have typed it: capitals and spaces do not matter, nor do the hyphens. */
export const hashOfCode = (typed: string) => hashOf(typed.toLowerCase().replace(/[^a-z0-9]/g, ''));
