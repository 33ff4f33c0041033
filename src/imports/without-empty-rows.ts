/** A sheet formatted down to its last row has a million rows and nothing in them. */
const blankCells = /<c(?= [^>]*\br=")[^>]*\/>/g;

/**
 * Passes a sheet's XML on without rows and cells that hold no value. A row or cell that does not say where it stands
 * is kept: leaving it out would move the ones after it. Its bytes come and go as latin1 text. Of a sheet only looked at, the `first`
 * rows are passed on.
 */
export function withoutEmptyRows(pass: (part: string) => void, first = Infinity) {
  let waiting = '';
  let passed = 0;
  const give = (text: string) => text && pass(text);

  /** Works through what is complete; the rest waits for more. */
  function work(): void {
    let kept = '';
    let at = 0;
    for (;;) {
      const start = waiting.indexOf('<row', at);
      if (start < 0 || start + 5 > waiting.length) break;
      if (!/[\s>/]/.test(waiting[start + 4]!)) {
        kept += waiting.slice(at, start + 4);
        at = start + 4;
        continue;
      }
      const open = waiting.indexOf('>', start);
      if (open < 0) {
        kept += waiting.slice(at, start);
        at = start;
        break;
      }
      const alone = waiting[open - 1] === '/';
      const close = alone ? open + 1 : waiting.indexOf('</row>', open) + 6;
      if (close < 6) {
        kept += waiting.slice(at, start);
        at = start;
        break;
      }
      const row = waiting.slice(start, close);
      const placed = / r="\d/.test(waiting.slice(start, open));
      kept += waiting.slice(at, start);
      if (passed < first && !placed) kept += row;
      else if (passed < first && !alone && /<(v|t|is)[\s>]/.test(row)) {
        kept += row.replace(blankCells, '');
        passed++;
      }
      at = close;
    }
    // A tag may be cut in two: its beginning stays until the rest is here.
    const safe = Math.max(at, rowBegins(waiting, at) ? at : waiting.length - 4);
    give(kept + waiting.slice(at, safe));
    waiting = waiting.slice(safe);
  }

  return {
    write(part: string): void {
      waiting += part;
      if (waiting.length > 64 * 1024) work();
    },
    end(): void {
      work();
      give(waiting);
      waiting = '';
    },
  };
}

const rowBegins = (text: string, at: number): boolean => /^<row[\s>/]/.test(text.slice(at, at + 5));
