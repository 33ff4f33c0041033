import { queryOptions } from '@tanstack/react-query';
import type { send } from '../../api/client.js';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Import = Schemas['ImportPageView'];
export type ImportRow = Schemas['ImportRowView'];
export type Status = ImportRow['status'];
export type Kind = Import['kind'];

export const running = (state: Import['state']) => /ing$|ing-back$/.test(state);
const polledMs = 700;

/** One import, asked again and again while its run lasts. */
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => ask(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && running(state.data.state) ? polledMs : false),
  });

export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => ask(api.GET('/api/imports')) });

/** The rows of one status from a place on. */
export const askRows = (id: number, status: Status | '', from: number) =>
  ask(api.GET('/api/imports/{id}/rows', { params: { path: { id }, query: { from, ...(status && { status }) } } }));

/** The kind before the file: the form is read part by part. */
export const uploadForm = (kind: Kind, file: File) => (headers: Parameters<Parameters<typeof send>[0]>[0]) => {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', file);
  return api.POST('/api/imports', {
    headers,
    body: form as never,
    bodySerializer: (body: unknown) => body as FormData,
  });
};
