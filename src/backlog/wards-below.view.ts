/** One ward below the own unit, counted; nothing of its cases is named. */
export class WardBelow {
  id!: number;
  name!: string;
  open!: number;
  overdue!: number;
  next7Days!: number;
  /** Households that have not agreed or are blocked. */
  holdouts!: number;
}
