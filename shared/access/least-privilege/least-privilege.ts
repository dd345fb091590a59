import type { AccessCatalogue } from '../catalogue/route.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { LeastPrivilegePolicy } from './least-privilege-answer.ts';
import { type ObservedCall, resolveCalls } from './observed-call.ts';
import { notesOn } from './policy-notes.ts';
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

function isPlain({ called, project, guardrail, unversioned, enforced }: ObservedCall): boolean {
  const texts = [called, project ?? 'default', guardrail, unversioned ?? 'none', ...enforced];
  return texts.every((text) => PLAIN.test(text));
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
