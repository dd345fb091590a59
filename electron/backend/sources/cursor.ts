import type { z } from 'zod';
import type { Store } from '../store/store.ts';

/**
 * A source's remembered place, or null before its first run. One that cannot be read counts as none:
 * the source then starts over, which costs time and changes nothing, because ingest is idempotent.
 */
export async function readCursor<T>(
  store: Store,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const stored = await store.getCursor(name);
  if (stored === null) return null;
  const parsed = schema.safeParse(parseJson(stored));
  return parsed.success ? parsed.data : null;
}

/** Remembers a source's place. */
export async function writeCursor(store: Store, name: string, value: unknown): Promise<void> {
  await store.setCursor(name, JSON.stringify(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
