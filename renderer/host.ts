import type { BackendEvent } from '../shared/api/answers.ts';
import type { Call, Send } from '../shared/api/contract.ts';

/** Stops listening. */
export type Unsubscribe = () => void;

/** What a host offers the page, whichever host it is. */
export interface Host {
  readonly send: Send;
  onEvent(listener: (event: BackendEvent) => void): Unsubscribe;
}

/** The page's side of the contract: every method by name, and the backend's events. */
export interface PageApi {
  readonly call: Call;
  onEvent(listener: (event: BackendEvent) => void): Unsubscribe;
}
