import { errorFacts } from '../../aws/error-facts.ts';

/**
 * Null where AWS answers one of these error codes, by which it says that there is nothing to read;
 * any other error is thrown on.
 */
export async function nullWhen<T>(codes: readonly string[], answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (codes.includes(errorFacts(error).name)) return null;
    throw error;
  }
}
