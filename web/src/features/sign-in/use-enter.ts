import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

/** One step of coming in: busy while asked, the refusal in words, and the way to the screen wanted. */
export function useEnter(screen: string | undefined) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = async (step: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await step();
    } catch (failed) {
      setError((failed as Error).message);
    }
    setBusy(false);
  };
  const goIn = async (to = screen) => {
    client.clear();
    // Only a path of this site: an address elsewhere would make the sign-in somebody else's trap.
    await navigate({ href: to && /^\/(?![/\\])/.test(to) ? to : '/', replace: true });
  };
  return { attempt, goIn, error, busy };
}
