import type { PlainDate } from '../domain/plain-date.js';
import { Day } from '../platform/described.js';
import type { RetentionRule } from './retention-rules.js';

export class RetentionRuleView {
  id!: string;
  kinds!: string[];
  variants?: string[];
  /** From the closing of the case; null: kept for ever. */
  years!: number | null;
  act!: string;
  article!: string;
  meaningVi!: string;
  meaningEn!: string;
  basis!: RetentionRule['basis'];
  /** 0 to 1. */
  confidence!: number;
  needsReview!: boolean;
}

/** A case by its label only. */
export class RetainedCase {
  id!: number;
  code!: string;
  title!: string;
  kindVi!: string;
  kindEn!: string;

  @Day()
  closedOn!: PlainDate | null;

  @Day()
  erasableFrom!: PlainDate | null;

  /** The id of its rule. */
  rule!: string;
}

export class RetentionView {
  rules!: RetentionRuleView[];
  /** Closed so long ago that the personal part may be erased. */
  due!: RetainedCase[];
  /** Kept although their time may be over. */
  held!: RetainedCase[];
}

export class ErasedView {
  /** Codes of the cases now erased. */
  erased!: string[];
}
