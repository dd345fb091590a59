import type { ProfileCaller, TriedProfile } from '../../model/dataset.ts';
import { groupThousands } from '../../model/group-thousands.ts';
import { listed } from '../../model/listed.ts';
import { unreadWords } from '../effective-verdicts.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

/** SCPs that deny Regions let every destination of the profiles in use through. */
export const regionDenyAllowsProfiles = defineRule({
  id: 'region-deny-allows-profiles',
  title: 'SCPs that deny Regions leave profiles whole',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A call through a cross-Region profile needs every Region that may serve it, a global profile the Region unspecified too. An SCP that denies one of them refuses the call, whichever Region would have served it.',
  remediation: {
    console:
      'Organizations console, Policies, the SCP named: add the destination Regions of the profile to the values of aws:RequestedRegion (unspecified for a global profile), or call the model by a profile that stays within the Regions allowed.',
    cli: 'aws bedrock get-inference-profile --inference-profile-identifier PROFILE_ID --query "models[].modelArn"\naws organizations update-policy --policy-id POLICY_ID --content file://region-guard.json',
    terraform: `data "aws_iam_policy_document" "region_guard" {
  statement {
    sid         = "DenyOtherRegions"
    effect      = "Deny"
    not_actions = ["iam:*", "organizations:*", "sts:*", "support:*"]
    resources   = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = var.regions_with_destinations
    }
  }
}

resource "aws_organizations_policy" "region_guard" {
  name    = "region-guard"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.region_guard.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  ],
  frameworks: [
    'NIST 800-53: AC-3 Access Enforcement',
    'SOC 2: A1.2 Availability',
    'AWS Well-Architected Generative AI Lens: GENREL05-BP01 Load-balance inference requests across all regions of availability',
  ],
  needs: ['tried-profiles'],
  evaluate: (input) => {
    const profiles = input.items('tried-profiles');
    if (profiles.length === 0) return { nothing: NOTHING };
    return profiles.map((profile) => verdictOf(profile, input));
  },
});

const NOTHING =
  'no cross-Region profile was seen called or tried in 90 days by anybody whom an SCP bears on';

function verdictOf(profile: TriedProfile, input: RuleInput<'tried-profiles'>): Verdict {
  const { profileArn: resource, called, region, callers } = profile;
  const evidence = [input.evidence('tried-profiles', profile)];
  const broken = callers.filter(({ isPartly }) => isPartly);
  if (broken.length > 0) {
    const reason = `${called}, called in ${region}: ${denialWords(broken)}; ${callWords(broken)}.`;
    return { resource, status: 'fail', reason, evidence };
  }
  const unread = callers.flatMap((one) => one.unread);
  if (unread.length > 0) {
    const reason = `Whether SCPs let ${called}, called in ${region}, through rests on policies that could not be read${unreadWords(unread)}.`;
    return { resource, status: 'unknown', reason, evidence, unread };
  }
  const shut = callers.flatMap(({ denials }) => denials).at(0);
  if (shut !== undefined) {
    const reason = `${called} is whole: ${shut.policy} denies it in ${region} altogether; ${callWords(callers)}.`;
    return { resource, status: 'pass', reason, evidence };
  }
  const reason = `No SCP on aws:RequestedRegion denies some of the Regions that may serve ${called}, called in ${region}; ${callWords(callers)}.`;
  return { resource, status: 'pass', reason, evidence };
}

/** `the SCP region-guard (OU Workloads) denies us-east-2, where it may be served`. */
function denialWords(callers: readonly ProfileCaller[]): string {
  const regions = new Map<string, Set<string>>();
  for (const { policy, region } of callers.flatMap(({ denials }) => denials)) {
    regions.set(policy, (regions.get(policy) ?? new Set()).add(region));
  }
  return [...regions]
    .map(
      ([policy, denied]) =>
        `${policy} denies ${listed([...denied].sort())}, where it may be served`,
    )
    .join('; ');
}

/** `of the calls of docs-assistant in 90 days 12 were refused and 3 made`. */
function callWords(callers: readonly ProfileCaller[]): string {
  const names = callers.map(({ name }) => name).sort();
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const who = more === '' ? listed(names) : `${names.slice(0, 3).join(', ')}${more}`;
  const sum = (of: (caller: ProfileCaller) => number) =>
    callers.reduce((total, caller) => total + of(caller), 0);
  const refused = sum((caller) => caller.refused);
  const made = sum((caller) => caller.calls);
  return `of the calls of ${who} in 90 days ${count(refused)} ${refused === 1 ? 'was' : 'were'} refused and ${count(made)} made`;
}

function count(value: number): string {
  return groupThousands(String(value));
}
