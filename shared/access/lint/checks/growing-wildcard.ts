import {
  type ActionFacts,
  ALL_ACTIONS_COUNT,
  actionCount,
  REFERENCE_SOURCE,
} from '../../data/service-reference.ts';
import type { Found, LintCheck, LintedPolicy } from '../linted-policy.ts';
import { hasWildcard } from '../resource-pattern.ts';
import { counted, quoted, some } from '../words.ts';

/** An Allow by wildcard: what AWS adds later is allowed as well. */
export const growingWildcard: LintCheck = {
  id: 'growing-wildcard',
  *run({ statements, kind, actionsNamed }) {
    if (kind === 'scp' || kind === 'rcp') return;
    for (const { effect, actions, actionPath } of statements) {
      if (effect === 'Deny' || actions.except) continue;
      for (const [index, pattern] of actions.patterns.entries()) {
        const found = hasWildcard(pattern) ? grown(pattern, actionsNamed) : null;
        if (found !== null) yield { ...found, path: `${actionPath}[${index}]` };
      }
    }
  },
};

type Grown = Omit<Found, 'path'>;

/** Of other services the number is known where the wildcard takes all of one. */
function grown(pattern: string, actionsNamed: LintedPolicy['actionsNamed']): Grown | null {
  const day = REFERENCE_SOURCE.updatedAt.slice(0, 10);
  const tell = (count: number, more: string, severity: Found['severity']): Grown => ({
    severity,
    message: `${quoted(pattern)} allows ${counted(count, 'action')} as of ${day}${more}, and those that AWS adds.`,
    remedy: 'Name the actions that are used.',
  });
  if (/^\*+(:\*+)?$/.test(pattern))
    return tell(ALL_ACTIONS_COUNT, ' (all of every service)', 'warning');
  const matched = actionsNamed(pattern);
  if (matched.length > 0) {
    return tell(
      matched.length,
      ` (${some(
        matched.map(({ action }) => action),
        3,
      )})`,
      weight(matched),
    );
  }
  const [prefix = '', name = ''] = pattern.split(':');
  const count = /^\*+$/.test(name) ? actionCount(prefix) : null;
  return count === null ? null : tell(count, '', 'note');
}

function weight(matched: readonly ActionFacts[]): Found['severity'] {
  return matched.some(({ level }) => /Write|Tagging|Permissions/.test(level)) ? 'warning' : 'note';
}
