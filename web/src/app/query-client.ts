import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/client.js';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal will be refused again; a dropped connection is worth asking once more.
      retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
    },
  },
});
