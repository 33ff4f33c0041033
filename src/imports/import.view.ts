import { ApiProperty } from '@nestjs/swagger';
import { Moment } from '../platform/described.js';
import { importKinds, type ImportKind } from './import-columns.js';
import { importStates, type ImportState } from './import-file.entity.js';
import { rowStatuses, type RowStatus } from './planned-row.js';

export class ImportColumnView {
  name!: string;
  vi!: string;
  en!: string;
  required!: boolean;
}

export class ImportMatchView {
  name!: string;
  /** Column of the sheet, from 0. */
  at!: number;
}

export class ImportSheetView {
  name!: string;
  /** The first rows, as text. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  rows!: string[][];
  /** As Excel numbers it. */
  headerRow!: number;
  columns!: ImportMatchView[];
}

export class ImportCountsView {
  new!: number;
  changed!: number;
  unchanged!: number;
  error!: number;
}

export class ImportProgressView {
  done!: number;
  total!: number;
}

export class ImportRefusalView {
  code!: string;
  detail!: string;
}

export class ImportView {
  id!: number;
  @ApiProperty({ enum: importKinds, enumName: 'ImportKind' })
  kind!: ImportKind;
  /** Null once its contents are forgotten. */
  fileName!: string | null;
  @ApiProperty({ enum: importStates, enumName: 'ImportState' })
  state!: ImportState;
  by!: string;
  @Moment()
  at!: string;
  @Moment()
  since!: string;
  counts!: ImportCountsView | null;
  /** Why the last run came to nothing. */
  refusal!: ImportRefusalView | null;
  /** Of a run under way. */
  progress!: ImportProgressView | null;
}

export class ImportPageView extends ImportView {
  columns!: ImportColumnView[];
  sheets!: ImportSheetView[];
}

export class ImportCellView {
  column!: string;
  vi!: string;
  original!: string;
  /** As it was understood; absent where it was not. */
  parsed?: string;
  /** What a person should look at. */
  check?: string;
}

export class ImportChangeView {
  vi!: string;
  from!: string | null;
  to!: string | null;
}

export class ImportRowView {
  /** As Excel numbers it. */
  n!: number;
  @ApiProperty({ enum: rowStatuses, enumName: 'ImportRowStatus' })
  status!: RowStatus;
  code?: string;
  cells!: ImportCellView[];
  problems!: string[];
  changes!: ImportChangeView[];
  /** A step the sheet speaks of; the officer takes it in the case. */
  proposal?: string;
  applied!: boolean;
}

export class ImportRowsView {
  rows!: ImportRowView[];
  /** To ask for the next page with; null at the end. */
  next!: number | null;
}
