import { statementText } from '../../access/explain/statement-proof.ts';
import { unpairedProfile } from '../../access/lint/checks/unpaired-profile.ts';
import type { LintedStatement } from '../../access/lint/linted-policy.ts';
import {
  actingTexts,
  foundBy,
  type IdentityTexts,
  joinPolicies,
  lintedIdentity,
  statementOf,
} from '../policy-texts.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

/** Characters; the check looks into nothing longer. */
const LONGEST = 40_000;

/** Whoever may call a profile may call the models behind it where it sends calls. */
export const inferenceProfilePermissionsPaired = defineRule({
  id: 'inference-profile-permissions-paired',
  title: 'Inference profiles are allowed together with their models',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A call through an inference profile needs the profile and the foundation model in each Region that may serve it; a global profile needs the model without a Region too. Half a pair denies calls, some of them only now and then.',
  remediation: {
    console:
      'IAM console, the policy named: in Resource, put the foundation-model ARN of each destination Region beside the profile ARN.',
    cli: `aws iam put-role-policy --role-name ROLE --policy-name call-through-profile --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["bedrock:InvokeModel","bedrock:InvokeModelWithResponseStream"],"Resource":["PROFILE_ARN","arn:aws:bedrock:*::foundation-model/MODEL_ID"]}]}'`,
    terraform: `data "aws_bedrock_inference_profile" "model" {
  inference_profile_id = var.profile_id
}

data "aws_iam_policy_document" "call_through_profile" {
  statement {
    actions = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
    resources = concat(
      [data.aws_bedrock_inference_profile.model.inference_profile_arn],
      data.aws_bedrock_inference_profile.model.models[*].model_arn,
    )
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html',
  ],
  frameworks: [
    'NIST 800-53: AC-3 Access Enforcement',
    'SOC 2: A1.2 Availability',
    'AWS Well-Architected Generative AI Lens: GENREL05-BP01 Load-balance inference requests across all regions of availability',
  ],
  needs: ['account-authorization'],
  evaluate: (input) => actingTexts(input).flatMap((texts) => verdictOf(texts, input)),
});

function verdictOf(
  { identity, policies }: IdentityTexts,
  input: RuleInput<'account-authorization'>,
): readonly Verdict[] {
  const joined = joinPolicies(policies);
  const statements =
    joined === null ? [] : (lintedIdentity(joined.document)?.statements ?? []).filter(isAbout);
  if (joined !== null && statements.length === 0) return [];
  const verdict = (status: Verdict['status'], reason: string, found: unknown) => {
    const document = joined?.document ?? '';
    const shown = statements.map(({ index }) => statementText(document, index));
    const object = { arn: identity.arn, statements: shown, found };
    const evidence = [input.evidence('account-authorization', object)];
    return [{ resource: identity.arn, status, reason, evidence }];
  };
  if (joined === null || joined.document.length > LONGEST) {
    const reason = `Whether ${identity.name} may call profiles and their models together is not known: its policies were not all read, or are too long.`;
    return verdict('unknown', reason, []);
  }
  const found = foundBy(unpairedProfile, joined.document, 'identity');
  const [first] = found;
  if (first === undefined) {
    const reason = `${identity.name} may call the models behind each inference profile that it may call.`;
    return verdict('pass', reason, found);
  }
  const more = found.length > 1 ? ` So it is with ${found.length - 1} more.` : '';
  const reason = `${identity.name}, by ${joined.placeOf(statementOf(first.path))}: ${first.message} ${first.remedy}${more}`;
  return verdict('fail', reason, found);
}

/** Allows calls on profiles by name, or on models through a profile alone. */
function isAbout({ effect, targets, conditions }: LintedStatement): boolean {
  if (effect !== 'Allow') return false;
  const names = targets.some(
    ({ reach, types }) =>
      reach === 'known' && types.some(({ id }) => id === 'bedrock:inference-profile'),
  );
  return names || conditions.some(({ key }) => key.toLowerCase() === 'bedrock:inferenceprofilearn');
}
