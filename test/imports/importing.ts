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
}

/** Hands in and checks with the columns as the program matched them. */
export async function checked(
  client: Client,
  kind: string,
  content: Buffer,
  { path = '/imports', ...more }: Checking = {},
) {
  const { status, body } = await handIn(client, kind, content, 'ho-dan.xlsx', path);
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
