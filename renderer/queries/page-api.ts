import { createContext, useContext } from 'react';
import type { PageApi } from '../host.ts';

const PageApiContext = createContext<PageApi | null>(null);

/** Gives the page its connection to the backend. */
export const PageApiProvider = PageApiContext.Provider;

/**
 * The connection to the backend, for what is not a query: streams, exports that page through rows.
 * @throws Error outside of `PageApiProvider`.
 */
export function usePageApi(): PageApi {
  const api = useContext(PageApiContext);
  if (api === null) throw new Error('usePageApi is used outside of PageApiProvider');
  return api;
}
