import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, send } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';
import { useMe } from '../../../app/session.js';
import { forgetForm } from '../use-kept.js';
import type { CaseRow } from './list-data.js';

export type BulkAction = 'assign' | 'release' | 'act' | 'note';
type Body = components['schemas']['BulkDto'];
/** What the form adds to the list of cases. */
export type BulkPart = Pick<Body, 'assigneeId' | 'note' | 'act'>;
export type RowResult = components['schemas']['BulkResult'];

/** The most cases the server takes at once. */
export const bulkLimit = 200;

/** Cases of the same kind that stand at the same place have the same steps. */
export const groupOf = (row: CaseRow) => [row.kind, row.state, row.variant ?? ''].join(' ');

/** The name what is typed is kept under: of a step, only for cases that have the same ones. */
const keptAs = (action: BulkAction, [first]: readonly CaseRow[]) =>
  ['nhieu-ho-so', action, action === 'act' && first ? groupOf(first) : ''].join('/');

export type Stage = 'form' | 'preview' | 'done';

/** Bulk work in two strides: a preview that writes nothing, then the same request for the rows it let through. */
export function useBulkWork(action: BulkAction, rows: readonly CaseRow[]) {
  const client = useQueryClient();
  const me = useMe();
  const [stage, setStage] = useState<Stage>('form');
  const [busy, setBusy] = useState(false);
  const [retrying, setRetrying] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [results, setResults] = useState<RowResult[]>([]);
  const [asked, setAsked] = useState<{ part: BulkPart; rows: readonly CaseRow[] }>({ part: {}, rows });

  const ask = async (chosen: readonly { id: number; version: number }[], what: BulkPart, preview: boolean) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const cases = chosen.map(({ id, version }) => ({ id, version }));
      const answer = await send(
        (headers) => api.POST('/api/cases/bulk', { body: { action, cases, ...what, preview }, headers }),
        {
          onRetry: () => setRetrying(true),
        },
      );
      return answer.results;
    } catch (error) {
      setRefusal((error as Error).message);
      return undefined;
    } finally {
      setBusy(false);
      setRetrying(false);
    }
  };

  const kept = keptAs(action, stage === 'form' ? rows : asked.rows);
  const forget = () => forgetForm(me.id, kept);

  return {
    stage,
    kept,
    /** What was typed is given up. */
    forget,
    busy,
    retrying,
    refusal,
    results,
    /** The rows as they were when previewed. */
    rows: asked.rows,
    back: () => setStage('form'),
    async preview(what: BulkPart) {
      setAsked({ part: what, rows });
      const answer = await ask(rows, what, true);
      if (!answer) return;
      setResults(answer);
      setStage('preview');
    },
    /** Only what the preview let through; the refused keep the reason they were given. */
    async apply() {
      const allowed = new Set(results.filter((result) => result.ok).map((result) => result.id));
      const answer = await ask(
        asked.rows.filter((row) => allowed.has(row.id)),
        asked.part,
        false,
      );
      if (!answer) return;
      const now = new Map(answer.map((result) => [result.id, result]));
      setResults(results.map((result) => now.get(result.id) ?? result));
      setStage('done');
      forget();
      await client.invalidateQueries();
    },
  };
}
