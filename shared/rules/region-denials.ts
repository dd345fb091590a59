import type { Route } from '../access/catalogue/route.ts';
import type { StatementOutcome } from '../access/evaluate/apply-statement.ts';
import type { Decision } from '../access/evaluate/decide.ts';
import { placeOf, statementText } from '../access/explain/statement-proof.ts';
import { policyWords } from '../access/preflight/blame.ts';
import { type JudgedPart, judgeRoute } from '../access/preflight/judge-route.ts';
import { partDecider } from '../access/preflight/part-decider.ts';
import {
  type AccessPrincipal,
  type AccessWorld,
  OPEN_CONTEXT,
} from '../access/world/access-world.ts';
import { unreadPolicies } from '../access/world/unread-policies.ts';
import type { ProfileCaller, RegionDenial } from '../model/dataset.ts';
import type { Instant } from '../model/period.ts';

const REGION_KEY = 'aws:requestedregion';

/** Who calls a profile. */
export interface ProfileQuestion {
  readonly world: AccessWorld;
  readonly at: Instant;
  readonly principal: AccessPrincipal;
  readonly route: Route;
}

/**
 * What SCPs on `aws:RequestedRegion` keep from a call through a profile, whether it waits for a
 * whole answer or streams. One denied destination refuses the call, wherever it would be served.
 * (Amazon Bedrock User Guide, "Geographic cross-Region inference", IAM and SCP requirements.)
 */
export function regionDenials({
  world,
  at,
  principal,
  route,
}: ProfileQuestion): Pick<ProfileCaller, 'denials' | 'isPartly' | 'unread'> {
  const decide = partDecider({ principal, world, choice: OPEN_CONTEXT, at });
  const judged = (['invoke', 'stream'] as const).map((operation) =>
    judgeRoute(route, operation, decide),
  );
  const parts = judged.flatMap((one) => one.parts);
  const denials = parts.flatMap(denialOf);
  const denied = new Set(denials.map(({ resource }) => resource));
  const passes = (role: 'called' | 'destination') =>
    route.parts.some((part) => part.role === role && !denied.has(part.resource));
  const isUnknown = judged.some(({ decision }) => decision === 'unknown');
  return {
    denials: [...new Map(denials.map((denial) => [denial.resource, denial])).values()],
    isPartly: denials.length > 0 && passes('called') && passes('destination'),
    unread: isUnknown ? unreadPolicies(principal, world) : [],
  };
}

function denialOf({ part, decision }: JudgedPart): readonly RegionDenial[] {
  const statement = decision.decision === 'denied' ? denyingIn(decision) : undefined;
  if (statement === undefined) return [];
  const { source } = statement;
  const { document } = placeOf(source);
  return [
    {
      region: part.requestedRegion,
      resource: part.resource,
      policy: policyWords(source),
      json: document === null ? '' : statementText(document, statement.statement.index),
    },
  ];
}

/** A Deny for the Region, or an Allow of an SCP that the Region alone misses. */
function denyingIn({ by, statements, nearest }: Decision): StatementOutcome | undefined {
  if (by === 'explicit-deny') {
    return statements.find((one) => isOfScp(one) && one.statement.effect === 'Deny');
  }
  if (by !== 'scp') return undefined;
  return nearest.find((one) => isOfScp(one) && one.missed === 'condition');
}

function isOfScp({ source, statement }: StatementOutcome): boolean {
  return (
    source.type === 'scp' &&
    statement.conditions.some(({ key }) => key.toLowerCase() === REGION_KEY)
  );
}
