import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { fold } from '../../text/format.js';

export type Grave = components['schemas']['GraveRow'];
export type GraveTotals = components['schemas']['GraveTotals'];

/** The whole register: projects are chosen from its totals, so it is asked once for all of them. */
export const gravesQuery = queryOptions({ queryKey: ['graves'], queryFn: () => ask(api.GET('/api/graves')) });

export interface GraveSearch {
  project?: string;
  kin?: string;
  /** `yes`: a payment is recorded, as the board counts it. */
  paid?: string;
  state?: string[];
  sort?: string;
  descending?: string;
}

/** What each column is ordered by; empty values come last both ways. */
const keys = {
  grave: (grave: Grave) => fold(grave.graveNumber ?? grave.code).replace(/\d+/g, (digits) => digits.padStart(6, '0')),
  deceased: (grave: Grave) => (grave.deceasedKnown ? fold(grave.deceased) : null),
  kin: (grave: Grave) => grave.kin && fold(grave.kin),
  kind: (grave: Grave) => grave.graveKind,
  notice: (grave: Grave) => grave.noticeEndsOn,
  planned: (grave: Grave) => grave.plannedMoveOn,
  amount: (grave: Grave) => grave.amountVnd,
  paid: (grave: Grave) => grave.paidOn,
  moved: (grave: Grave) => grave.movedOn,
  plot: (grave: Grave) => grave.newPlot && fold(grave.newPlot),
  state: (grave: Grave) => fold(grave.stateVi),
};
export type Column = keyof typeof keys;
export const columns = Object.keys(keys) as Column[];

/** The rows the address asks for, in its order; without one, as the register keeps them. */
export function rowsFor(graves: readonly Grave[], search: GraveSearch): Grave[] {
  const rows = graves.filter(
    (grave) =>
      (!search.project || grave.project?.code === search.project) &&
      (search.kin === 'unknown' ? !grave.kinKnown : search.kin === 'known' ? grave.kinKnown : true) &&
      (search.paid === 'yes' ? grave.paidOn !== null : search.paid === 'no' ? grave.paidOn === null : true) &&
      (!search.state || search.state.includes(grave.state)),
  );
  const key = columns.find((column) => column === search.sort);
  if (!key) return rows;
  const sign = search.descending ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [keys[key](a), keys[key](b)];
    if (x === y) return a.id - b.id;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -sign : sign;
  });
}
