import {
  ACTIONS,
  actionCount,
  findAction,
  KNOWN_SERVICES,
  REFERENCE_SOURCE,
} from '../../data/service-reference.ts';
import type { Found, LintCheck, LintedPolicy } from '../linted-policy.ts';
import { nearestName } from '../nearest-name.ts';
import { hasWildcard } from '../resource-pattern.ts';
import { quoted } from '../words.ts';

/**
 * Operations of the API that have no action of their own: what allows them. (Amazon Bedrock API
 * Reference, Converse, ConverseStream, StartAsyncInvoke, InvokeModelWithBidirectionalStream.)
 */
const ALLOWED_BY: Readonly<Record<string, string>> = {
  converse: 'bedrock:InvokeModel',
  conversestream: 'bedrock:InvokeModelWithResponseStream',
  startasyncinvoke: 'bedrock:InvokeModel',
  invokemodelwithbidirectionalstream: 'bedrock:InvokeModel',
};

/** An action that does not exist, so that the statement says nothing of it. */
export const unknownAction: LintCheck = {
  id: 'unknown-action',
  *run({ statements, actionsNamed }) {
    for (const { actions, actionPath } of statements) {
      for (const [index, pattern] of actions.patterns.entries()) {
        const wrong = wrongIn(pattern, actionsNamed);
        if (wrong !== null) yield { severity: 'error', path: `${actionPath}[${index}]`, ...wrong };
      }
    }
  },
};

type Wrong = Pick<Found, 'message' | 'remedy'>;

function wrongIn(pattern: string, actionsNamed: LintedPolicy['actionsNamed']): Wrong | null {
  if (/^\*+$/.test(pattern)) return null;
  const colon = pattern.indexOf(':');
  if (colon < 0) return { message: `${quoted(pattern)} names no service.`, remedy: meant(pattern) };
  const prefix = pattern.slice(0, colon).toLowerCase();
  const name = pattern.slice(colon + 1);
  if (hasWildcard(prefix)) return null;
  if (actionCount(prefix) === null) {
    return {
      message: `AWS has no service with the prefix ${quoted(prefix)}.`,
      remedy: meant(name),
    };
  }
  if (!KNOWN_SERVICES.includes(prefix) || actionsNamed(pattern).length > 0) return null;
  return {
    message: `${quoted(pattern)} ${hasWildcard(name) ? 'names no action' : 'is no action'} that AWS lists (${dayOfData()}).`,
    remedy: meant(name, prefix),
  };
}

function dayOfData(): string {
  return `as of ${REFERENCE_SOURCE.updatedAt.slice(0, 10)}`;
}

const NAMES: readonly string[] = ACTIONS.map(({ action }) => action);

/** What the writer may have had in mind. */
function meant(name: string, prefix = 'bedrock'): string {
  const allowing = ALLOWED_BY[name.toLowerCase()];
  if (allowing !== undefined) return `The operation ${name} is allowed by ${allowing}: write that.`;
  const exact = findAction(`bedrock:${name}`);
  const near = exact?.action ?? nearestName(`${prefix}:${name}`, NAMES);
  return near === null
    ? 'Look the name up in the Service Authorization Reference.'
    : `Write ${near}.`;
}
