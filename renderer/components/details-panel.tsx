import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

interface Details {
  readonly title: string;
  close(): void;
}

interface DetailsFrame {
  /** What the panel shows now; null while it is closed. */
  readonly details: Details | null;
  /** Where the panel's content goes. */
  readonly host: HTMLElement | null;
  setHost(host: HTMLElement | null): void;
  setDetails(details: Details | null): void;
}

const DetailsContext = createContext<DetailsFrame | null>(null);

/** Lets pages open the frame's one details panel. */
export function DetailsProvider({ children }: { readonly children: ReactNode }) {
  const [details, setDetails] = useState<Details | null>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const frame = useMemo(() => ({ details, host, setHost, setDetails }), [details, host]);
  return <DetailsContext.Provider value={frame}>{children}</DetailsContext.Provider>;
}

/** The frame's side of the details panel. */
export function useDetailsFrame(): DetailsFrame {
  const frame = useContext(DetailsContext);
  if (frame === null) throw new Error('The details panel is used outside of DetailsProvider');
  return frame;
}

interface DetailsPanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Shows its children in the frame's split panel for as long as it is rendered. */
export function DetailsPanel({ title, onClose, children }: DetailsPanelProps) {
  const { host, setDetails } = useDetailsFrame();
  const latestClose = useRef(onClose);
  useEffect(() => {
    latestClose.current = onClose;
  });
  useEffect(() => {
    setDetails({ title, close: () => latestClose.current() });
  }, [title, setDetails]);
  useEffect(() => () => setDetails(null), [setDetails]);
  return host === null ? null : createPortal(children, host);
}
