import type { Instant } from '../domain/plain-date.js';
import { Moment } from '../platform/described.js';

class TemplateVersionView {
  id!: number;
  version!: number;
  fileName!: string;
  size!: number;
  inUse!: boolean;
  by!: string | null;

  @Moment()
  at!: Instant;
}

/** The template of one kind of letter, built in or the ward's own. */
export class LetterTemplateView {
  kind!: string;
  vi!: string;
  en!: string;
  symbol!: string | null;
  /** Kinds of case it is written for, in Vietnamese. */
  forVi!: string[];
  /** The ward's own versions, newest first; none in use means the built-in one is. */
  versions!: TemplateVersionView[];
}

class LetterFieldView {
  /** Written in a template between braces. */
  name!: string;
  meaning!: string;
  example!: string;
  /** Typed in when the letter is written. */
  typed!: boolean;
}

/** Fields by subject; those of `loop` stand between `{#loop}` and `{/loop}` and come again for each. */
export class LetterFieldGroupView {
  name!: string;
  loop!: boolean;
  meaning!: string | null;
  fields!: LetterFieldView[];
}

export class LetterTemplatesView {
  templates!: LetterTemplateView[];
  fields!: LetterFieldGroupView[];
}

export class TemplateKeptView {
  id!: number;
  version!: number;
}

export class TemplateUsedView {
  version!: number | null;
}
