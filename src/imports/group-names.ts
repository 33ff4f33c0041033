import { foldVietnamese } from '../domain/search-text.js';
import type { ResidentialGroup } from '../people/residential-group.entity.js';

const short = (name: string) => foldVietnamese(name).replace(/^(to dan pho|tdp|to|thon|xom|khu pho)\s+/, '');

/** Finds a residential group by its name, or by the name without "Tổ dân phố", "Thôn" … where only one has that. */
export function groupFinder(
  groups: readonly Pick<ResidentialGroup, 'id' | 'name'>[],
): (said: string) => number | undefined {
  const whole = new Map(groups.map(({ id, name }) => [foldVietnamese(name), id]));
  return (said) => {
    const alike = groups.filter(({ name }) => short(name) === short(said));
    return whole.get(foldVietnamese(said)) ?? (alike.length === 1 ? alike[0]!.id : undefined);
  };
}
