import { groupThousands } from '../model/group-thousands.ts';
import { formatMoney } from '../model/money-text.ts';
import type { SourceKind } from '../model/settings.ts';
import type { Usd } from '../model/usd.ts';

/** What a scan asks before it reads sources that take long, are large or cost money. */
export interface JobQuestion {
  /** What is left out when the answer is no. */
  readonly sources: readonly SourceKind[];
  /** Of the event history, in the account and Region that takes longest. */
  readonly minutes: number;
  readonly pages: number;
  /** Log files that are not stored yet. */
  readonly objects: number;
  readonly bytes: number;
  /** What AWS charges for the requests; data that leave AWS are not in it. */
  readonly usd: Usd;
  /** What could not be estimated, and why: that much more may come. */
  readonly unknown: readonly string[];
}

const GIB = 1024 ** 3;

/** The question in words, a sentence for each source. */
export function questionText(question: JobQuestion): string {
  const events =
    `The event history takes about ${groupThousands(String(question.minutes))} minutes ` +
    `(${groupThousands(String(question.pages))} pages at two requests a second); the bucket of a trail is read much faster.`;
  const logs =
    `The log files that are not stored yet are ${groupThousands(String(question.objects))} objects of ` +
    `${(question.bytes / GIB).toFixed(1)} GiB; their requests cost ${formatMoney(question.usd)}.`;
  return [
    ...(question.sources.includes('events') ? [events] : []),
    ...(question.sources.includes('logs') ? [logs] : []),
    ...notEstimated(question.unknown),
  ].join(' ');
}

const NAMED_UNKNOWN = 3;

function notEstimated(unknown: readonly string[]): readonly string[] {
  if (unknown.length === 0) return [];
  const places = unknown.length === 1 ? '1 place' : `${unknown.length} places`;
  const more = unknown.length > NAMED_UNKNOWN ? ', …' : '';
  const named = unknown.slice(0, NAMED_UNKNOWN).join(' ');
  return [`More may come: ${places} could not be estimated. ${named}${more}`];
}
