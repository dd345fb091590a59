import type { Statement } from '../../access/policy/policy.ts';
import { readPolicy } from '../../access/policy/read-policy.ts';
import type { IamIdentity } from '../../model/dataset.ts';
import { namesSource } from '../guarded-statement.ts';
import { defineRule, type Verdict } from '../rule.ts';

const SERVICES = ['bedrock.amazonaws.com', 'bedrock-agentcore.amazonaws.com'];
const SERVICE_LINKED = '/aws-service-role/';

/** Roles that Bedrock and AgentCore may assume say for which account or resource. */
export const serviceRolesGuardAgainstConfusedDeputy = defineRule({
  id: 'service-roles-guard-against-confused-deputy',
  title: 'Roles of Bedrock name the account they are assumed for',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A trust policy that names Bedrock alone lets the service assume the role whoever made it do so. aws:SourceAccount or aws:SourceArn ties it to your resources. An operator that ends in IfExists, and a value that leaves the account open, do not. Service-linked roles are left out: AWS writes their trust policies.',
  remediation: {
    console:
      'IAM console, Roles, the role named, Trust relationships, Edit: add a condition StringEquals aws:SourceAccount with your account, and ArnLike aws:SourceArn with the agent, knowledge base, job or runtime.',
    cli: `aws iam update-assume-role-policy --role-name ROLE --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"ACCOUNT_ID"},"ArnLike":{"aws:SourceArn":"arn:aws:bedrock:REGION:ACCOUNT_ID:agent/*"}}}]}'`,
    terraform: `data "aws_iam_policy_document" "bedrock_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["bedrock.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'NIST 800-53: AC-4 Information Flow Enforcement',
    'SOC 2: CC6.1 Logical access',
    'AWS Well-Architected: SEC03-BP01 Define access requirements',
  ],
  needs: ['account-authorization'],
  evaluate: (input) => {
    const roles = input.items('account-authorization').flatMap(({ identities }) => identities);
    const judged = roles.flatMap((role): readonly Verdict[] => {
      const verdict = judge(role);
      if (verdict === null) return [];
      const { arn: resource, trustPolicy } = role;
      const evidence = [input.evidence('account-authorization', { arn: resource, trustPolicy })];
      return [{ resource, ...verdict, evidence }];
    });
    if (judged.length === 0)
      return { nothing: 'no role here may be assumed by Bedrock or AgentCore' };
    return judged;
  },
});

function judge(role: IamIdentity): Pick<Verdict, 'status' | 'reason'> | null {
  const { kind, name, path, trustPolicy } = role;
  if (kind !== 'role' || path.startsWith(SERVICE_LINKED) || trustPolicy === null) return null;
  const { statements, problems } = readPolicy(trustPolicy, 'resource');
  const trusting = statements.filter(({ effect, principals }) => {
    const named = principals?.services.some((service) => SERVICES.includes(service)) === true;
    return effect === 'Allow' && named;
  });
  if (trusting.length === 0) return null;
  if (problems.some(({ severity }) => severity === 'error')) {
    return {
      status: 'unknown',
      reason: `The trust policy of ${name} is not one that IAM accepts.`,
    };
  }
  const open = trusting.filter((statement) => !namesSource(statement));
  if (open.length === 0) {
    const reason = `${name} may be assumed by ${servicesOf(trusting)} for named accounts or resources only.`;
    return { status: 'pass', reason };
  }
  const reason = `${name} may be assumed by ${servicesOf(open)} for anybody: no condition names aws:SourceAccount or aws:SourceArn.`;
  return { status: 'fail', reason };
}

function servicesOf(statements: readonly Statement[]): string {
  const named = statements.flatMap(({ principals }) => principals?.services ?? []);
  return [...new Set(named.filter((service) => SERVICES.includes(service)))].join(' and ');
}
