import type { AccountAuthorization, IamIdentity } from '../../../../shared/model/dataset.ts';

/**
 * What in the text of a policy may reach Bedrock: its name, an action that begins with a wildcard
 * (`*`, `*:Invoke*`) or is one that its name matches (`b*`, `bedr*:*`), and any `NotAction`.
 */
const REACHES = [
  /bedrock/i,
  /"NotAction"/i,
  /"Action"\s*:\s*(?:\[[^\]]*?)?"(?:\*|b(?:e(?:d(?:r(?:o(?:c)?)?)?)?)?[*?])/i,
];

/**
 * The ARNs of the users and roles that some policy of theirs, or of a group of theirs, may let reach
 * Bedrock. A cheap test of text that errs on the side of asking: whether they are allowed is for the
 * evaluation of access to say.
 */
export function principalsReaching({
  identities,
  policies,
}: AccountAuthorization): readonly string[] {
  const reaching = new Set(policies.filter((one) => reaches(one.document)).map(({ arn }) => arn));
  const known = new Set(policies.map(({ arn }) => arn));
  const speaksOf = ({ inlinePolicies, attachedPolicyArns }: IamIdentity) =>
    inlinePolicies.some(({ document }) => reaches(document)) ||
    attachedPolicyArns.some((arn) => reaching.has(arn) || !known.has(arn));
  const groups = new Set(
    identities.filter((one) => one.kind === 'group' && speaksOf(one)).map(({ name }) => name),
  );
  return identities
    .filter(({ kind }) => kind !== 'group')
    .filter((one) => speaksOf(one) || one.groups.some((name) => groups.has(name)))
    .map(({ arn }) => arn);
}

function reaches(document: string): boolean {
  return REACHES.some((pattern) => pattern.test(document));
}
