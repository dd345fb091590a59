import type { AccessCatalogue } from '../catalogue/route.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { LeastPrivilegePolicy } from './least-privilege-answer.ts';
import { type ObservedCall, type ResolvedCall, resolveCalls } from './observed-call.ts';
import {
  type AllowPolicy,
  allowStatements,
  type GuardrailOf,
  withoutVersion,
} from './policy-statements.ts';
import { kindOf, provePolicy } from './prove-policy.ts';
import { toCloudFormation } from './to-cloud-formation.ts';
import { toTerraform } from './to-terraform.ts';

/** What a policy is made from. */
export interface LeastPrivilegeQuestion {
  /** Calls that AWS let through, each kind once. */
  readonly observed: readonly ObservedCall[];
  readonly catalogue: AccessCatalogue;
  readonly principal: Pick<AccessPrincipal, 'accountId' | 'name'>;
  /**
   * The ARN of a guardrail that every call to bedrock-runtime shall carry, in any version; null forces
   * what all calls to a Region carried, where that is known of each and the same.
   */
  readonly guardrail: string | null;
}

/** Characters of ids and ARNs; a wildcard out of a record would grant what nobody called. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9:/._@+=,-]{0,2047}$/;

const LONGEST_MANAGED_POLICY = 6_144;

/**
 * The identity policy that allows the calls that were seen and, of the catalogue, as little else as
 * can be said, as JSON, Terraform and CloudFormation, with the proof.
 */
export function leastPrivilege(question: LeastPrivilegeQuestion): LeastPrivilegePolicy {
  const { observed, catalogue, principal } = question;
  const routes = catalogue.routesIn(principal.accountId);
  const usable = observed.filter(isPlain);
  const leftOut = observed.filter((call) => !isPlain(call)).map(kindOf);
  const calls = resolveCalls(usable, routes, principal.accountId);
  const guardrailOf = forcedGuardrail(question);
  const policy: AllowPolicy = {
    Version: '2012-10-17',
    Statement: allowStatements(calls, guardrailOf),
  };
  const name = `${principal.name.replace(/[^\w+=,.@-]/g, '-').slice(0, 100)}-bedrock`;
  return {
    json: `${JSON.stringify(policy, null, 2)}\n`,
    terraform: toTerraform(policy, name),
    cloudFormation: toCloudFormation(policy, name),
    proof: provePolicy({ policy, calls, routes, guardrailOf, leftOut }),
    notes: notesOn({ policy, calls, leftOut, asked: question.guardrail }),
  };
}

function isPlain({ called, project, guardrail }: ObservedCall): boolean {
  return PLAIN.test(called) && PLAIN.test(project ?? 'default') && PLAIN.test(guardrail);
}

function forcedGuardrail({ observed, guardrail }: LeastPrivilegeQuestion): GuardrailOf {
  if (guardrail !== null) {
    const arn = withoutVersion(guardrail);
    return ({ plane }) => (plane === 'bedrock-mantle' ? [] : [arn, `${arn}:*`]);
  }
  const seen = new Map<string, Set<string>>();
  for (const call of observed.filter(({ plane }) => plane === 'bedrock-runtime')) {
    seen.set(call.region, (seen.get(call.region) ?? new Set()).add(call.guardrail));
  }
  return ({ plane, region }) => {
    const values = plane === 'bedrock-mantle' ? [] : [...(seen.get(region) ?? [])];
    const arns = new Set(values.map(withoutVersion));
    return arns.size === 1 && values.every((value) => value.startsWith('arn:')) ? values : [];
  };
}

interface Noted {
  readonly policy: AllowPolicy;
  readonly calls: readonly ResolvedCall[];
  readonly leftOut: readonly string[];
  readonly asked: string | null;
}

function notesOn({ policy, calls, leftOut, asked }: Noted): readonly string[] {
  const size = JSON.stringify(policy).length;
  const unlisted = calls.filter(({ route }) => route === null).map(({ call }) => call.called);
  const withGuardrail = policy.Statement.some(({ Sid }) => Sid === 'ApplyGuardrails');
  const mantle = calls.some(({ call }) => call.plane === 'bedrock-mantle');
  const notes: readonly (string | false)[] = [
    calls.length === 0 &&
      'No call was seen, so that there is nothing to allow: IAM takes no policy without a statement. Take the access away instead.',
    'It is made from calls that were seen in the period; what is called less often is not in it.',
    'It allows model calls alone. Agents, knowledge bases, batch jobs and whatever else the principal does need statements of their own.',
    unlisted.length > 0 &&
      `No route of the catalogue leads to ${[...new Set(unlisted)].join(', ')}: resources follow from the id and the Regions that were seen; a profile may send calls to others.`,
    leftOut.length > 0 && `Records with ids that no model has were left out: ${leftOut.length}.`,
    withGuardrail &&
      'A guardrail with cross-Region inference needs bedrock:ApplyGuardrail on its guardrail profile in every destination Region too.',
    asked !== null &&
      mantle &&
      'The bedrock-mantle endpoint has no condition key for guardrails: calls over it are not held to one.',
    size > LONGEST_MANAGED_POLICY &&
      `It has ${size} characters; a managed policy takes ${LONGEST_MANAGED_POLICY}. Attach its statements as several policies.`,
  ];
  return notes.filter((note) => note !== false);
}
