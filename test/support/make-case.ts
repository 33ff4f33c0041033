import type { PlainDate } from '../../src/domain/plain-date.js';
import { workflowOf } from '../../src/domain/kinds/registry.js';
import type { Client } from './ward.js';

export interface MadeCase {
  id: number;
  code: string;
  state: string;
  version: number;
}

const defaults: Record<string, object> = {
  'compensation-project': { title: 'Dự án thử', fields: { landUse: 'agricultural' } },
  'household-file': { title: 'Hộ thử' },
  'grave-relocation': {},
  'citizen-petition': {
    fields: { content: 'Đơn thử', channel: 'office' },
    people: [{ role: 'petitioner', name: 'Nguyễn Văn Thử' }],
  },
  'reception-session': { fields: { sessionOn: '2023-06-22' } },
};

/** A case of `kind`, opened over HTTP; a test names only what it is about. A household or grave gets a project. */
export async function makeCase(client: Client, kind: string, given: Record<string, any> = {}): Promise<MadeCase> {
  const { fields, ...rest } = defaults[kind] as { fields?: object };
  const needsProject = ['household-file', 'grave-relocation'].includes(kind) && !given.project && !given.household;
  const project = needsProject ? (await makeCase(client, 'compensation-project', { on: given.on })).code : undefined;
  const body = { kind, ...rest, ...(project && { project }), ...given, fields: { ...fields, ...given.fields } };
  const { status, body: opened } = await client.post('/cases', JSON.parse(JSON.stringify(body)) as object);
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(opened)}`);
  return opened as MadeCase;
}

/** Asks for one step, with every paper it needs; gives the answer whatever it is. */
export const askStep = (
  client: Client,
  kind: string,
  { id, version }: Pick<MadeCase, 'id' | 'version'>,
  action: string,
  on: PlainDate | string,
  fields: object = {},
) =>
  client.post(`/cases/${id}/actions/${action}`, {
    ...{ version, on, fields },
    documents: (workflowOf(kind).actions[action]?.needs ?? []).map((name) => ({ name })),
  });

/** The same; throws what the server refuses. */
export async function act(
  client: Client,
  kind: string,
  file: MadeCase,
  action: string,
  on: PlainDate | string,
  fields: object = {},
): Promise<MadeCase> {
  const answer = await askStep(client, kind, file, action, on, fields);
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  return answer.body as MadeCase;
}
