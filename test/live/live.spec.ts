import { setTimeout as sleep } from 'node:timers/promises';
import { LiveStreams } from '../../src/live/live-streams.js';
import { act, makeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { eventually, Ward, type Client } from '../support/ward.js';

interface Stream {
  response: Response;
  /** Every event so far. */
  events: any[];
  /** Everything so far, comments included. */
  text(): string;
  ended: Promise<void>;
}

async function listen(client: Client): Promise<Stream> {
  await client.get('/me'); // signs in
  const response = await client.raw('GET', '/events');
  let text = '';
  const events: any[] = [];
  const read = async () => {
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk as Uint8Array).toString();
      events.splice(0, Infinity, ...[...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!)));
    }
  };
  return { response, events, text: () => text, ended: read() };
}

describe.each(engines())('live updates on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  test('a step of one officer reaches the others, by id and version only', async () => {
    const file = await makeCase(ward.as('can-bo'), 'citizen-petition');
    const stream = await listen(ward.as('lanh-dao'));
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    const moved = await act(ward.as('can-bo'), 'citizen-petition', file, 'start-classification', '2023-06-15');
    await eventually(() => expect(stream.events).toContainEqual({ type: 'case', id: file.id, version: moved.version }));
    await ward.as('can-bo').post(`/cases/${file.id}/notes`, { note: 'Đã gọi điện cho bà Tư' });
    await eventually(() => expect(stream.events).toContainEqual({ type: 'case', id: file.id }));
    expect(stream.text()).not.toContain('Tư');
  });

  test('a refused write and a preview tell nothing', async () => {
    const file = await makeCase(ward.as('can-bo'), 'citizen-petition');
    const stream = await listen(ward.as('lanh-dao'));
    const refused = await ward.as('can-bo').post(`/cases/${file.id}/assignee`, { version: 99, assigneeId: null });
    expect(refused.status).toBe(409);
    const day = { date: '2023-06-22', kind: 'holiday', name: 'Nghỉ thử' };
    await ward.as('quan-ly').post('/calendar/changes', { set: [day], reason: 'thử', preview: true });
    await ward.as('can-bo').post(`/cases/${file.id}/notes`, { note: 'xong' });
    await eventually(() => expect(stream.events).toEqual([{ type: 'case', id: file.id }]));
  });

  test('a calendar change is told to all', async () => {
    const stream = await listen(ward.as('can-bo-2'));
    const day = { date: '2023-06-29', kind: 'holiday', name: 'Nghỉ thử' };
    await ward.as('quan-ly').post('/calendar/changes', { set: [day], reason: 'Thông báo thử' });
    await eventually(() => expect(stream.events).toContainEqual({ type: 'calendar' }));
  });

  test('a beat keeps a stream open, and ends that of a session which has ended', async () => {
    const streams = ward.app.get(LiveStreams);
    const stays = await listen(ward.as('lanh-dao'));
    const leaves = await listen(ward.as('tiep-dan'));
    await ward.as('tiep-dan').raw('DELETE', '/session');
    await streams.beat();
    await leaves.ended;
    expect(leaves.events).toEqual([{ type: 'signed-out' }]);
    await eventually(() => expect(stays.text()).toContain(': beat'));
    expect(stays.events).toEqual([]);
  });

  test('nobody who is not signed in hears anything', async () => {
    const { status } = await fetch(`${ward.url}/api/events`);
    expect(status).toBe(401);
  });
});

test.each(engines())('open streams end with the process on %s', async (engine) => {
  const ward = await Ward.start({ engine });
  const stream = await listen(ward.as('lanh-dao'));
  await ward.stop();
  await Promise.race([stream.ended, sleep(5000).then(() => Promise.reject(new Error('still open')))]);
});

test.each(engines().filter((engine) => engine === 'postgres'))(
  'processes on one %s hear each other',
  async (engine) => {
    const ward = await Ward.start({ engine });
    const other = await Ward.beside(ward);
    const stream = await listen(other.as('lanh-dao'));
    const file = await makeCase(ward.as('can-bo'), 'citizen-petition');
    await eventually(() => expect(stream.events).toContainEqual({ type: 'case', id: file.id }));
    await other.stop();
    await ward.stop();
  },
);
