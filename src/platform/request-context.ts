import { AsyncLocalStorage } from 'node:async_hooks';
import type { Officer } from './officer.js';
import type { Once } from './once.js';

/** What history and limits need to know of the request in hand, and no use case wants to carry through. */
export interface RequestContext {
  /** Answered in `X-Request-Id`, and in every line of the log the request leaves; a thread's work has none. */
  id?: string;
  /** Network address the request came from. */
  address: string;
  /** Once signed in. */
  officer?: Officer;
  /** Reads of the second connection go to the replica; see `replica.ts`. */
  fromReplica?: boolean;
  /** Of a write that came with an idempotency key. */
  once?: Once;
}

const current = new AsyncLocalStorage<RequestContext | undefined>();

/** Runs what answers one request; everything it calls finds the same context. */
export const inRequest = <T>(context: RequestContext, answer: () => T): T => current.run(context, answer);

/** The request in hand; undefined in a job, a script or the start of the program. */
export const requestInHand = (): RequestContext | undefined => current.getStore();

/** Runs what is done for several requests at once, and so belongs to none of them. */
export const outsideRequests = <T>(work: () => T): T => current.run(undefined, work);

/** Runs work as part of the request in hand now, whenever it is called. */
export function asThisRequest(): <T>(work: () => T) => T {
  const context = current.getStore();
  return (work) => current.run(context, work);
}
