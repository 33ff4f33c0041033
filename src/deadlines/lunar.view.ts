export class LunarView {
  /** Day, month and year as people say them: `15/7 Quý Mão`. */
  lunar!: string;
}
