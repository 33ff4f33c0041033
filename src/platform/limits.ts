import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './config.js';
import { httpProblem, problemType } from './problem.js';
import { REQUEST_ID, requestIds } from './request-id.js';
import { bareHeaders } from './safe-headers.js';

/** A scan of an A4 file at office quality stays far below this. */
const uploadBytes = 25 * 1024 * 1024;
/** The largest form: five hundred signatories of one petition, each with an address. */
const bodyBytes = 2 * 1024 * 1024;
/** A search address carries the matter of a petition: 4000 letters, each up to nine characters once encoded. */
const urlLength = 40_000;
const headerBytes = 48 * 1024;
/** The code of a case has sixty letters; a letter may take nine characters. */
const pathPartLength = 540;

/** A scan of 25 MB over a village line of 1 Mbit/s takes 200 seconds. */
const requestMs = 300_000;
/** Headers are a few kilobytes; who needs longer for them is holding the line on purpose. */
const headersMs = 20_000;
/** A line on which nothing at all moves. An event stream beats every 25 seconds. */
const silenceMs = 120_000;
/** How often the server looks for requests that take too long. */
const lookMs = 5_000;

/** What a multipart form may hold: one scan and the few words about it. */
export const uploadLimits = {
  fileSize: uploadBytes,
  files: 1,
  fields: 20,
  parts: 21,
  fieldSize: 4_000,
  fieldNameSize: 100,
  headerPairs: 50,
};

/** The HTTP server with a limit on everything a stranger can send; each is answered with a number and a sentence. */
export function limitedServer({ trustProxy }: Pick<Config, 'trustProxy'>): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytes,
    connectionTimeout: silenceMs,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    trustProxy: [...trustProxy],
    genReqId: requestIds(trustProxy),
    http: { maxHeaderSize: headerBytes, headersTimeout: headersMs, connectionsCheckingInterval: lookMs },
    routerOptions: { maxParamLength: pathPartLength },
    frameworkErrors: (error: FastifyError, _: FastifyRequest, reply: FastifyReply) =>
      answerEarly(reply, error.statusCode ?? 400),
    clientErrorHandler: (error, socket) => answerRaw(statusOf(error.code), socket),
  });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID, request.id);
    if (request.raw.url!.length <= urlLength) done();
    else answerEarly(reply, 414);
  });
  return adapter;
}

function answerEarly(reply: FastifyReply, status: number): void {
  const requestId = reply.request.id;
  void reply
    .status(status)
    .headers({ ...bareHeaders, [REQUEST_ID]: requestId, 'content-type': problemType })
    .send({ ...httpProblem(status), requestId });
}

/** What Node says of a request it could not read. */
function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}

/** There is no request to answer yet, only a line. */
function answerRaw(status: number, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify(httpProblem(status));
  const headers = {
    ...bareHeaders,
    'content-type': problemType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
}
