import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';

/** Other people's changes: the server says what changed, the screens that show it ask again. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    let events: EventSource | undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    // After the first screen is there, so that it does not wait for this.
    const start = setTimeout(() => {
      events = new EventSource('/api/events');
      events.onmessage = () => {
        // Thirty updates in a row are one refresh.
        pending ??= setTimeout(() => {
          pending = undefined;
          void client.invalidateQueries();
        }, 400);
      };
    }, 1500);
    return () => {
      clearTimeout(start);
      clearTimeout(pending);
      events?.close();
    };
  }, [client]);
}
