import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** A refusal of the server: `detail` says in Vietnamese what to mend, `errors` points at fields. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: { code: string; field?: string; detail: string; [more: string]: unknown }[],
  ) {
    super(detail);
  }
}

/** No answer came: the line or the server is down. */
class Unreachable extends Error {
  constructor() {
    super('Mất kết nối với máy chủ. Hãy kiểm tra mạng rồi thử lại.');
  }
}

/** The typed client; every path and body comes from the server's own description. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  // `?kind=a&kind=b`, as the server reads it.
  querySerializer: { array: { style: 'form', explode: true } },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Where nobody is signed in yet, a refusal to sign in is no lost session. */
const beforeSignIn = /^\/(dang-nhap|loi-moi)/;

/** The data of an answer, or the refusal thrown. */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer.catch((failure: Error) => {
    // What `fetch` throws when nothing came back, in the browser's English.
    throw failure instanceof TypeError ? new Unreachable() : failure;
  });
  if (response.ok) return (data ?? {}) as NonNullable<T>;
  if (response.status === 401 && !beforeSignIn.test(location.pathname)) window.dispatchEvent(new Event('signed-out'));
  const problem = error as { code?: string; detail?: string; errors?: Refusal['errors'] } | undefined;
  throw new Refusal(
    response.status,
    problem?.code ?? `http-${response.status}`,
    problem?.detail ?? 'Máy chủ không trả lời được. Hãy thử lại.',
    problem?.errors ?? [],
  );
}

/** One write of this screen. `crypto.randomUUID` exists only on https, and a ward opens this by plain http. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A write that a dropped connection does not lose: it is sent again, with the same idempotency key, until the server
 * answers. `onRetry` tells the person; giving up (`signal`) leaves what was typed where it is.
 */
export async function send<T>(
  write: (headers: { 'idempotency-key': string }) => Promise<Answer<T>>,
  { onRetry, signal, key = newKey() }: { onRetry?: () => void; signal?: AbortSignal; key?: string } = {},
): Promise<NonNullable<T>> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask(write({ 'idempotency-key': key }));
    } catch (error) {
      const unreachable =
        error instanceof Unreachable || (error instanceof Refusal && [502, 503, 504].includes(error.status));
      if (!unreachable || signal?.aborted) throw error;
      onRetry?.();
      await wait(Math.min(1000 * 2 ** tries, 8000));
    }
  }
}
