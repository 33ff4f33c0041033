import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A system that webhooks are posted to. `take` says what it answers: a status, or a way to misbehave. */
export async function startReceiver(take: (call: Call) => number | 'redirect' | 'hang') {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const answer = take({ path: request.url!, headers: request.headers, body });
      if (answer === 'hang') return;
      if (answer === 'redirect') response.writeHead(302, { location: `${address}/elsewhere` }).end();
      else response.writeHead(answer).end('xong');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    hangUp: () => server.closeAllConnections(),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As docs/webhooks.md tells a receiver to check it. */
export function isSigned({ headers, body }: Call, secret: string): boolean {
  const hmac = createHmac('sha256', secret).update(`${headers['x-matbang-timestamp'] as string}.${body}`);
  return headers['x-matbang-signature'] === `sha256=${hmac.digest('hex')}`;
}
