import { AsyncLocalStorage } from 'node:async_hooks';
import { InBatches } from '../../src/platform/in-batches.js';
import { inRequest, requestInHand } from '../../src/platform/request-context.js';

/** A turn of the loop. */
const turn = () => new Promise((done) => setImmediate(done));

/** Batches as they were worked on, each held until it is let go. */
function held() {
  const begun: number[][] = [];
  const waiting: (() => void)[] = [];
  const batches = new InBatches<string, number, string>(3, async (key, items) => {
    begun.push(items);
    await new Promise<void>((go) => waiting.push(go));
    if (items.includes(13)) throw new Error(`no ${items.join()}`);
    return items.map((item) => `${key}${item}`);
  });
  return {
    ...{ batches, begun },
    async letGo() {
      waiting.shift()!();
      await turn();
    },
  };
}

test('what comes in one turn of the loop goes together, and what comes meanwhile, at most so many, each with its own result', async () => {
  const { batches, begun, letGo } = held();
  const run = (items: number[]) => items.map((item) => batches.run('a', item));
  const results = run([1, 2]);
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([[1, 2]]);
  results.push(...run([3, 4, 5, 6]));
  await turn();
  expect(begun).toEqual([[1, 2]]);
  for (let i = 0; i < 3; i++) await letGo();
  expect(begun).toEqual([[1, 2], [3, 4, 5], [6]]);
  expect(await Promise.all(results)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
  void batches.run('a', 7);
  await turn();
  expect(begun.at(-1)).toEqual([7]);
});

test('keys do not wait for each other', async () => {
  const { batches, begun } = held();
  void batches.run('a', 1);
  void batches.run('b', 2);
  await turn();
  expect(begun).toEqual([[1], [2]]);
});

test('where a batch fails each goes by itself, so that one bad item holds up no other', async () => {
  const { batches, begun, letGo } = held();
  const outcomes = Promise.allSettled([12, 13, 14].map((item) => batches.run('a', item)));
  await turn();
  for (let i = 0; i < 4; i++) await letGo();
  expect(begun).toEqual([[12, 13, 14], [12], [13], [14]]);
  expect(await outcomes).toMatchObject([{ value: 'a12' }, { reason: new Error('no 13') }, { value: 'a14' }]);
});

test('what failed outside the program is told to all of a batch: it may have been written all the same', async () => {
  const begun: number[][] = [];
  const batches = new InBatches<string, number, string>(3, (_, items) => {
    begun.push(items);
    return Promise.reject(new Error('Connection terminated unexpectedly'));
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => batches.run('a', item)));
  expect(begun).toEqual([[1, 2, 3]]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('a batch belongs to no request, least of all to the one that came first; an item may bring its own', async () => {
  const address = () => requestInHand()?.address;
  const seen: unknown[] = [];
  const batches = new InBatches<string, ReturnType<typeof AsyncLocalStorage.snapshot>, unknown>(3, async (_, items) => {
    const own = items.map((within) => within(address));
    seen.push(address());
    await new Promise(setImmediate);
    seen.push(address());
    return own;
  });
  const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
  const asked = addresses.map((one) =>
    inRequest({ address: one }, async () => [await batches.run('a', AsyncLocalStorage.snapshot()), address()]),
  );
  expect(await Promise.all(asked)).toEqual(addresses.map((one) => [one, one]));
  expect(seen).toEqual([undefined, undefined, undefined, undefined]);
});

test('those who were at work at once are waited for, so that they go together again, but not for ever', async () => {
  const begun: number[][] = [];
  const work = (_: string, items: number[]) => {
    begun.push(items);
    return Promise.resolve(items);
  };
  const batches = new InBatches<string, number, number>(3, work, 1000);
  await batches.run('a', 1);
  await turn();
  await batches.run('a', 2);
  await turn();
  // Alone, each at once.
  expect(begun.splice(0)).toEqual([[1], [2]]);
  await Promise.all([3, 4].map((item) => batches.run('a', item)));
  expect(begun.splice(0)).toEqual([[3, 4]]);
  const fifth = batches.run('a', 5);
  await turn();
  expect(begun).toEqual([]);
  await Promise.all([fifth, batches.run('a', 6)]);
  expect(begun.splice(0)).toEqual([[5, 6]]);
  const seventh = batches.run('a', 7);
  await turn();
  expect(begun).toEqual([]);
  await seventh;
  await turn();
  await batches.run('a', 8);
  expect(begun).toEqual([[7], [8]]);
});
