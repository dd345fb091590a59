import type { UnfinishedScan } from '../../../shared/api/answers.ts';
import { SOURCE_KINDS, type SourceKind } from '../../../shared/model/settings.ts';

/** What is left to read once a scan has begun: its sources, and those that earlier ones left. */
export function withBegun(left: UnfinishedScan | null, begun: UnfinishedScan): UnfinishedScan {
  const sources = new Set([...(left?.sources ?? []), ...begun.sources]);
  return { at: begun.at, sources: SOURCE_KINDS.filter((kind) => sources.has(kind)) };
}

/** What is left to read once a scan of `sources` has ended; null when that is nothing. */
export function withoutRead(
  left: UnfinishedScan | null,
  sources: readonly SourceKind[],
): UnfinishedScan | null {
  const rest = (left?.sources ?? []).filter((kind) => !sources.includes(kind));
  return left === null || rest.length === 0 ? null : { ...left, sources: rest };
}
