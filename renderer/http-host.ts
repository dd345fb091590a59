import type { BackendEvent } from '../shared/api/answers.ts';
import type { Result } from '../shared/api/result.ts';
import type { Host } from './host.ts';
import { ndjsonSplitter } from './ndjson.ts';

const TOKEN_KEY = 'assay-token';
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

/**
 * The one-time token of this server: from the address's fragment at the first visit (which is then
 * removed from the address), from the tab's session afterwards; empty when there is none.
 */
export function takeToken(): string {
  const match = /^#token=(.+)$/.exec(window.location.hash);
  if (match?.[1] === undefined) return window.sessionStorage.getItem(TOKEN_KEY) ?? '';
  const token = decodeURIComponent(match[1]);
  window.sessionStorage.setItem(TOKEN_KEY, token);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return token;
}

/** The loopback server as a host: one POST for each call, one streaming GET for events. */
export function httpHost(token: string): Host {
  const headers = { 'x-assay-token': token };
  return {
    send: (method, input) => post(method, input, headers),
    onEvent(listener) {
      const stop = new AbortController();
      void listen({ headers, listener, signal: stop.signal });
      return () => stop.abort();
    },
  };
}

async function post(
  method: string,
  input: unknown,
  headers: Record<string, string>,
): Promise<Result<unknown>> {
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    return isResult(answer) ? answer : unreachable(`answered ${response.status}`);
  } catch (thrown) {
    return unreachable(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function isResult(value: unknown): value is Result<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function unreachable(detail: string): Result<never> {
  const message = `Assay does not answer at ${window.location.origin} (${detail}). Start it again with \`npm start\` and open the address that it prints.`;
  return { ok: false, error: { code: 'io-failed', message } };
}

interface Listening {
  readonly headers: Record<string, string>;
  readonly listener: (event: BackendEvent) => void;
  readonly signal: AbortSignal;
}

/** Reads events until stopped; a broken stream is opened again, and then everything may have changed. */
async function listen({ headers, listener, signal }: Listening): Promise<void> {
  for (let retryMs = FIRST_RETRY_MS; !signal.aborted; retryMs = nextRetry(retryMs)) {
    const opened = await readStream({ headers, listener, signal });
    if (opened) retryMs = FIRST_RETRY_MS;
    await pause(retryMs, signal);
    if (opened && !signal.aborted) listener({ type: 'workspace' });
  }
}

function nextRetry(retryMs: number): number {
  return Math.min(retryMs * 2, LAST_RETRY_MS);
}

async function readStream({ headers, listener, signal }: Listening): Promise<boolean> {
  try {
    const response = await fetch('/api/events', { headers, signal });
    if (!response.ok || response.body === null) return false;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const split = ndjsonSplitter();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      for (const line of split(value)) listener(JSON.parse(line));
    }
  } catch {
    // A broken or refused stream is not an error to show: calls report it, and listen() opens it again.
    return false;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
