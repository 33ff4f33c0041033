import { useState } from 'react';
import { useText } from '../../text/language.js';
import { TextField } from '../../ui/fields.js';
import { stepText } from './step.text.js';

interface Props {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  value: number | undefined;
  onChange(value: number | undefined, problem?: string): void;
}

/** A whole number up to 1.000.000; what cannot be read stays as typed. */
export function IntegerField({ value, onChange, error, ...rest }: Props) {
  const t = useText(stepText);
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const read = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text.trim() === '' ? undefined : null);
  const unreadable = typed !== undefined && read(typed) === null;
  return (
    <TextField
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      error={(left && unreadable ? t.notANumber : undefined) ?? error}
      value={typed ?? (value === undefined ? '' : String(value))}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        const number = read(text);
        if (number === null) onChange(undefined, t.notANumber);
        else onChange(number);
      }}
      onBlur={() => setLeft(true)}
    />
  );
}
