import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal, wait } from '../../../api/client.js';
import { say } from '../../../ui/toast.js';
import type { FieldError } from '../step-draft.js';
import { plainWords } from './plain-words.js';

/** For `send()`: shows that it is being sent again, and stops when the form is left. */
export interface SendOptions {
  onRetry(): void;
  signal: AbortSignal;
}

/** A line that broke after the save must not keep the form open. */
const patienceMs = 4000;

/** The state of one form being saved. A refusal keeps what was typed; after one the case is read again. */
export function useSend() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [retrying, setRetrying] = useState(false);
  const [refusal, setRefusal] = useState<{ message: string; errors: readonly FieldError[]; status: number }>();
  const left = useRef<AbortController>(undefined);
  useEffect(() => {
    const here = new AbortController();
    left.current = here;
    return () => here.abort();
  }, []);

  /** Runs the writes; their answer, or undefined when one was refused. Once done, `done` is said and all is read again. */
  async function run<T>(writes: (options: SendOptions) => Promise<T>, done?: string): Promise<T | undefined> {
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await writes({ onRetry: () => setRetrying(true), signal: left.current!.signal });
      if (done) say(done);
      // The form closes over the case as it is now: the next step must not start from the version before this one.
      await Promise.race([client.invalidateQueries(), wait(patienceMs)]);
      return answer;
    } catch (error) {
      const refused = error instanceof Refusal ? error : undefined;
      if (!left.current?.signal.aborted)
        setRefusal({
          message: plainWords((error as Error).message),
          errors: (refused?.errors ?? []).map((each) => ({ ...each, detail: plainWords(each.detail) })),
          status: refused?.status ?? 0,
        });
      void client.invalidateQueries();
      return undefined;
    } finally {
      setBusy(false);
      setRetrying(false);
    }
  }
  return {
    busy,
    retrying,
    run,
    message: refusal?.message,
    errors: refusal?.errors ?? [],
    status: refusal?.status,
    clear: () => setRefusal(undefined),
  };
}
