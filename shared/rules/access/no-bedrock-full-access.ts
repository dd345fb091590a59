import { ACTIONS } from '../../access/data/service-reference.ts';
import { statementText } from '../../access/explain/statement-proof.ts';
import type { LintedPolicy, LintedStatement } from '../../access/lint/linted-policy.ts';
import type { AccountAuthorization } from '../../model/dataset.ts';
import {
  type IdentityTexts,
  identityTexts,
  lintedIdentity,
  type PolicyText,
} from '../policy-texts.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

/** No user, group or role is given every action of Amazon Bedrock on every resource. */
export const noBedrockFullAccess = defineRule({
  id: 'no-bedrock-full-access',
  title: 'Nobody is given all of Amazon Bedrock',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'AmazonBedrockFullAccess and bedrock:* let a program that should call one model turn invocation logging off, delete guardrails, buy capacity and accept the terms of models. Administrators have it too; they should be few, and people who take the role for a task.',
  remediation: {
    console:
      'IAM console, the user, group or role named, Permissions: detach the policy and attach one with the actions it needs (Access, the principal, Least privilege writes it).',
    cli: 'aws iam detach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AmazonBedrockFullAccess',
    terraform: `data "aws_iam_policy_document" "call_models" {
  statement {
    actions   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
    resources = ["arn:aws:bedrock:*::foundation-model/MODEL_ID"]
  }
}

resource "aws_iam_role_policy" "call_models" {
  name   = "call-models"
  role   = var.role_name
  policy = data.aws_iam_policy_document.call_models.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam-awsmanpol.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'NIST 800-53: AC-6 Least Privilege',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['account-authorization'],
  evaluate: (input) => {
    const judge = fullGrantsByPolicy();
    return identityTexts(input).flatMap((texts) => verdictOf(texts, judge, input));
  },
});

/** What a policy says of Bedrock; null where its text is not known. */
type Grants = { readonly full: readonly LintedStatement[]; readonly concerns: boolean } | null;

/** Reads each policy once, however many identities have it. */
function fullGrantsByPolicy(): (policy: PolicyText) => Grants {
  const known = new Map<string, Grants>();
  return ({ document }) => {
    if (document === null) return null;
    const found = known.get(document);
    if (found !== undefined) return found;
    const linted = lintedIdentity(document);
    const grants = linted === null ? null : grantsOf(linted);
    known.set(document, grants);
    return grants;
  };
}

const OF_BEDROCK = ACTIONS.filter(({ action }) => action.startsWith('bedrock:'));

function grantsOf({ statements }: LintedPolicy): Grants {
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  return {
    full: allowing.filter(isFull),
    concerns: allowing.some(({ named }) => named.length > 0),
  };
}

/** Every action of the service, on resources that nothing narrows. */
function isFull({ named, resources }: LintedStatement): boolean {
  const actions = new Set(named);
  const anywhere = resources?.except === true || resources?.patterns.includes('*') === true;
  return anywhere && OF_BEDROCK.every((facts) => actions.has(facts));
}

function verdictOf(
  { identity, policies }: IdentityTexts,
  judge: (policy: PolicyText) => Grants,
  input: RuleInput<'account-authorization'>,
): readonly Verdict[] {
  const judged = policies.map((policy) => ({ policy, grants: judge(policy) }));
  const full = judged.filter(({ grants }) => (grants?.full.length ?? 0) > 0);
  const lost = judged.filter(({ grants }) => grants === null);
  const about = judged.filter(({ grants }) => grants?.concerns === true);
  const verdict = (status: Verdict['status'], reason: string, shown: typeof judged) => [
    {
      resource: identity.arn,
      status,
      reason,
      evidence: [input.evidence('account-authorization', evidenceOf(identity, shown))],
    },
  ];
  if (full.length > 0) return verdict('fail', `${identity.name} is given ${given(full)}.`, full);
  if (lost.length > 0) {
    const names = lost.map(({ policy }) => policy.name).join(', ');
    const reason = `What ${identity.name} is given is not known: the text of ${names} was not read.`;
    return verdict('unknown', reason, lost);
  }
  if (about.length === 0) return [];
  const names = about.map(({ policy }) => policy.name).join(', ');
  return verdict('pass', `${identity.name} is given a part of Amazon Bedrock by ${names}.`, about);
}

type Judged = readonly { readonly policy: PolicyText; readonly grants: Grants }[];

/** `every action of Amazon Bedrock on every resource by AmazonBedrockFullAccess (bedrock:*)`. */
function given(full: Judged): string {
  const by = full.map(({ policy, grants }) => {
    const [statement] = grants?.full ?? [];
    const limited = grants?.full.every(({ conditions }) => conditions.length > 0) === true;
    const { except, patterns } = statement?.actions ?? { except: false, patterns: [] };
    const few = patterns.length > 3 ? 'its actions together' : patterns.join(', ');
    return `${policy.name} (${except ? `all but ${few}` : few}${limited ? ', under conditions' : ''})`;
  });
  return `every action of Amazon Bedrock by ${by.join(', ')}`;
}

function evidenceOf(
  { arn, permissionsBoundaryArn }: AccountAuthorization['identities'][number],
  shown: Judged,
): object {
  const policies = shown.map(({ policy, grants }) => ({
    id: policy.id,
    statements: (grants?.full ?? []).map(({ index }) =>
      statementText(policy.document ?? '', index),
    ),
  }));
  return { arn, permissionsBoundaryArn, policies };
}
