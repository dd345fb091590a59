import { CallFailure } from '../../aws/caller.ts';
import { errorFacts } from '../../aws/error-facts.ts';

/** What `read` answers, or `gone` where the user or role was deleted since it was listed. */
export async function unlessGone<T>(read: () => Promise<T>, gone: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CallFailure && isGone(error.cause)) return gone;
    throw error;
  }
}

function isGone(cause: unknown): boolean {
  return /^NoSuchEntity(Exception)?$/.test(errorFacts(cause).name);
}
