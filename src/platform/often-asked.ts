/** How often a statement is asked before it is worth keeping its plan. */
const often = 3;
/** Plans kept per process and engine; a statement past them is planned each time, as all are without this. */
const most = 400;

/** Tells which statements are asked again and again; those in IN lists of ever other lengths are not to fill it. */
export class OftenAsked {
  private readonly counted = new Map<string, number>();
  private readonly names = new Map<string, string>();

  /** A short name from the third time on, always the same; undefined for what is rare. */
  nameOf(sql: string): string | undefined {
    const name = this.names.get(sql);
    if (name !== undefined || this.names.size >= most) return name;
    const times = (this.counted.get(sql) ?? 0) + 1;
    if (times < often) {
      if (this.counted.size >= 10 * most) this.counted.clear();
      this.counted.set(sql, times);
      return undefined;
    }
    this.counted.delete(sql);
    const given = `m${this.names.size + 1}`;
    this.names.set(sql, given);
    return given;
  }
}
