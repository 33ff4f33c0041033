export class SavedViewView {
  id!: number;
  name!: string;
  /** The screen it belongs to, as its address names it. */
  screen!: string;
  /** The query string of the address. */
  search!: string;
  /** Everybody of the unit sees it. */
  shared!: boolean;
  pinned!: boolean;
  owner!: string;
  /** May be changed by the asker: it is theirs, or they are a supervisor and it is shared. */
  mayChange!: boolean;
}
