import { statementText } from '../../access/explain/statement-proof.ts';
import { unknownConditionKey } from '../../access/lint/checks/unknown-condition-key.ts';
import {
  attachedScps,
  foundBy,
  lintedIdentity,
  type PolicyText,
  policiesInUse,
  scpText,
  statementOf,
} from '../policy-texts.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

type Input = RuleInput<'account-authorization' | 'organization-policies'>;

/** Conditions of statements about Bedrock name keys that AWS lists. */
export const policyConditionKeysExist = defineRule({
  id: 'policy-condition-keys-exist',
  title: 'Conditions name keys that exist',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'IAM accepts a policy with a key that no request has, such as bedrock:ModelId. A statement that allows under it never allows; one that denies under it denies nothing, or everything. Whoever wrote it believes in a limit that is not there.',
  remediation: {
    console:
      'IAM or Organizations console, the policy named: replace the key by the one that the finding names. Models are named in Resource by their ARNs.',
    cli: 'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json && aws iam create-policy-version --policy-arn POLICY_ARN --set-as-default --policy-document file://policy.json',
    terraform: `data "aws_iam_policy_document" "call_models" {
  statement {
    actions   = ["bedrock:InvokeModel"]
    resources = ["arn:aws:bedrock:*::foundation-model/MODEL_ID"]
    condition {
      test     = "StringLike"
      variable = "bedrock:GuardrailIdentifier"
      values   = [var.guardrail_arn]
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ],
  frameworks: [
    'NIST 800-53: AC-3 Access Enforcement',
    'SOC 2: CC6.1 Logical access',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['account-authorization', 'organization-policies'],
  beside: ['organization-policies'],
  evaluate: (input) => [
    ...policiesInUse(input).flatMap((policy) => verdictOf(policy, input, 'identity')),
    ...attachedScps(input).flatMap((policy) => verdictOf(scpText(policy), input, 'scp')),
  ],
});

function verdictOf(policy: PolicyText, input: Input, kind: 'identity' | 'scp'): readonly Verdict[] {
  const dataset = kind === 'scp' ? 'organization-policies' : 'account-authorization';
  const { id, name, document, unread } = policy;
  const linted = document === null ? null : lintedIdentity(document);
  if (document === null || linted === null) {
    const reason = `Which condition keys ${name} names is not known: its text was not read.`;
    return [{ resource: id, status: 'unknown', reason, evidence: [], unread }];
  }
  const concerned = linted.statements.filter(
    ({ named, conditions }) => named.length > 0 && conditions.length > 0,
  );
  if (concerned.length === 0) return [];
  const found = foundBy(unknownConditionKey, document, kind).filter(({ path }) =>
    concerned.some(({ index }) => index === statementOf(path)),
  );
  const statements = concerned.map(({ index }) => statementText(document, index));
  const evidence = [input.evidence(dataset, { id, statements, found })];
  const [first] = found;
  if (first === undefined) {
    const keys = new Set(concerned.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
    const reason = `${name} names ${[...keys].join(', ')}: AWS lists ${keys.size === 1 ? 'it' : 'them all'}.`;
    return [{ resource: id, status: 'pass', reason, evidence }];
  }
  const more = found.length > 1 ? ` ${found.length - 1} more of its keys do not exist.` : '';
  const reason = `${name}, statement ${statementOf(first.path) + 1}: ${first.message} ${first.remedy}${more}`;
  return [{ resource: id, status: 'fail', reason, evidence }];
}
