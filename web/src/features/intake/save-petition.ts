import { api, send } from '../../api/client.js';
import { bodyOf, type Draft } from './intake-draft.js';

export interface Opened {
  id: number;
  code: string;
  version: number;
}
export type StepName = 'open' | 'other' | 'scan' | 'classify' | 'merge' | 'session';

/** What was done of a petition; a step that failed says why and can be taken again. */
export interface Saving {
  main?: Opened;
  others: Opened[];
  done: ReadonlySet<string>;
  failures: { step: StepName; detail: string }[];
}

export const nothingSaved: Saving = { others: [], done: new Set(), failures: [] };

interface Words {
  noteKind?: string;
  noteSplit(code: string): string;
}

/**
 * Saves the petition, then what hangs on it: petitions split off, scans, classification or merging, the session. The
 * petition comes first and alone: once it has its number, a later refusal costs nobody the receipt. Called again with
 * what it returned, it goes on where it stopped.
 */
export async function savePetition(
  draft: Draft,
  session: string | undefined,
  today: string,
  words: Words,
  before: Saving,
  onRetry: () => void,
): Promise<Saving> {
  const done = new Set(before.done);
  const failures: Saving['failures'] = [];
  const others = [...before.others];
  const post = (body: ReturnType<typeof bodyOf>) =>
    send((headers) => api.POST('/api/cases', { body, headers }), { onRetry });

  const main: Opened = before.main ?? (await post(bodyOf(draft, words.noteKind)));
  const step = async (name: StepName, key: string, run: () => Promise<unknown>) => {
    if (done.has(key)) return;
    try {
      await run();
      done.add(key);
    } catch (error) {
      failures.push({ step: name, detail: (error as Error).message });
    }
  };
  const act = async (
    on: Opened,
    action: string,
    change: { fields?: Record<string, unknown>; documents?: { name: string; number?: string }[] },
  ) => {
    const path = { id: String(on.id), action };
    const body = { version: on.version, on: today, fields: {}, documents: [], ...change };
    on.version = (
      await send((headers) => api.POST('/api/cases/{id}/actions/{action}', { params: { path }, body, headers }), {
        onRetry,
      })
    ).version;
  };

  for (const [i, other] of draft.others.entries())
    await step('other', `other-${i}`, async () => {
      others.push(await post(bodyOf(draft, words.noteSplit(main.code), { ...other, first: main.code })));
    });
  for (const [name, paper] of Object.entries(draft.papers))
    if (paper.file)
      await step('scan', `scan-${name}`, async () => {
        const form = new FormData();
        form.set('name', name);
        if (paper.number) form.set('number', paper.number);
        if (paper.on) form.set('on', paper.on);
        form.set('file', paper.file!, paper.file!.name);
        await send(
          (headers) =>
            api.POST('/api/cases/{id}/documents', {
              params: { path: { id: String(main.id) } },
              headers,
              body: form as never,
              bodySerializer: (body: unknown) => body as FormData,
            }),
          { onRetry },
        );
      });
  if (draft.mergeInto)
    await step('merge', 'merge', async () => {
      const { version } = await freshOf(main);
      await send(
        (headers) =>
          api.POST('/api/cases/{id}/merge', {
            params: { path: { id: String(main.id) } },
            body: { version, into: draft.mergeInto! },
            headers,
          }),
        { onRetry },
      );
    });
  else if (draft.variant && draft.classifyNow) {
    await step('classify', 'start-classification', async () => {
      main.version = (await freshOf(main)).version;
      await act(main, 'start-classification', {
        documents: [{ name: 'processing-slip', number: draft.slipNumber.trim() }],
      });
    });
    if (done.has('start-classification'))
      await step('classify', 'classify', () => act(main, `classify-as-${draft.variant}`, {}));
  }
  if (session && draft.closeSession)
    await step('session', 'session', async () => {
      const { id, code, version } = await freshOf({ id: session });
      await act({ id, code, version }, 'open-petition', { documents: [{ name: 'petition', number: main.code }] });
    });
  return { main, others, done, failures };
}

/** The version the server holds now: a paper added to a case raises it. */
const freshOf = ({ id }: { id: number | string }) =>
  send(() => api.GET('/api/cases/{id}', { params: { path: { id: String(id) } } }));
