import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { ClockName } from '../domain/law/clocks.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import type { FieldName } from '../domain/workflow/fields.js';
import type { PersuasionMatter, Phase, Role, Variant } from '../domain/workflow/workflow.js';
import { FieldValues, ManyOf, OneOf, RecordOf } from '../platform/described.js';

export class WorkflowBrief {
  @OneOf('Kind')
  kind!: string;

  vi!: string;
  en!: string;
}

class StateView {
  vi!: string;
  en!: string;

  @OneOf('Phase')
  phase!: Phase;
}

/** A field that holds one of these values. */
class FieldIsView {
  @OneOf('FieldName')
  field!: FieldName;

  @ApiProperty({ type: [String] })
  is!: readonly string[];
}

/** A clock that counts from the day in a field, or takes its length from one. */
class ClockStartView {
  @OneOf('ClockName')
  clock!: ClockName;

  @OneOf('FieldName')
  from?: FieldName;

  @OneOf('FieldName')
  termFrom?: FieldName;

  /** Starts only where the field says so. */
  when?: FieldIsView;
}

/** What is asked too in some states, where a clock was ever started. */
class WhereStartedView {
  @OneOf('ClockName')
  clock!: ClockName;

  @ApiProperty({ type: [String] })
  in!: readonly string[];

  persuaded!: PersuasionMatter;

  @ManyOf('ClockName')
  after!: readonly ClockName[];
}

/** The states from which it may be taken under one law alone, and the duty that this law sets. */
class UnderLawView {
  @ApiProperty({ type: [String] })
  in!: readonly string[];

  @OneOf('ClockName')
  clock!: ClockName;
}

const clockName = { $ref: getSchemaPath('ClockName') };
const Starts = () =>
  ApiProperty({ type: 'array', items: { oneOf: [clockName, { $ref: getSchemaPath(ClockStartView) }] } });

/** How a field is asked for. */
export class FieldSpecView {
  vi!: string;
  /** `day` is `YYYY-MM-DD`, `vnd` whole đồng, `area` m² as text, `choice` a key of `of`. */
  type!: 'text' | 'day' | 'vnd' | 'area' | 'integer' | 'boolean' | 'choice';
  /** The Vietnamese words of each choice. */
  of?: Record<string, string>;
  /** The smallest integer. */
  least?: number;
}

/** One lawful step. */
@ApiExtraModels(ClockStartView)
class ActionView {
  vi!: string;
  en!: string;

  @ApiProperty({ type: [String] })
  from!: readonly string[];

  /** States in which it may be taken too while a clock it stops runs, and leaves the case where it is. */
  @ApiProperty({ type: [String] })
  alsoIn?: readonly string[];

  /** Not once one of these papers is in the file, nor while one of these clocks goes on. */
  @ManyOf('DocumentName')
  unlessFiled?: readonly DocumentName[];

  @ManyOf('ClockName')
  unlessRuns?: readonly ClockName[];

  /** Absent: the case stays in its state. */
  to?: string;

  @ManyOf('Role')
  by!: readonly Role[];

  @ManyOf('Variant')
  for?: readonly Variant[];

  @OneOf('Variant')
  sets?: Variant;

  @ManyOf('DocumentName')
  needs?: readonly DocumentName[];

  @ManyOf('FieldName')
  fields?: readonly FieldName[];

  /** Those of `needs` and `fields` for which what is in the file is enough. */
  @ApiProperty({ type: [String] })
  onFile?: readonly string[];

  /** Fields that may be left out. */
  @ManyOf('FieldName')
  may?: readonly FieldName[];

  /** The one value each of these fields may have. */
  @FieldValues()
  only?: Record<string, string | number | boolean>;

  @Starts()
  starts?: readonly (ClockName | ClockStartView)[];

  @ApiProperty({
    oneOf: [
      { type: 'array', items: clockName },
      { type: 'string', enum: ['all'] },
    ],
  })
  stops?: readonly ClockName[] | 'all';

  /** Of `all` those that run on. */
  @ManyOf('ClockName')
  keeps?: readonly ClockName[];

  @ManyOf('ClockName')
  pauses?: readonly ClockName[];

  @ManyOf('ClockName')
  resumes?: readonly ClockName[];

  @OneOf('ClockName')
  extends?: ClockName;

  @ManyOf('ClockName')
  waives?: readonly ClockName[];

  /** Waits that must have ended. */
  @ManyOf('ClockName')
  after?: readonly ClockName[];

  /** The same, where they were started. */
  @ManyOf('ClockName')
  afterIfStarted?: readonly ClockName[];

  /** Terms that must not have run out. */
  @ManyOf('ClockName')
  within?: readonly ClockName[];

  /** Asked too in these states, where the clock was ever started. */
  whereStarted?: WhereStartedView;

  underLaw?: UnderLawView;

  /** Duties that a step open in the same place must answer first. */
  @ManyOf('ClockName')
  answered?: readonly ClockName[];

  /** Needs a dated persuasion record on this matter. */
  persuaded?: PersuasionMatter;
  /** Is itself a persuasion session on this matter. */
  persuades?: PersuasionMatter;
  /** Barred on days off and around Tết. */
  enforcement?: boolean;
  /** Only for a petition within the ward's competence. */
  competent?: boolean;
  /** Off the usual road. */
  aside?: boolean;
  outcome?: string;
}

@ApiExtraModels(ClockStartView)
class OpeningView {
  @ManyOf('Role')
  by!: readonly Role[];

  @ManyOf('FieldName')
  fields?: readonly FieldName[];

  @ManyOf('FieldName')
  may?: readonly FieldName[];

  @Starts()
  starts?: readonly (ClockName | ClockStartView)[];
}

/** One kind of case as data, with the Vietnamese words for what its actions name. */
export class WorkflowView extends WorkflowBrief {
  /** Of generated case codes. */
  prefix!: string;
  initial!: string;
  opening!: OpeningView;

  @RecordOf(StateView)
  states!: Record<string, StateView>;

  @RecordOf(ActionView)
  actions!: Record<string, ActionView>;

  documentNames!: Record<DocumentName, string>;

  @RecordOf(FieldSpecView)
  fieldSpecs!: Record<FieldName, FieldSpecView>;
  clockNames!: Record<ClockName, string>;
}
