import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from '../navigation.ts';

/** A short message above the page. */
export interface Notice {
  /** A later message with the same id takes its place. */
  readonly id?: string;
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly header: string;
  readonly content?: string;
  /** What can be done about it, once. */
  readonly action?: { readonly label: string; run(): void };
}

interface Notices {
  readonly shown: readonly (Notice & { readonly id: string; readonly path: string })[];
  notify(notice: Notice): void;
  dismiss(id: string): void;
}

const NoticesContext = createContext<Notices | null>(null);

/** Keeps the messages above the page. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Notices['shown']>([]);
  const notify = useCallback((notice: Notice) => {
    setShown((before) => [
      ...before.filter(({ id }) => id !== notice.id),
      { ...notice, id: notice.id ?? crypto.randomUUID(), path: window.location.pathname },
    ]);
  }, []);
  const dismiss = useCallback((id: string) => {
    setShown((before) => before.filter((notice) => notice.id !== id));
  }, []);
  const { path } = useLocation();
  useEffect(() => setShown((before) => noticesAt(before, path)), [path]);
  const notices = useMemo(() => ({ shown, notify, dismiss }), [shown, notify, dismiss]);
  return <NoticesContext.Provider value={notices}>{children}</NoticesContext.Provider>;
}

/** The messages that still stand on a page: what was said of another is over once it is left. */
export function noticesAt<T extends { readonly path: string }>(
  shown: readonly T[],
  path: string,
): readonly T[] {
  const kept = shown.filter((notice) => notice.path === path);
  return kept.length === shown.length ? shown : kept;
}

/** The messages above the page: `notify({ type, header })`. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error('useNotices is used outside of NoticesProvider');
  return notices;
}
