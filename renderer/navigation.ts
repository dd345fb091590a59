import { useSyncExternalStore } from 'react';

const CHANGED = 'assay:navigated';

/** The addresses of the pages. */
export type PagePath =
  | '/'
  | '/spend'
  | '/models'
  | '/access'
  | '/knowledge-agents'
  | '/audit'
  | '/findings'
  | '/prompt-lab'
  | '/settings';

/** What may stand behind the `?` of an address. */
export type QueryValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Goes to an address of this page without loading it anew; `replace` leaves no step for "back". */
export function navigate(href: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace === true) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
  window.dispatchEvent(new Event(CHANGED));
}

/** The address as `path` and `search` (with its `?`); renders again when it changes. */
export function useLocation(): { readonly path: string; readonly search: string } {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname);
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return { path, search };
}

/**
 * The address of a page with filters set. The period of `currentSearch` goes along, so that a jump
 * from one page to another stays in the month that is looked at.
 */
export function hrefOf(path: PagePath, query: QueryValues, currentSearch: string): string {
  const current = new URLSearchParams(currentSearch);
  const next = new URLSearchParams();
  for (const key of ['from', 'to', 'month']) {
    const value = current.get(key);
    if (value !== null && query[key] === undefined) next.set(key, value);
  }
  for (const [key, value] of Object.entries(query)) {
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) next.append(key, each);
  }
  const search = next.toString();
  return search === '' ? path : `${path}?${search}`;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(CHANGED, changed);
  };
}
