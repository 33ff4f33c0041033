import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** Counts each answer under the pattern of its route: what stands in the address itself may be a name. */
export function measureRequests(server: FastifyInstance, metrics: Metrics): void {
  if (!metrics.on) return;
  server.addHook('onResponse', (request, reply, done) => {
    const stream = String(reply.raw.getHeader('content-type')).startsWith('text/event-stream');
    if (!stream)
      metrics.observe('matbang_request_duration_seconds', reply.elapsedTime / 1000, {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: `${Math.floor(reply.statusCode / 100)}xx`,
      });
    done();
  });
}
