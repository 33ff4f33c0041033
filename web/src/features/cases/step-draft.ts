import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { keptIn, useFileNoted, useKeeping } from './use-kept.js';

export type FieldValue = string | number | boolean;
/** By field name; a field left empty is absent. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;

/** A field a step asks for, as `actions[].fields` of a case or `opening` of a workflow names it. */
export interface AskedField {
  field: string;
  vi: string;
  en?: string;
  type: string;
  required: boolean;
  /** Of a choice: its keys and their words. */
  of?: Readonly<Record<string, string>>;
}

export interface AskedPaper {
  document: string;
  vi: string;
  en?: string;
  /** What the file already holds is enough. */
  inFile: boolean;
}

export interface StepAsks {
  fields: readonly AskedField[];
  needs: readonly AskedPaper[];
  /** The one value a field may have for this step. */
  only?: Readonly<Record<string, FieldValue>>;
}

/** A paper the officer has at hand; once its scan is on the server, its number there and the version it was sent for. */
export interface PaperDraft {
  number?: string;
  on?: string;
  file?: File;
  sent?: { id: number; version: number };
  /** Why the date typed cannot be read. */
  problem?: string;
}
/** By document name; a paper not at hand is absent. */
export type PaperDrafts = Readonly<Record<string, PaperDraft>>;

export interface FieldError {
  field?: string;
  detail: string;
}

/** The errors of one field, joined, each said once: many cases may share one. The server names a field with or without its group (`fields.landUse`, `landUse`). */
export function errorAt(errors: readonly FieldError[], ...names: string[]): string | undefined {
  const here = errors.filter(({ field }) => field !== undefined && names.includes(field));
  return [...new Set(here.map(({ detail }) => detail))].join(' ') || undefined;
}

/** The errors no field of this form shows. */
export function errorsElsewhere(errors: readonly FieldError[], asks: StepAsks, ...own: string[]): FieldError[] {
  const shown = new Set([
    ...own,
    ...asks.fields.flatMap(({ field }) => [field, `fields.${field}`]),
    ...asks.needs.map(({ document }) => `documents.${document}`),
  ]);
  return errors.filter(({ field }) => field === undefined || !shown.has(field));
}

/** Values, papers and unreadable entries of one step, kept while the form is open; of a named form, beyond that. */
export function useStepDraft(initial: FieldValues = {}, form?: string) {
  const { id } = useMe();
  const [kept] = useState(() => keptIn(id, form) as { values?: FieldValues; documents?: PaperDrafts } | undefined);
  const [values, setValues] = useState<FieldValues>({ ...initial, ...kept?.values });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [documents, setDocuments] = useState<PaperDrafts>(kept?.documents ?? {});
  // Only what was changed: what the file held then may be corrected by somebody else before the form opens again.
  const typed = Object.entries(values).filter(([name, value]) => value !== initial[name]);
  useKeeping(form, 'values', Object.fromEntries(typed), typed.length === 0);
  const papers = Object.entries(documents).map(([name, { number, on }]) => [name, { number, on }] as const);
  useKeeping(form, 'documents', Object.fromEntries(papers), papers.length === 0);
  useFileNoted(
    form,
    Object.values(documents).some(({ file }) => file !== undefined),
  );
  return {
    values,
    documents,
    setDocuments,
    /** Something typed cannot be read: nothing is sent until it is mended. */
    unreadable: Object.keys(problems).length > 0 || Object.values(documents).some(({ problem }) => problem),
    onChange(name: string, value: FieldValue | undefined, problem?: string) {
      setValues((before) => ({ ...before, [name]: value }));
      setProblems(({ [name]: _gone, ...before }) => (problem ? { ...before, [name]: problem } : before));
    },
    /** For the request: fields that hold something. */
    fields: () =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Record<
        string,
        FieldValue
      >,
  };
}

/** The papers of a request; one whose scan was uploaded is named by its number there. */
export const papersOf = (documents: PaperDrafts) =>
  Object.entries(documents).map(([name, { sent, number, on }]) =>
    sent ? { id: sent.id } : { name, ...(number && { number }), ...(on && { on }) },
  );
