import { api, send } from '../../../api/client.js';
import { papersOf, type PaperDrafts } from '../step-draft.js';
import type { SendOptions } from './use-send.js';

/** A paper with its scan, as multipart: the texts before the file. */
export function paperForm(name: string, { number, on, file }: { number?: string; on?: string; file?: File }): FormData {
  const form = new FormData();
  form.set('name', name);
  if (number) form.set('number', number);
  if (on) form.set('on', on);
  if (file) form.set('file', file);
  return form;
}

/** Uploads one paper of a case. */
export const uploadPaper = (code: string, form: FormData, options: SendOptions) =>
  send(
    (headers) =>
      api.POST('/api/cases/{id}/documents', {
        headers,
        params: { path: { id: code } },
        body: form as never,
        bodySerializer: (body: unknown) => body as FormData,
      }),
    options,
  );

/**
 * The papers of a step for its request. Those with a scan are uploaded first, once (`keep` remembers); but a paper sent
 * before somebody else's step is no paper of this one, so with a new version it is sent again.
 */
export async function uploadScans(
  code: string,
  version: number,
  documents: PaperDrafts,
  keep: (documents: PaperDrafts) => void,
  options: SendOptions,
) {
  let drafts = documents;
  for (const [name, paper] of Object.entries(documents)) {
    if (!paper.file || paper.sent?.version === version) continue;
    const { id } = await uploadPaper(code, paperForm(name, paper), options);
    drafts = { ...drafts, [name]: { ...paper, sent: { id, version } } };
    keep(drafts);
  }
  return papersOf(drafts);
}
