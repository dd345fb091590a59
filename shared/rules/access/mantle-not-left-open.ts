import { statementText } from '../../access/explain/statement-proof.ts';
import { denyWithoutMantle } from '../../access/lint/checks/deny-without-mantle.ts';
import type { Found, LintedPolicy, LintedStatement } from '../../access/lint/linted-policy.ts';
import type { OrganizationPolicy, OrganizationTree } from '../../model/dataset.ts';
import {
  actingTexts,
  attachedScps,
  foundBy,
  type IdentityTexts,
  joinPolicies,
  lintedIdentity,
  scpText,
  statementOf,
} from '../policy-texts.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

type Input = RuleInput<'account-authorization' | 'organization' | 'organization-policies'>;

const RUNTIME = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:CallWithBearerToken',
];
const INFERENCE = 'bedrock-mantle:CreateInference';
const TWINS = [INFERENCE, 'bedrock-mantle:CallWithBearerToken'];

/** What is denied, or limited, on bedrock-runtime is so on bedrock-mantle. */
export const mantleNotLeftOpen = defineRule({
  id: 'mantle-not-left-open',
  title: 'Limits hold on bedrock-mantle as well',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'The endpoint bedrock-mantle serves models by actions of its own. A policy that denies bedrock:InvokeModel, or allows it on approved models alone, says nothing about bedrock-mantle:CreateInference: the same model answers there.',
  remediation: {
    console:
      'IAM or Organizations console, the policy named: deny bedrock-mantle:CreateInference and bedrock-mantle:CallWithBearerToken beside their twins; models are told apart by the condition key bedrock-mantle:Model.',
    cli: `aws organizations create-policy --type SERVICE_CONTROL_POLICY --name mantle-closed --description "No inference over bedrock-mantle" --content '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["bedrock-mantle:CreateInference","bedrock-mantle:CallWithBearerToken"],"Resource":"*"}]}'`,
    terraform: `data "aws_iam_policy_document" "mantle_closed" {
  statement {
    effect    = "Deny"
    actions   = ["bedrock-mantle:CreateInference", "bedrock-mantle:CallWithBearerToken"]
    resources = ["*"]
  }
}

resource "aws_organizations_policy" "mantle_closed" {
  name    = "mantle-closed"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.mantle_closed.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_bedrock-mantle.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'MITRE ATLAS: AML.T0040 AI Model Inference API Access',
    'NIST 800-53: AC-3 Access Enforcement',
    'SOC 2: CC6.1 Logical access',
  ],
  needs: ['account-authorization', 'organization-policies', 'organization'],
  beside: ['organization-policies', 'organization'],
  evaluate: (input) => [
    ...attachedScps(input).flatMap((policy) => ofScp(policy, input)),
    ...actingTexts(input).flatMap((texts) => ofIdentity(texts, input)),
  ],
});

/** An SCP, with those beside and above it: what another denies wherever this one holds is closed. */
function ofScp(policy: OrganizationPolicy, input: Input): readonly Verdict[] {
  const { id, name, document, unread } = scpText(policy);
  const linted = document === null ? null : lintedIdentity(document);
  if (document === null || linted === null) {
    const reason = `Whether ${name} leaves bedrock-mantle open is not known: its text was not read.`;
    return [{ resource: id, status: 'unknown', reason, evidence: [], unread }];
  }
  if (!linted.statements.some(isDenyOf(RUNTIME))) return [];
  const found = foundBy(denyWithoutMantle, document, 'scp').filter((one) =>
    twinsIn(one).some((twin) => !deniedBeside(policy, twin, input)),
  );
  const evidence = [input.evidence('organization-policies', { policy, found })];
  return [
    found.length === 0
      ? { resource: id, status: 'pass', reason: `${name} ${CLOSED}.`, evidence }
      : { resource: id, status: 'fail', reason: saidOf(name, found), evidence },
  ];
}

const CLOSED = 'denies on bedrock-mantle what it denies on bedrock-runtime';

function deniedBeside(policy: OrganizationPolicy, twin: string, input: Input): boolean {
  const { targets } = policy;
  if (!targets.read) return false;
  const others = attachedScps(input).filter(({ arn }) => arn !== policy.arn);
  const trees = input.items('organization').flatMap(({ tree }) => (tree.read ? [tree.value] : []));
  return targets.value.every(({ targetId }) => {
    const places = placesAbove(targetId, trees);
    return others.some(
      (other) =>
        other.content.read &&
        other.targets.read &&
        other.targets.value.some((one) => places.has(one.targetId)) &&
        lintedIdentity(other.content.value)?.statements.some(isDenyOf([twin])) === true,
    );
  });
}

/** A root, unit or account and every unit above it, whose SCPs all hold there. */
function placesAbove(targetId: string, trees: readonly OrganizationTree[]): ReadonlySet<string> {
  const parents = new Map(
    trees.flatMap(({ units, accounts }) => [
      ...units.map(({ id, parentId }) => [id, parentId] as const),
      ...accounts.map(({ accountId, parentId }) => [accountId, parentId] as const),
    ]),
  );
  const places = new Set<string>();
  let place: string | null = targetId;
  while (place !== null && !places.has(place)) {
    places.add(place);
    place = parents.get(place) ?? null;
  }
  return places;
}

/** An identity, by all of its own policies: what none of them allows is closed. */
function ofIdentity({ identity, policies }: IdentityTexts, input: Input): readonly Verdict[] {
  const joined = joinPolicies(policies);
  const verdict = (status: Verdict['status'], reason: string, object: object) => [
    {
      resource: identity.arn,
      status,
      reason,
      evidence: [input.evidence('account-authorization', { arn: identity.arn, ...object })],
    },
  ];
  if (joined === null) {
    const reason = `Whether ${identity.name} has limits that leave bedrock-mantle open is not known: its policies were not all read.`;
    return verdict('unknown', reason, {});
  }
  const linted = lintedIdentity(joined.document);
  if (linted === null || !isLimited(linted)) return [];
  const allowed = linted.statements.filter(isAllowOf(TWINS));
  const statements = [...linted.statements.filter(isDenyOf(RUNTIME)), ...allowed].map(({ index }) =>
    statementText(joined.document, index),
  );
  const found = foundBy(denyWithoutMantle, joined.document, 'identity').filter((one) =>
    allowed.some(isAllowOf(twinsIn(one))),
  );
  const [first] = found;
  if (first !== undefined) {
    const where = `${identity.name}, by ${joined.placeOf(statementOf(first.path))}`;
    return verdict('fail', saidOf(where, found), { statements, found });
  }
  const open = linted.statements.find((one) => isAllowOf([INFERENCE])(one) && !isNarrowed(one));
  const isClosed = linted.statements.some(isDenyOf([INFERENCE]));
  if (open !== undefined && !isClosed && isAllowList(linted)) {
    const reason = `${identity.name} may call named models alone on bedrock-runtime, and any over bedrock-mantle by ${joined.placeOf(open.index)}.`;
    return verdict('fail', reason, {
      statements,
      open: statementText(joined.document, open.index),
    });
  }
  const reason = `${identity.name} is limited on bedrock-runtime, and bedrock-mantle is closed to it or limited too.`;
  return verdict('pass', reason, { statements });
}

function isLimited(linted: LintedPolicy): boolean {
  return linted.statements.some(isDenyOf(RUNTIME)) || isAllowList(linted);
}

/** Every statement that allows model calls names models. */
function isAllowList({ statements }: LintedPolicy): boolean {
  const allowing = statements.filter(isAllowOf(RUNTIME.slice(0, 2)));
  return (
    allowing.length > 0 &&
    allowing.every(
      ({ resources, targets }) =>
        resources?.except === false && targets.every(({ reach }) => reach !== 'anything'),
    )
  );
}

/** Mantle's models are no resources: a condition is what can narrow a statement. */
function isNarrowed({ conditions }: LintedStatement): boolean {
  return conditions.length > 0;
}

function isDenyOf(actions: readonly string[]): (statement: LintedStatement) => boolean {
  return ({ effect, named }) =>
    effect === 'Deny' && named.some(({ action }) => actions.includes(action));
}

function isAllowOf(actions: readonly string[]): (statement: LintedStatement) => boolean {
  return ({ effect, named }) =>
    effect === 'Allow' && named.some(({ action }) => actions.includes(action));
}

function twinsIn({ message }: Found): readonly string[] {
  return TWINS.filter((twin) => message.includes(twin));
}

function saidOf(name: string, found: readonly Found[]): string {
  return `${name}: ${found.map(({ message, remedy }) => `${message} ${remedy}`).join(' ')}`;
}
