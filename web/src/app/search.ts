/** The address holds every filter: `?kind=a&kind=b&q=đỗ`. A value given twice is a list. */
export type Search = Record<string, string | string[] | undefined>;

export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const known = search[name];
    search[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== '' && (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'))
        query.append(name, String(one));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** A filter as a list, whatever the address holds. */
export const many = (value: unknown): string[] | undefined =>
  value === undefined || value === '' ? undefined : (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
export const one = (value: unknown): string | undefined => many(value)?.[0];
