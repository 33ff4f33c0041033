import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { eventually, type Client } from '../support/ward.js';

/** Hands a workbook in; gives the answer as it came. */
export function handIn(client: Client, kind: string, content: Buffer, name = 'ho-dan.xlsx', path = '/imports') {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return client.post(path, form);
}

/** Asks until the run is over. */
const settled = (client: Client, id: number, path = '/imports'): Promise<any> =>
  eventually(async () => {
    const { body } = await client.get(`${path}/${id}`);
    if (/ing$|ing-back$/.test(body.state as string)) throw new Error(`still ${body.state}`);
    return body;
  }, 120);

export interface Checking {
  project?: string;
  whole?: boolean;
  eraseBlank?: boolean;
  path?: string;
  /** Of the file; the ending tells a csv. */
  name?: string;
}

/** Hands in and checks with the columns as the program matched them. */
export async function checked(
  client: Client,
  kind: string,
  content: Buffer,
  { path = '/imports', name = 'ho-dan.xlsx', ...more }: Checking = {},
) {
  const { status, body } = await handIn(client, kind, content, name, path);
  if (status !== 201) throw new Error(`not handed in: ${JSON.stringify(body)}`);
  const [sheet] = body.sheets;
  const { headerRow, columns } = sheet;
  const begun = await client.post(`${path}/${body.id}/check`, { sheet: sheet.name, headerRow, columns, ...more });
  if (begun.status !== 202) throw new Error(`not checked: ${JSON.stringify(begun.body)}`);
  return settled(client, body.id as number, path);
}

export async function applied(client: Client, id: number, rows?: number[], path = '/imports') {
  const begun = await client.post(`${path}/${id}/apply`, { ...(rows && { rows }) });
  if (begun.status !== 202) throw new Error(`not applied: ${JSON.stringify(begun.body)}`);
  return settled(client, id, path);
}

export async function takenBack(client: Client, id: number, path = '/imports') {
  await client.post(`${path}/${id}/take-back`, {});
  return settled(client, id, path);
}

export const rowsOf = async (client: Client, id: number, status?: string, path = '/imports'): Promise<any[]> =>
  (await client.get(`${path}/${id}/rows${status ? `?status=${status}` : ''}`)).body.rows;

/** A household whose plan is approved, so that it can be paid from 01/06/2023 on. */
export async function approvedHousehold(client: Client, given: object): Promise<MadeCase> {
  let file = await makeCase(client, 'household-file', { on: '2023-01-09', ...given });
  for (const [action, on, fields] of [
    ['serve-notice', '2023-01-09', { landUse: 'agricultural' }],
    ['record-declaration', '2023-01-16'],
    ['record-inventory', '2023-01-30', { holderSigned: true }],
    ['confirm-origin', '2023-02-13'],
    ['include-in-plan', '2023-03-01'],
    ['approve-plan', '2023-06-01', { effectiveOn: '2023-06-01' }],
  ] as const)
    file = await act(client, 'household-file', file, action, on, fields);
  return file;
}
