import { type Instant, msOfInstant } from '../../../../shared/model/period.ts';

const ENDING = /^(.*)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(_backfill)?\.json\.gz$/;

/** What the name of a digest tells. */
export interface DigestName {
  readonly endMs: number;
  /** The same for the digests of one trail; those that fill in for it later are a chain apart. */
  readonly chain: string;
}

/** Reads the name of a digest; null for names of other files. */
export function digestName(key: string): DigestName | null {
  const file = key.slice(key.lastIndexOf('/') + 1);
  const [, trail, year, month, day, hour, minute, second, backfill] = ENDING.exec(file) ?? [];
  if (trail === undefined) return null;
  const end: Instant = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return { endMs: msOfInstant(end), chain: `${trail}${backfill ?? ''}` };
}
