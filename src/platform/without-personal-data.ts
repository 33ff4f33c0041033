/**
 * What may be said of a fault in a log, a job's failure or a delivery: databases, mail servers and JSON quote what they
 * were given, and that may be a name, a number or an address. Quoted text, addresses and long numbers go; the kind of
 * fault, its code and where it happened stay.
 */
export function withoutPersonalData(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} (không phải Error)`;
  const { code } = error as { code?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${scrubbed(error.message)}`, ...stack].join(
    '\n',
  );
}

/** One line of somebody else's words, with nothing in it that could be a person's. */
export const scrubbed = (message: string): string =>
  message
    .replace(/[^\s<>"',;:=()]+@[^\s<>"',;:=()]+/g, '…')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|«[^»]*»/g, '"…"')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/\d[\d .-]{6,}\d/g, '…')
    // One fault is one line: no message writes a line of its own into a log, nor moves what a terminal shows.
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 500);

/** The queue keeps the words and the stack of a failure, and shows them, where the key file does not reach. */
export function asJobFailure(error: unknown): Error {
  const said = withoutPersonalData(error);
  return Object.assign(new Error(said.split('\n')[0]), { stack: said });
}
