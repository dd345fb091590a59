import type { ObservedCall, ResolvedCall } from './observed-call.ts';
import type { AllowPolicy } from './policy-statements.ts';

const LONGEST_MANAGED_POLICY = 6_144;

/** A policy that was made, and from what. */
export interface Noted {
  readonly policy: AllowPolicy;
  readonly calls: readonly ResolvedCall[];
  readonly leftOut: readonly string[];
  readonly asked: string | null;
}

/** What a reader has to know before using a policy. */
export function notesOn({ policy, calls, leftOut, asked }: Noted): readonly string[] {
  const size = JSON.stringify(policy).length;
  const unlisted = calls.filter(({ route }) => route === null).map(({ call }) => calledWords(call));
  const unversioned = calls.flatMap(({ call }) => call.unversioned ?? []);
  const enforced = calls.flatMap(({ call }) => call.enforced);
  const withGuardrail = policy.Statement.some(({ Sid }) => Sid === 'ApplyGuardrails');
  const mantle = calls.some(({ call }) => call.plane === 'bedrock-mantle');
  const notes: readonly (string | false)[] = [
    calls.length === 0 &&
      'No call was seen, so that there is nothing to allow: IAM takes no policy without a statement. Take the access away instead.',
    'It is made from calls that were seen in the period; what is called less often is not in it.',
    'It allows model calls alone. Agents, knowledge bases, batch jobs and whatever else the principal does need statements of their own.',
    unlisted.length > 0 &&
      `No route of the catalogue leads to ${listed(unlisted)}: resources follow from the id and the Regions that were seen; a profile may send calls to others.`,
    leftOut.length > 0 && `Records with ids that no model has were left out: ${leftOut.length}.`,
    unversioned.length > 0 &&
      asked === null &&
      `The logs do not tell in which version calls carried ${listed(unversioned)}, so that no guardrail is forced there: name one with --guardrail.`,
    enforced.length > 0 &&
      `${listed(enforced)} is put on calls by the account or its organisation, so that bedrock:ApplyGuardrail on it is allowed.`,
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

/** As a way is known: `openai.gpt-oss-120b-1:0 over bedrock-mantle in us-east-1`. */
function calledWords({ called, plane, region }: ObservedCall): string {
  return `${called} over ${plane} in ${region}`;
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ');
}
