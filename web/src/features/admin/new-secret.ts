/** Without 0, o, 1, l, i: read aloud or copied by hand it cannot be mistaken. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Groups of five random letters, about 99 bits for four groups: `k7mwp-3xq9d-…`. */
export function newSecret(groups = 4): string {
  const letter = () => {
    // 248 = 8 × 31: bytes above are thrown away, so that no letter is likelier than another.
    for (;;) {
      const [byte] = crypto.getRandomValues(new Uint8Array(1));
      if (byte! < 248) return letters[byte! % letters.length];
    }
  };
  return Array.from({ length: groups }, () => Array.from({ length: 5 }, letter).join('')).join('-');
}
