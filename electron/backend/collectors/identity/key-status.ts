const STATUSES = ['Active', 'Inactive', 'Expired'] as const;

/** The status of a key as IAM spells it; `unknown` for one that this version does not know. */
export function keyStatus(status: string | undefined): (typeof STATUSES)[number] | 'unknown' {
  return STATUSES.find((known) => known === status) ?? 'unknown';
}
