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
        const answer = await client.request({
          path,
          method,
          headers: { cookie: own, ...(body && { 'content-type': 'application/json' }) },
          ...(body && { body: JSON.stringify(body) }),
        });
        const wanted = after !== undefined || answer.statusCode >= 300;
        // What nobody looks at is not made a text: the processors are those of the program measured.
        const text = wanted ? await answer.body.text() : await answer.body.dump();
        times.push(performance.now() - asked);
        if (answer.statusCode >= 300) {
          refused++;
          firstRefusal ??= `${answer.statusCode} ${text.slice(0, 300)}`;
        }
        after?.(answer.statusCode, text);
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
