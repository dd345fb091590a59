import type { WatchedAction } from '../../model/access.ts';
import type { EffectiveAccess } from '../../model/dataset.ts';
import { keysByUser } from '../active-api-keys.ts';
import { type AccessVerdict, unreadWords } from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

/** What the user of a key is not for: turning logging off, and making further credentials. */
const ADMINISTRATIVE: readonly WatchedAction[] = [
  'bedrock:PutModelInvocationLoggingConfiguration',
  'bedrock:DeleteModelInvocationLoggingConfiguration',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateAccessKey',
  'iam:PassRole',
];

/** The user behind a Bedrock API key administers neither Bedrock nor IAM. */
export const apiKeysNotAdministrative = defineRule({
  id: 'api-keys-not-administrative',
  title: 'Users of Bedrock API keys are no administrators',
  severity: 'critical',
  theme: 'access',
  scope: 'account',
  rationale:
    'An API key can do in Bedrock whatever its user may do: with administrative rights it also turns invocation logging off, so that its misuse leaves no trace. The key itself reaches Bedrock alone; the rights of its user over IAM become its thieves’ as soon as the user gets an access key. Judged by every policy that bears on the user, the organisation’s included.',
  remediation: {
    console:
      'IAM console, Users, the user named, Permissions: remove AdministratorAccess, AmazonBedrockFullAccess and other wide policies, and attach one that allows bedrock:InvokeModel on the models it calls and bedrock:CallWithBearerToken.',
    cli: 'aws iam list-attached-user-policies --user-name USER\naws iam detach-user-policy --user-name USER --policy-arn arn:aws:iam::aws:policy/AdministratorAccess\naws iam put-user-policy --user-name USER --policy-name call-models --policy-document file://call-models.json',
    terraform: `resource "aws_iam_user_policy" "call_models" {
  name = "call-models"
  user = var.api_key_user
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"], Resource = var.model_and_profile_arns },
      { Effect = "Allow", Action = "bedrock:CallWithBearerToken", Resource = "*" },
    ]
  })
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'MITRE ATLAS: AML.T0012 Valid Accounts',
    'NIST 800-53: AC-6 Least Privilege',
    'ISO 27001: A.8.2 Privileged access rights',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['api-keys', 'effective-access'],
  evaluate: (input) => {
    const users = keysByUser(input.items('api-keys'), input.context.today);
    if (users.length === 0) return { nothing: 'no active Bedrock API key here' };
    const principals = input.items('effective-access');
    return users.map(([userName, keys]) => {
      const access = principals.find(
        ({ name, kind }) => name === userName && (kind === 'user' || kind === 'api-key-user'),
      );
      const evidence = [input.evidence('api-keys', keys)];
      if (access === undefined) {
        const reason = `The policies of ${userName} were not among those read.`;
        return { resource: userName, status: 'unknown', reason, evidence };
      }
      const proof = input.evidence('effective-access', access);
      return { resource: access.principalArn, ...judge(access), evidence: [proof, ...evidence] };
    });
  },
});

function judge({ name, actions, grants, unread }: EffectiveAccess): AccessVerdict {
  const decided = (...words: readonly string[]) =>
    ADMINISTRATIVE.filter((action) => words.includes(actions[action]));
  const has = decided('allowed', 'conditional');
  if (has.length > 0) {
    const by = [...new Set(grants.map(({ policyName }) => policyName))].join(', ');
    const from = by === '' ? '' : `; its calls are granted by ${by}`;
    return { status: 'fail', reason: `${name} has an API key and may ${has.join(', ')}${from}.` };
  }
  const open = decided('unknown');
  if (open.length > 0) {
    const reason = `Whether ${name} may ${open.join(', ')} rests on policies that could not be read${unreadWords(unread)}.`;
    return { status: 'unknown', reason, unread };
  }
  const reason = `${name} has an API key and none of the ${ADMINISTRATIVE.length} administrative actions looked at.`;
  return { status: 'pass', reason };
}
