import type { ComponentProps } from 'react';
import { useText } from '../../text/language.js';
import { AreaField, ChoiceField, DayField, LongTextField, MoneyField, TextField } from '../../ui/fields.js';
import { useCaseNames } from './case-names.js';
import {
  errorAt,
  type AskedField,
  type FieldError,
  type FieldValue,
  type FieldValues,
  type PaperDrafts,
  type StepAsks,
} from './step-draft.js';
import { IntegerField } from './step-integer.js';
import { PlannedMoveField } from './step-planned-move.js';
import { StepPapers } from './step-papers.js';
import { stepText } from './step.text.js';
import { YesNoField } from './step-yes-no.js';
import './step-fields.css';

const long = new Set(['content', 'answer', 'conclusion', 'reason', 'reasonNote']);

interface Props {
  action: StepAsks;
  values: FieldValues;
  /** `problem` says why what was typed cannot be read; do not send while there is one. */
  onChange(name: string, value: FieldValue | undefined, problem?: string): void;
  errors: readonly FieldError[];
  documents: PaperDrafts;
  onDocuments(documents: PaperDrafts): void;
  /** What the file holds already, shown beside a field that may stay empty. */
  known?: FieldValues;
  /** The day of the step, for days that lie after it. */
  on?: string;
  /** No scans where one step is taken for many cases. */
  withoutScans?: boolean;
}

/** Every field and paper a step asks for, each error at its own. Holds nothing: see `useStepDraft`. */
export function StepFields({
  action,
  values,
  onChange,
  errors,
  documents,
  onDocuments,
  known = {},
  on,
  withoutScans,
}: Props) {
  const asksLunar = action.fields.some(({ field }) => field === 'plannedMoveLunar');
  const lunar = asksLunar
    ? {
        value: values.plannedMoveLunar as string | undefined,
        fill: (words: string) => onChange('plannedMoveLunar', words),
      }
    : undefined;
  return (
    <>
      {action.fields.length > 0 && (
        <div className="form-grid">
          {action.fields.map((asked) => (
            <div key={asked.field} className={long.has(asked.field) ? 'step-wide' : undefined}>
              <OneField
                asked={asked}
                value={values[asked.field]}
                known={known[asked.field]}
                only={action.only?.[asked.field]}
                error={errorAt(errors, asked.field, `fields.${asked.field}`)}
                onChange={(value, problem) => onChange(asked.field, value, problem)}
                on={on}
                lunar={lunar}
              />
            </div>
          ))}
        </div>
      )}
      {action.needs.length > 0 && (
        <StepPapers
          needs={action.needs}
          errors={errors}
          documents={documents}
          onDocuments={onDocuments}
          withoutScans={withoutScans}
        />
      )}
    </>
  );
}

interface OneProps {
  asked: AskedField;
  value: FieldValue | undefined;
  known: FieldValue | undefined;
  only: FieldValue | undefined;
  error: string | undefined;
  onChange(value: FieldValue | undefined, problem?: string): void;
  on: string | undefined;
  lunar: ComponentProps<typeof PlannedMoveField>['lunar'];
}

function OneField({ asked, value, known, only, error, onChange, on, lunar }: OneProps) {
  const t = useText(stepText);
  const names = useCaseNames();
  const label = names.field(asked.field, asked.vi);
  const hint =
    only !== undefined
      ? t.onlyFor(names.value(asked, only))
      : known !== undefined && !asked.required
        ? t.onFileNow(names.value(asked, known))
        : undefined;
  const shared = { label, hint, error, required: asked.required };
  if (asked.field === 'plannedMoveOn')
    return (
      <PlannedMoveField {...shared} value={value as string | undefined} onChange={onChange} on={on} lunar={lunar} />
    );
  switch (asked.type) {
    case 'day':
      return <DayField {...shared} value={value as string | undefined} onChange={onChange} />;
    case 'vnd':
      return <MoneyField {...shared} value={value as number | undefined} onChange={onChange} />;
    case 'area':
      return <AreaField {...shared} value={value as string | undefined} onChange={onChange} />;
    case 'integer':
      return <IntegerField {...shared} value={value as number | undefined} onChange={onChange} />;
    case 'boolean':
      return <YesNoField {...shared} value={value as boolean | undefined} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField
          {...shared}
          value={(value as string | undefined) ?? ''}
          onChange={(chosen) => onChange(chosen || undefined)}
          empty={t.choose}
          options={Object.keys(asked.of ?? {}).map((key) => ({ value: key, label: names.value(asked, key) }))}
        />
      );
    default: {
      const Text = long.has(asked.field) ? LongTextField : TextField;
      return (
        <Text
          {...shared}
          value={(value as string | undefined) ?? ''}
          onChange={(typed) => onChange(typed || undefined)}
          maxLength={4000}
        />
      );
    }
  }
}
