import type { Finding } from './finding.ts';
import { listed } from './listed.ts';

/** Findings that are unknown for the same reason. */
export interface UnknownReason {
  /** The IAM actions to grant, sorted; empty when the reason is not a permission. */
  readonly actions: readonly string[];
  readonly findings: number;
}

/**
 * Why findings are unknown: every unknown finding counts once, for the permissions that it lacks
 * together, the most frequent first, and at the end for other reasons.
 */
export function unknownReasons(findings: readonly Finding[]): readonly UnknownReason[] {
  const reasons = new Map<string, UnknownReason>();
  for (const { status, missing } of findings) {
    if (status !== 'unknown') continue;
    const actions = [...new Set(missing.flatMap(({ action }) => action ?? []))].sort();
    const key = actions.join();
    reasons.set(key, { actions, findings: (reasons.get(key)?.findings ?? 0) + 1 });
  }
  return [...reasons.values()].sort(
    (left, right) =>
      Number(left.actions.length === 0) - Number(right.actions.length === 0) ||
      right.findings - left.findings,
  );
}

/**
 * As in `2 unknown: 1 for bedrock:GetGuardrail, 1 for other reasons`; names at most `most` sets of
 * permissions and counts the rest as `other permissions`.
 */
export function unknownText(findings: readonly Finding[], most = Number.POSITIVE_INFINITY): string {
  const reasons = unknownReasons(findings);
  const count = sum(reasons);
  if (count === 0) return '0 unknown';
  const permissions = reasons.filter(({ actions }) => actions.length > 0);
  const parts = [
    ...permissions
      .slice(0, most)
      .map((reason) => `${reason.findings} for ${listed(reason.actions)}`),
    ...partOf(permissions.slice(most), 'for other permissions'),
    ...partOf(
      reasons.filter(({ actions }) => actions.length === 0),
      permissions.length === 0 ? 'for reasons other than a permission' : 'for other reasons',
    ),
  ];
  return `${count} unknown: ${parts.join(', ')}`;
}

function partOf(reasons: readonly UnknownReason[], why: string): readonly string[] {
  return reasons.length === 0 ? [] : [`${sum(reasons)} ${why}`];
}

function sum(reasons: readonly UnknownReason[]): number {
  return reasons.reduce((total, { findings }) => total + findings, 0);
}
