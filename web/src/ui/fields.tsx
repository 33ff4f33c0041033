import { useId, useState, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { everydayWords } from '../text/everyday-words.js';
import { area, count, day } from '../text/format.js';
import { useText } from '../text/language.js';
import { readArea, readDay, readMoney, type Read } from '../text/parse.js';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
}

/** Label, hint and error around one control; the control gets the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  required,
  children,
}: FieldProps & {
  children: (control: {
    id: string;
    'aria-invalid'?: true;
    'aria-describedby'?: string;
    'aria-required'?: true;
  }) => ReactNode;
}) {
  const id = useId();
  const t = useText(everydayWords);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="soft"> ({t.required})</span>}
      </label>
      {children({
        id,
        ...(error && { 'aria-invalid': true as const }),
        ...(described && { 'aria-describedby': described }),
        ...(required && { 'aria-required': true as const }),
      })}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

type TextProps = FieldProps & { value: string; onChange(value: string): void } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'value' | 'onChange'
  >;

export function TextField({ label, hint, error, required, value, onChange, ...rest }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <input type="text" {...rest} {...control} value={value} onChange={(e) => onChange(e.target.value)} />
      )}
    </Field>
  );
}

type LongProps = FieldProps & { value: string; onChange(value: string): void } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'value' | 'onChange'
  >;

export function LongTextField({ label, hint, error, required, value, onChange, ...rest }: LongProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => <textarea {...rest} {...control} value={value} onChange={(e) => onChange(e.target.value)} />}
    </Field>
  );
}

/** A native select: the fastest list of few choices on an old PC and on a phone. */
export function ChoiceField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  options,
  empty,
}: FieldProps & {
  value: string;
  onChange(value: string): void;
  options: readonly { value: string; label: string }[];
  empty?: string;
}) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <select {...control} value={value} onChange={(e) => onChange(e.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(e) => onChange(e.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** A field whose text is read strictly on leaving it; what was typed stays as typed while it cannot be read. */
function ReadField<T>({
  label,
  hint,
  error,
  required,
  value,
  onChange,
  read,
  show,
  inputMode,
  placeholder,
  autoFocus,
}: FieldProps & {
  value: T | undefined;
  onChange(value: T | undefined, problem?: string): void;
  read: (typed: string) => Read<T>;
  show: (value: T) => string;
  inputMode: 'numeric' | 'decimal';
  placeholder?: string;
  autoFocus?: boolean;
}) {
  const t = useText(everydayWords);
  const [typed, setTyped] = useState<string>();
  const words = {
    'not-a-day': t.notADay,
    'not-money': t.notMoney,
    'not-area': t.notArea,
    'ask-area': t.askArea(typed ?? ''),
  };
  const answer = typed === undefined ? undefined : read(typed);
  const problem = answer && 'problem' in answer ? words[answer.problem] : undefined;
  const [left, setLeft] = useState(false);
  const settle = (text: string) => {
    const answered = read(text);
    if ('problem' in answered) onChange(undefined, words[answered.problem]);
    else onChange(answered.value);
  };
  return (
    <Field label={label} hint={hint} error={(left ? problem : undefined) ?? error} required={required}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode={inputMode}
          placeholder={placeholder}
          autoFocus={autoFocus}
          autoComplete="off"
          value={typed ?? (value === undefined ? '' : show(value))}
          onChange={(e) => {
            setTyped(e.target.value);
            setLeft(false);
            settle(e.target.value);
          }}
          onBlur={() => {
            // After the click that left the field: an error that moves the page in between would swallow it.
            setTimeout(() => setLeft(true), 250);
            if (typed !== undefined && !problem) setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}

type ReadProps<T> = FieldProps & {
  value: T | undefined;
  onChange(value: T | undefined, problem?: string): void;
  autoFocus?: boolean;
};

/** A legal day, typed as d/m/yyyy; the value is `YYYY-MM-DD`. */
export const DayField = (props: ReadProps<string>) => (
  <ReadField {...props} read={readDay} show={day} inputMode="numeric" placeholder="dd/mm/yyyy" />
);
/** Whole đồng. */
export const MoneyField = (props: ReadProps<number>) => (
  <ReadField {...props} read={readMoney} show={count} inputMode="numeric" />
);
/** m², as exact text with a point (`7918.4`). */
export const AreaField = (props: ReadProps<string>) => (
  <ReadField {...props} read={readArea} show={(value) => area(value).replace(' m²', '')} inputMode="decimal" />
);
