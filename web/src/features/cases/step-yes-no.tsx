import { useId } from 'react';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';

interface Props {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  value: boolean | undefined;
  onChange(value: boolean): void;
}

/** Yes or no, with neither chosen at first: silence is not an answer. */
export function YesNoField({ label, hint, error, required, value, onChange }: Props) {
  const c = useText(everydayWords);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className="field step-yes-no" aria-describedby={described} aria-invalid={error ? true : undefined}>
      <legend>
        {label}
        {required && <span className="soft"> ({c.required})</span>}
      </legend>
      <div className="row">
        {[true, false].map((answer) => (
          <label key={String(answer)} className="check">
            <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
            <span>{answer ? c.yes : c.no}</span>
          </label>
        ))}
      </div>
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
    </fieldset>
  );
}
