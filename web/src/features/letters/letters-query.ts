import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Letter = components['schemas']['LetterView'];

/** Letters written for a case and those that may be. Its key is under the case, so that a change of it asks again. */
export const caseLettersQuery = (code: string) =>
  queryOptions({
    queryKey: ['cases', code, 'letters'],
    queryFn: () => ask(api.GET('/api/cases/{id}/letters', { params: { path: { id: code } } })),
  });

export const templatesQuery = queryOptions({
  queryKey: ['letter-templates'],
  queryFn: () => ask(api.GET('/api/letter-templates')),
});

export const letterBookQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['letters', from, to],
    queryFn: () => ask(api.GET('/api/letters', { params: { query: { from, to } } })),
  });
