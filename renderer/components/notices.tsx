import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

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
  readonly shown: readonly (Notice & { readonly id: string })[];
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
      { ...notice, id: notice.id ?? crypto.randomUUID() },
    ]);
  }, []);
  const dismiss = useCallback((id: string) => {
    setShown((before) => before.filter((notice) => notice.id !== id));
  }, []);
  const notices = useMemo(() => ({ shown, notify, dismiss }), [shown, notify, dismiss]);
  return <NoticesContext.Provider value={notices}>{children}</NoticesContext.Provider>;
}

/** The messages above the page: `notify({ type, header })`. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error('useNotices is used outside of NoticesProvider');
  return notices;
}
