import { AppError } from '../../shared/model/app-error.ts';

/**
 * Waits for an answer, but no longer than until Ctrl-C or a number of seconds.
 * @throws AppError `cancelled` at Ctrl-C, `io-failed` after the time.
 */
export async function beforeEnd<T>(
  answer: Promise<T>,
  { signal, seconds }: { readonly signal: AbortSignal; readonly seconds: number },
): Promise<T> {
  const own = new AbortController();
  const end = AbortSignal.any([signal, own.signal]);
  const timer = setTimeout(() => own.abort(), seconds * 1000);
  // The loser of the race fails when its backend is closed, and nobody waits for it then.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, rejectedBy(end, () => reasonOf(signal, seconds))]);
  } finally {
    clearTimeout(timer);
  }
}

function rejectedBy(end: AbortSignal, reason: () => AppError): Promise<never> {
  return new Promise((_, reject) => {
    if (end.aborted) reject(reason());
    end.addEventListener('abort', () => reject(reason()), { once: true });
  });
}

function reasonOf(signal: AbortSignal, seconds: number): AppError {
  if (signal.aborted) return new AppError('cancelled', 'Interrupted.');
  const text = `The query was ended after ${seconds} s. Narrow it, by day or account as in WHERE event_time >= ..., or allow more with --timeout SECONDS.`;
  return new AppError('io-failed', text);
}
