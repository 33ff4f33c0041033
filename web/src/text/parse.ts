/** What a person types, read strictly: nothing is guessed, moved or clamped. `undefined` stands for an empty field. */
export type Read<T> = { value: T | undefined } | { problem: 'not-a-day' | 'not-money' | 'not-area' | 'ask-area' };

/** `5/3/2027`, `05-03-2027` or `05032027` is 5 March 2027; 31/02 is refused. */
export function readDay(typed: string): Read<string> {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return { problem: 'not-a-day' };
  const [, d, m, y] = match as unknown as [string, string, string, string];
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
  return real ? { value: iso } : { problem: 'not-a-day' };
}

/** `465.479.000`, `465479000` or `465.479.000 đ`; a fraction is refused. */
export function readMoney(typed: string): Read<number> {
  const text = typed.replace(/\s|₫|đ|VND/gi, '');
  if (text === '') return { value: undefined };
  if (!/^\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text)) return { problem: 'not-money' };
  const value = Number(text.replace(/\./g, ''));
  return Number.isSafeInteger(value) ? { value } : { problem: 'not-money' };
}

/**
 * `7.918,4` or `7918,4` → `"7918.4"`. A lone point is asked about: 12.5 may mean 12,5, and 1.234 may mean 1234.
 */
export function readArea(typed: string): Read<string> {
  const text = typed.replace(/\s|m²|m2/gi, '');
  if (text === '') return { value: undefined };
  if (
    /^\d{1,9}(,\d{1,4})?$/.test(text) ||
    /^\d{1,3}(\.\d{3})+,\d{1,4}$/.test(text) ||
    /^\d{1,3}(\.\d{3}){2,}$/.test(text)
  )
    return { value: text.replace(/\./g, '').replace(',', '.') };
  return { problem: /^\d+\.\d+$/.test(text) ? 'ask-area' : 'not-area' };
}
