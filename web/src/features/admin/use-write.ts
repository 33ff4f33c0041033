import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal, send } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';

type Write<T> = Parameters<typeof send<T>>[0];
/** What an earlier try saved whose answer was lost, when the refusal of a later try shows that it did. */
type Recover<T> = (refusal: Refusal) => Promise<NonNullable<T> | undefined>;

/**
 * One write of a form. `run` answers with the data, or with nothing when it was refused; then `fault` has the sentence
 * for a field and `general` what belongs to no field. What was typed is the form's own and stays.
 */
export function useWrite(labels: Record<string, string> = {}) {
  const c = useText(everydayWords);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [retried, setRetried] = useState(false);
  const [error, setError] = useState<Error>();

  const run = async <T>(write: Write<T>, recover?: Recover<T>): Promise<NonNullable<T> | undefined> => {
    setBusy(true);
    setRetried(false);
    setError(undefined);
    let lost = false;
    try {
      const onRetry = () => {
        lost = true;
        setRetried(true);
      };
      const data = await send(write, { onRetry });
      await client.invalidateQueries();
      return data;
    } catch (failed) {
      const recovered = lost && failed instanceof Refusal ? await recover?.(failed) : undefined;
      if (recovered === undefined) setError(failed as Error);
      return recovered;
    } finally {
      setBusy(false);
    }
  };
  const problems = error instanceof Refusal ? error.errors : [];
  // "login" không đúng mẫu → Tên đăng nhập không đúng mẫu
  const say = (detail: string) => detail.replace(/^"([^"]+)"/, (_, field: string) => labels[field] ?? field);
  return {
    run,
    busy,
    error,
    waiting: busy && retried ? c.retrying : undefined,
    fault: (field: string) => {
      const found = problems.find((problem) => problem.field === field);
      return found && say(found.detail);
    },
    general: error && !problems.some(({ field }) => field !== undefined && field in labels) ? error.message : undefined,
    clear: () => setError(undefined),
  };
}
