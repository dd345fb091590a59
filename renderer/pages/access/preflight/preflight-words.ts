import type { PartProof, PreflightAnswer } from '../../../../shared/api/access-answers.ts';

/** The resources that break a call, those of destinations first: each alone is enough. */
export function brokenParts({ route }: Pick<PreflightAnswer, 'route'>): readonly PartProof[] {
  const denied = route.parts.filter(({ decision }) => decision === 'denied');
  const isDestination = ({ role }: PartProof) => Number(role === 'destination');
  return [...denied].sort((a, b) => isDestination(b) - isDestination(a));
}

/** What broke a part: its Region, and the policy that says so. */
export function brokenWords({ requestedRegion, statements, reason }: PartProof): string {
  const deny = statements.find(({ effect, applies }) => effect === 'Deny' && applies === 'yes');
  if (deny === undefined) return `${requestedRegion}: ${reason}`;
  const statement = `statement ${deny.sid ?? deny.index}`;
  return `${requestedRegion} is denied by ${deny.policyName} (${deny.via}), ${statement}.`;
}
