import { QueryClient } from '@tanstack/react-query';

const FRESH_MS = 60_000;

/**
 * One cache of answers. The backend says when something changed, so nothing is asked again for
 * focus or network reasons; the backend is on this machine, so being offline does not matter.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        retry: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
