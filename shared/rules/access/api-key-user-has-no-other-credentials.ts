import { keysByUser } from '../active-api-keys.ts';
import { defineRule } from '../rule.ts';

/** The user of a Bedrock API key has no active access key beside it. */
export const apiKeyUserHasNoOtherCredentials = defineRule({
  id: 'api-key-user-has-no-other-credentials',
  title: 'Users of Bedrock API keys have no access keys',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'The console makes a user for each long-term API key, for the key alone. An access key of that user carries its rights beyond Bedrock, to every service its policies name, and outlives the API key: thieves of a key add one to stay. Passwords of users are not read.',
  remediation: {
    console:
      'IAM console, Users, the user named, Security credentials, Access keys: deactivate the key, then delete it; give a program that needs it a role.',
    cli: 'aws iam update-access-key --user-name USER --access-key-id ACCESS_KEY_ID --status Inactive\naws iam delete-access-key --user-name USER --access-key-id ACCESS_KEY_ID',
    terraform:
      '# Remove the aws_iam_access_key of the user, or until then:\nresource "aws_iam_access_key" "beside_api_key" {\n  user   = var.api_key_user\n  status = "Inactive"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  ],
  frameworks: [
    'MITRE ATT&CK: T1098.001 Additional Cloud Credentials',
    'NIST 800-53: IA-5 Authenticator Management',
    'CIS AWS Foundations: 1.13 One active access key per user at most',
    'SOC 2: CC6.1 Logical access',
  ],
  needs: ['api-keys', 'access-keys'],
  evaluate: (input) => {
    const users = keysByUser(input.items('api-keys'), input.context.today);
    if (users.length === 0) return { nothing: 'no active Bedrock API key here' };
    return users.map(([userName, keys]) => {
      const active = input
        .items('access-keys')
        .filter((key) => key.userName === userName && ['Active', 'unknown'].includes(key.status));
      const ids = active.map(({ accessKeyId }) => accessKeyId).join(', ');
      return {
        resource: `arn:aws:iam::${input.accountId}:user/${userName}`,
        status: active.length === 0 ? 'pass' : 'fail',
        reason:
          active.length === 0
            ? `${userName} has an API key and no active access key.`
            : `${userName} has an API key and ${active.length === 1 ? 'an access key' : `${active.length} access keys`} beside it: ${ids}.`,
        evidence: [input.evidence('access-keys', active), input.evidence('api-keys', keys)],
      };
    });
  },
});
