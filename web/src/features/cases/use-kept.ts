import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { memoryOf } from '../../app/own-memory.js';
import { useMe } from '../../app/session.js';

/** What an earlier opening of the form left, by entry; nothing where a form keeps nothing. */
export const keptIn = (accountId: number, form: string | undefined): Readonly<Record<string, unknown>> | undefined =>
  form === undefined ? undefined : memoryOf(accountId).forms.get(form);

export const forgetForm = (accountId: number, form: string | undefined): void =>
  void (form !== undefined && memoryOf(accountId).forms.delete(form));

/** Keeps an entry of the form, typed text and values picked, never a file; `untouched`: it is as the form began. */
export function useKeeping(form: string | undefined, entry: string, value: unknown, untouched: boolean): void {
  const { id } = useMe();
  const now = JSON.stringify(value);
  useEffect(() => {
    if (form === undefined) return;
    const { forms } = memoryOf(id);
    const { [entry]: _before, ...others } = forms.get(form) ?? {};
    const kept = untouched ? others : { ...others, [entry]: value };
    if (Object.keys(kept).length > 0) forms.set(form, kept);
    else forms.delete(form);
    // By what the value says: after the form was saved, a mere redrawing must not keep it again.
  }, [id, form, entry, now, untouched]);
}

/** A state that outlives its form: Esc, Back and a session that ends leave it for the next opening. */
export function useKept<T>(form: string | undefined, entry: string, first: T): [T, Dispatch<SetStateAction<T>>] {
  const { id } = useMe();
  const [begun] = useState(first);
  const [value, setValue] = useState<T>(() => {
    const kept = keptIn(id, form);
    return kept && entry in kept ? (kept[entry] as T) : first;
  });
  useKeeping(form, entry, value, JSON.stringify(value) === JSON.stringify(begun));
  return [value, setValue];
}

/** Remembers of a chosen file only that there was one, so that whoever comes back is told to choose it again. */
export const useFileNoted = (form: string | undefined, chosen: boolean): void =>
  useKeeping(form, 'file', chosen, !chosen);
