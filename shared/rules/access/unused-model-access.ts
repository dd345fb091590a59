import type { EffectiveAccess, UsedModel } from '../../model/dataset.ts';
import { groupThousands } from '../../model/group-thousands.ts';
import type { Unread } from '../../model/read-outcome.ts';
import {
  type AccessVerdict,
  callable,
  concernsModels,
  grantedBy,
  judgePrincipals,
  mayCall,
  models,
  restsOnUnread,
} from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

/** Days of calls that the dataset looks back over. */
const DAYS = 90;

/** Whoever may call models calls them; calls are those that CloudTrail or invocation logs told of. */
export const unusedModelAccess = defineRule({
  id: 'unused-model-access',
  title: 'Access to models is used',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'Access that nobody uses helps nobody but an intruder. What was called in 90 days tells what a policy needs; the rest can go.',
  remediation: {
    console:
      'Access, the principal, Least privilege: take the policy over; or IAM console, the granting policy named: keep the models that are called, remove the rest.',
    cli: `aws iam create-policy-version --policy-arn POLICY_ARN --set-as-default --policy-document file://least-privilege.json`,
    terraform: `resource "aws_iam_policy" "models" {
  name   = "call-used-models"
  policy = file("least-privilege.json")
}`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'NIST 800-53: AC-6(7) Review of User Privileges',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['effective-access'],
  evaluate: (input) => judgePrincipals(input, verdictOf),
});

function verdictOf(access: EffectiveAccess): AccessVerdict | null {
  if (!concernsModels(access)) return null;
  if (!access.used.read) return notSeen(access, access.used.outcome);
  const seen = access.used.value;
  const used = new Set(seen.map(({ modelId }) => modelId));
  const idle = callable(access).filter((modelId) => !used.has(modelId));
  if (idle.length > 0) {
    const reason = `${mayCall(access)}; it called ${called(access, seen)} in ${DAYS} days${grantedBy(access)}.`;
    return { status: 'fail', reason };
  }
  if (access.unknown.length > 0) return restsOnUnread(access);
  const reason = `${mayCall(access)} and called ${called(access, seen)} in ${DAYS} days.`;
  return { status: 'pass', reason };
}

/** That no call is known says nothing where no source was read that would name who called. */
function notSeen(access: EffectiveAccess, outcome: Unread): AccessVerdict {
  const why = outcome.status === 'denied' ? `${outcome.action} is denied` : outcome.reason;
  const reason = `${mayCall(access)}; whether it called them in ${DAYS} days is not known: ${why}.`;
  const unread = [...access.unread, { dataset: 'effective-access', outcome }] as const;
  return { status: 'unknown', reason, unread };
}

/** `none of them`, or `2, 1,200 times`. */
function called(access: EffectiveAccess, all: readonly UsedModel[]): string {
  const own = new Set(callable(access));
  const seen = all.filter(({ modelId }) => own.has(modelId));
  if (seen.length === 0) return 'none that was seen';
  const times = seen.reduce((sum, { calls }) => sum + calls, 0);
  return `${models(seen.length)} (${groupThousands(String(times))} calls seen)`;
}
