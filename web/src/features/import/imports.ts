import { queryOptions } from '@tanstack/react-query';
import type { send } from '../../api/client.js';
import { api, ask } from '../../api/client.js';
import { useMe, worksCases } from '../../app/session.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Import = Schemas['ImportPageView'];
export type ImportRow = Schemas['ImportRowView'];
export type Status = ImportRow['status'];
export type Kind = Import['kind'];

export const running = (state: Import['state']) => /ing$|ing-back$/.test(state);
const polledMs = 700;
const caseKinds: Kind[] = ['households', 'graves', 'petitions', 'payments'];
const accountKinds: Kind[] = ['accounts'];

type Headers = Parameters<Parameters<typeof send>[0]>[0];
export type As = 'xlsx' | 'csv';

/** Whose imports these are: an administrator's are of the people who sign in, everybody else's of cases. */
const importsOf = (accounts: boolean) => ({
  kinds: accounts ? accountKinds : caseKinds,
  list: queryOptions({
    queryKey: ['imports'],
    queryFn: () => ask(api.GET(accounts ? '/api/account-imports' : '/api/imports')),
  }),
  /** One import, asked again and again while its run lasts. */
  one: (id: number) =>
    queryOptions({
      queryKey: ['import', id],
      queryFn: () =>
        ask(api.GET(accounts ? '/api/account-imports/{id}' : '/api/imports/{id}', { params: { path: { id } } })),
      refetchInterval: ({ state }) => (state.data && running(state.data.state) ? polledMs : false),
    }),
  /** The rows of one status from a place on. */
  rows: (id: number, status: Status | '', from: number) =>
    ask(
      api.GET(accounts ? '/api/account-imports/{id}/rows' : '/api/imports/{id}/rows', {
        params: { path: { id }, query: { from, ...(status && { status }) } },
      }),
    ),
  /** The kind before the file: the form is read part by part. */
  upload: (kind: Kind, file: File) => (headers: Headers) => {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', file);
    return api.POST(accounts ? '/api/account-imports' : '/api/imports', {
      headers,
      body: form as never,
      bodySerializer: (body: unknown) => body as FormData,
    });
  },
  check: (id: number, body: Schemas['CheckImportDto']) => (headers: Headers) =>
    api.POST(accounts ? '/api/account-imports/{id}/check' : '/api/imports/{id}/check', {
      ...{ headers, body, params: { path: { id } } },
    }),
  apply: (id: number, rows: readonly number[]) => (headers: Headers) =>
    api.POST(accounts ? '/api/account-imports/{id}/apply' : '/api/imports/{id}/apply', {
      ...{ headers, params: { path: { id } }, body: rows.length > 0 ? { rows: [...rows] } : {} },
    }),
  takeBack: (id: number) => (headers: Headers) =>
    api.POST(accounts ? '/api/account-imports/{id}/take-back' : '/api/imports/{id}/take-back', {
      ...{ headers, params: { path: { id } } },
    }),
  sampleAddress: (kind: Kind) => (accounts ? '/api/account-imports/sample' : `/api/imports/samples/${kind}`),
  currentAddress: (kind: Kind, as: As) =>
    `${accounts ? '/api/account-imports/current' : `/api/imports/current/${kind}`}?as=${as}`,
});

export const useImports = () => importsOf(!worksCases(useMe().role));
