import type { ComponentProps } from 'react';
import { LongTextField } from '../../ui/fields.js';
import { errorAt, type FieldError } from './step-draft.js';

type Props = Omit<ComponentProps<typeof LongTextField>, 'error' | 'required'> & { errors: readonly FieldError[] };

/** Why it is done, which has to be given; what the server says of `reason` is shown under it. */
export function ReasonField({ errors, maxLength = 1000, ...field }: Props) {
  return <LongTextField {...field} required maxLength={maxLength} error={errorAt(errors, 'reason')} />;
}
