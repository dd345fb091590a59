import { callersSeen, calls, callsOfNobody } from '../callers-seen.ts';
import { defineRule } from '../rule.ts';
import { recentUsage } from '../traffic.ts';

/** The root user of the account called no model. */
export const rootDoesNotInvoke = defineRule({
  id: 'root-does-not-invoke',
  title: 'The root user calls no model',
  severity: 'critical',
  theme: 'access',
  rationale:
    'The root user may do everything, and no policy of its account limits it. It is for the few tasks that nobody else can do; calling a model is none of them, so such a call is a habit to end or a stolen credential.',
  remediation: {
    console:
      'Sign in as root, Security credentials: delete its access keys, check its MFA and change its password; in CloudTrail, look at what else it did. Call models by a role.',
    cli: 'aws iam get-account-summary --query "SummaryMap.{keys:AccountAccessKeysPresent,mfa:AccountMFAEnabled}"\naws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=root',
    terraform: `data "aws_iam_policy_document" "root_calls_no_model" {
  statement {
    effect    = "Deny"
    actions   = ["bedrock:InvokeModel*", "bedrock-mantle:CreateInference"]
    resources = ["*"]
    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::*:root"]
    }
  }
}

resource "aws_organizations_policy" "root_calls_no_model" {
  name    = "root-calls-no-model"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.root_calls_no_model.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  ],
  frameworks: [
    'MITRE ATT&CK: T1078.004 Cloud Accounts',
    'NIST 800-53: AC-6(5) Privileged Accounts',
    'CIS AWS Foundations: 1.7 The root user is not used for daily tasks',
    'SOC 2: CC6.3 Least privilege',
  ],
  needs: ['observed-usage'],
  evaluate: (input) => {
    const usage = recentUsage(input.items('observed-usage'), input.context.today);
    if (usage.length === 0) return { nothing: 'no model was called here in the last 30 days' };
    const callers = callersSeen(usage);
    const root = callers.find(({ principalArn }) => principalArn.endsWith(':root'));
    const resource = `arn:aws:iam::${input.accountId}:root`;
    if (root !== undefined) {
      const reason = `The root user made ${calls(root.calls)} in the last 30 days, the last on ${root.lastDay}.`;
      const evidence = [input.evidence('observed-usage', root.usage)];
      return [{ resource, status: 'fail', reason, evidence }];
    }
    const nobodys = callsOfNobody(usage);
    const known = callers.reduce((sum, caller) => sum + caller.calls, 0);
    const evidence = [input.evidence('observed-usage', usage)];
    if (nobodys > 0 || known === 0) {
      const reason = `Who made ${nobodys === 0 ? 'the calls' : calls(nobodys)} is not known: only metrics saw them.`;
      return [{ resource, status: 'unknown', reason, evidence }];
    }
    const reason = `None of ${calls(known)} in the last 30 days was made by the root user.`;
    return [{ resource, status: 'pass', reason, evidence }];
  },
});
