import { Client } from 'undici';
import { percentile } from './measure.mjs';

/**
 * Keeps `connections` connections busy, each asking again as soon as it is answered. `next` gives the next request:
 * `{ path, method, body, after }`, and a cookie of its own if not that of all; several addresses are taken in turn. Times in
 * milliseconds.
 */
export async function load(urls, { connections, seconds, next, cookie }) {
  const addresses = [urls].flat();
  const times = [];
  let refused = 0;
  let firstRefusal;
  const until = performance.now() + seconds * 1000;
  const begun = performance.now();
  await Promise.all(
    [...Array(connections).keys()].map(async (i) => {
      const client = new Client(addresses[i % addresses.length], { pipelining: 1 });
      for (let n = 0; performance.now() < until; n++) {
        const request = next(i, n);
        if (!request) break;
        const { path, method = 'GET', body, after, cookie: own = cookie } = request;
        const asked = performance.now();
        const { status, text } = await answerOf(
          client,
          {
            path,
            method,
            headers: { cookie: own, ...(body && { 'content-type': 'application/json' }) },
            ...(body && { body: JSON.stringify(body) }),
          },
          after !== undefined,
        );
        times.push(performance.now() - asked);
        if (status >= 300) {
          refused++;
          firstRefusal ??= `${status} ${text.slice(0, 300)}`;
        }
        after?.(status, text);
      }
      await client.close();
    }),
  );
  const took = (performance.now() - begun) / 1000;
  if (refused > times.length / 100) throw new Error(`${refused} of ${times.length} refused: ${firstRefusal}`);
  return {
    perSecond: times.length / took,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    asked: times.length,
    refused,
  };
}

/**
 * The processors are those of the program measured: no stream is made of the answer, and what nobody looks at is not made
 * a text.
 */
const answerOf = (client, request, wanted) =>
  new Promise((done, fail) => {
    let status;
    const parts = [];
    client.dispatch(request, {
      onConnect: () => undefined,
      onHeaders: (code) => {
        status = code;
        return true;
      },
      onData: (part) => {
        if (wanted || status >= 300) parts.push(part);
        return true;
      },
      onComplete: () => done({ status, text: Buffer.concat(parts).toString() }),
      onError: fail,
    });
  });
