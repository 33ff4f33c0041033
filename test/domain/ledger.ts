/** Rows written as a ledger, columns parted by `|`: one line per case, however long its reason. */
export const ledger = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
