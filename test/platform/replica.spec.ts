import { getDataSourceToken } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { READ } from '../../src/platform/connections.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { engines, ownPostgres, replicaOf, type OwnPostgres } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';

const lagMs = 1_500;
const rounds = 12;

/** Questions of this process that went to the replica, from here on. */
function countReplica(ward: Ward): () => number {
  const { driver } = ward.app.get<DataSource>(getDataSourceToken(READ)) as DataSource & {
    driver: { obtainSlaveConnection(): Promise<unknown> };
  };
  const obtain = driver.obtainSlaveConnection.bind(driver);
  let asked = 0;
  driver.obtainSlaveConnection = () => {
    asked++;
    return obtain();
  };
  return () => asked;
}

(engines().includes('postgres') ? describe : describe.skip)('two processes and a replica that lags', () => {
  let primary: OwnPostgres;
  let replica: OwnPostgres;
  let here: Ward;
  let there: Ward;
  let behind: pg.Client;
  let file: MadeCase & { title?: string };
  let asked: () => number;
  beforeAll(async () => {
    primary = (await ownPostgres())!;
    replica = await replicaOf(primary, lagMs);
    behind = new pg.Client({ connectionString: replica.url });
    behind.on('error', () => undefined);
    await behind.connect();
    here = await Ward.start({
      ...{ engine: 'postgres', databaseUrl: primary.url, databaseReplicaUrl: replica.url },
      // What is given again from memory asks neither.
      answersMb: 0,
    });
    there = await Ward.beside(here);
    asked = countReplica(there);
    file = await makeCase(here.as('can-bo'), 'compensation-project');
  });
  afterAll(async () => {
    await behind?.end().catch(() => undefined);
    await there?.stop();
    await here?.stop();
    await replica?.stop();
    await primary?.stop();
  });

  const onReplica = async () =>
    (await behind.query<{ title: string }>('SELECT title FROM case_file WHERE id = $1', [file.id])).rows[0]?.title;
  const shownTo = async (ward: Ward, login: 'can-bo' | 'lanh-dao') =>
    (await ward.as(login).get(`/cases/${file.id}`)).body;

  test('what was saved in one process is shown by the other at once, while the replica still has the old version', async () => {
    await eventually(async () => expect(await onReplica()).toBeDefined());
    let old = 0;
    for (let i = 0; i < rounds; i++) {
      const title = `Tên lần ${i}`;
      const [writes, reads] = i % 2 === 0 ? [here, there] : [there, here];
      const { version } = await shownTo(writes, 'can-bo');
      const saved = await writes.as('can-bo').post(`/cases/${file.id}/corrections`, { version, reason: 'Sửa', title });
      expect(saved.status).toBe(200);
      expect(await shownTo(reads, 'can-bo')).toMatchObject({ title, version: saved.body.version });
      if ((await onReplica()) !== title) old++;
    }
    expect(old).toBe(rounds);
  });

  test('whoever hears of a change reads it, not what was before it', async () => {
    const cookie = await signIn(there, 'lanh-dao');
    const closing = new AbortController();
    const stream = await fetch(`${there.url}/api/events`, { headers: { cookie }, signal: closing.signal });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const part of stream.body!.pipeThrough(new TextDecoderStream()))
        if (part.includes('"case"')) seen.push((await shownTo(there, 'lanh-dao')).title);
    })().catch(() => undefined);
    for (let i = 0; i < 5; i++) {
      const { version } = await shownTo(here, 'can-bo');
      const title = `Tên nghe được ${i}`;
      await here.as('can-bo').post(`/cases/${file.id}/corrections`, { version, reason: 'Sửa', title });
      await eventually(() => expect(seen.at(-1)).toBe(title), 5);
    }
    closing.abort();
    await reading;
    expect(seen).toEqual([...Array(5).keys()].map((i) => `Tên nghe được ${i}`));
  });

  test('once it has caught up the replica answers, and only questions go there', async () => {
    await eventually(async () => {
      const before = asked();
      await there.as('can-bo').get(`/cases/${file.id}`);
      // One connection to ask how far it is, the others for the case itself.
      expect(asked()).toBeGreaterThan(before + 1);
    });
    const before = asked();
    await there.as('can-bo').post(`/cases/${file.id}/notes`, { note: 'Ghi' });
    await fetch(`${there.url}/health/ready`);
    expect(asked()).toBe(before);
  });

  test('a sign-out counts at once, however late the replica', async () => {
    const cookie = await signIn(here, 'tiep-dan');
    const me = (ward: Ward) => fetch(`${ward.url}/api/me`, { headers: { cookie } }).then(({ status }) => status);
    expect([await me(here), await me(there)]).toEqual([200, 200]);
    await fetch(`${here.url}/api/session`, { method: 'DELETE', headers: { cookie } });
    expect([await me(there), await me(here)]).toEqual([401, 401]);
  });

  test('while the replica is away the primary answers, and a process started then does without it', async () => {
    await replica.stop();
    for (let i = 0; i < 3; i++) await shownTo(there, 'can-bo'); // lines that break are replaced
    expect((await there.as('can-bo').get(`/cases/${file.id}`)).status).toBe(200);
    const third = await Ward.beside(here);
    expect((await third.as('can-bo').get(`/cases/${file.id}`)).status).toBe(200);
    await third.stop();
  });
});

async function signIn(ward: Ward, login: string): Promise<string> {
  const response = await fetch(`${ward.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'demo-mat-bang' }),
  });
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}
