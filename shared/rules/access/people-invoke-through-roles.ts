import { principalLabel, principalName } from '../../model/principal.ts';
import { type CallerSeen, callersSeen, calls, callsOfNobody } from '../callers-seen.ts';
import { defineRule, type Verdict } from '../rule.ts';
import { recentUsage } from '../traffic.ts';

/** Callers of models hold sessions of roles, not the long-lived keys of IAM users. */
export const peopleInvokeThroughRoles = defineRule({
  id: 'people-invoke-through-roles',
  title: 'Models are called through roles',
  severity: 'medium',
  theme: 'access',
  rationale:
    'The keys of an IAM user work until somebody removes them, from anywhere, and are what leaks in repositories and images. Sessions of roles end within hours, and those of Identity Center carry a person’s name. Whether a user stands for a person or a program AWS does not tell: both should use a role. The root user has a rule of its own.',
  remediation: {
    console:
      'Give people a permission set in IAM Identity Center and programs a role (of their task, function, instance, or IAM Roles Anywhere), move the calls, then deactivate the user’s access keys and API keys.',
    cli: 'aws iam list-access-keys --user-name USER\naws iam update-access-key --user-name USER --access-key-id ACCESS_KEY_ID --status Inactive',
    terraform: `resource "aws_ssoadmin_permission_set" "call_models" {
  name             = "CallModels"
  instance_arn     = var.identity_center_instance_arn
  session_duration = "PT8H"
}

resource "aws_ssoadmin_permission_set_inline_policy" "call_models" {
  instance_arn       = var.identity_center_instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.call_models.arn
  inline_policy      = data.aws_iam_policy_document.call_models.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam.html',
  ],
  frameworks: [
    'MITRE ATLAS: AML.T0012 Valid Accounts',
    'NIST 800-53: IA-2 Identification and Authentication',
    'ISO 27001: A.5.16 Identity management',
    'SOC 2: CC6.1 Logical access',
    'AWS Well-Architected: SEC02-BP02 Use temporary credentials',
  ],
  needs: ['observed-usage'],
  evaluate: (input) => {
    const usage = recentUsage(input.items('observed-usage'), input.context.today);
    const callers = callersSeen(usage).filter(
      ({ principalArn }) => !principalArn.endsWith(':root'),
    );
    const nobodys = callsOfNobody(usage);
    if (callers.length === 0 && nobodys === 0) {
      return { nothing: 'no model was called here in the last 30 days by a user or role' };
    }
    const judged = callers.map((caller) => ({
      resource: caller.principalArn,
      ...judge(caller),
      evidence: [input.evidence('observed-usage', caller.usage)],
    }));
    if (nobodys === 0) return judged;
    const reason = `Who made ${calls(nobodys)} in the last 30 days is not known: only metrics saw them.`;
    const resource = `${input.accountId} ${input.region}`;
    const evidence = [input.evidence('observed-usage', usage)];
    return [...judged, { resource, status: 'unknown', reason, evidence }];
  },
});

function judge({ principalArn, ...seen }: CallerSeen): Pick<Verdict, 'status' | 'reason'> {
  const name = principalName(principalLabel(principalArn));
  const made = `${calls(seen.calls)} in the last 30 days, the last on ${seen.lastDay}`;
  return principalArn.includes(':user/')
    ? { status: 'fail', reason: `The IAM user ${name} made ${made}, by a long-lived credential.` }
    : { status: 'pass', reason: `${name} made ${made}, by sessions of a role.` };
}
