import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionOf, type CallPart, type Route } from '../../../shared/access/catalogue/route.ts';
import { decide } from '../../../shared/access/evaluate/decide.ts';
import { explainRoute } from '../../../shared/access/explain/explain-route.ts';
import { readPolicy } from '../../../shared/access/policy/read-policy.ts';
import { OPEN_CONTEXT } from '../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../shared/access/world/create-world.ts';
import { requestOf } from '../../../shared/access/world/request-of.ts';
import { direct, modelArn, SONNET, throughProfile } from './explain/routes.ts';
import { AT, governed, identity, MEMBER, people } from './world/readings.ts';

/** A document as AWS publishes it. */
interface ManagedPolicy {
  readonly arn: string;
  readonly version: string;
  /** When AWS last edited that version. */
  readonly updated: string;
  /** The page of the AWS Managed Policy Reference. */
  readonly page: string;
  readonly document: object;
}

const folder = path.join(import.meta.dirname, 'managed-policies');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

function managed(name: string): ManagedPolicy {
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as ManagedPolicy;
}

/** A role with that policy alone, in an organisation that forbids nothing. */
function holderOf(name: string, tags: Readonly<Record<string, string>>) {
  const { arn, version, document } = managed(name);
  const policy = { arn, name, versionId: version, document: JSON.stringify(document) };
  const role = identity('role', 'app', { attachedPolicyArns: [arn], tags });
  const world = createAccessWorld([people([role], [policy]), ...governed()]);
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  return { world, principal, choice: OPEN_CONTEXT, at: AT };
}

function may(name: string, action: string, resource: string): string {
  const part: CallPart = {
    role: 'called',
    resource,
    resourceAccount: null,
    requestedRegion: 'us-east-1',
    keys: {},
  };
  const { request, policies } = requestOf({ ...holderOf(name, {}), part, action });
  return decide(request, policies).decision;
}

function call(name: string, route: Route, tags: Readonly<Record<string, string>> = {}) {
  return explainRoute({ ...holderOf(name, tags), operation: 'invoke' }, route);
}

const PROJECT = `arn:aws:bedrock-mantle:us-east-1:${MEMBER}:project/default`;
const BEARER = 'bedrock:CallWithBearerToken';
const MANTLE_BEARER = 'bedrock-mantle:CallWithBearerToken';
const CREATE = actionOf('bedrock-mantle', 'invoke');

test.each(names)('%s is a policy that AWS would take', (name) => {
  const { arn, version, updated, page, document } = managed(name);
  expect(arn).toMatch(new RegExp(`^arn:aws:iam::aws:policy/.*${name}$`));
  expect(version).toMatch(/^v\d+$/);
  expect(Date.parse(updated)).toBeGreaterThan(Date.parse('2023-01-01'));
  expect(page).toContain(`/aws-managed-policy/latest/reference/${name}.html`);
  expect(readPolicy(document, 'identity').problems).toEqual([]);
});

describe('who may call a model with it', () => {
  test.each([
    ['AmazonBedrockFullAccess', 'allowed', 'allowed', 'allowed'],
    ['AmazonBedrockLimitedAccess', 'allowed', 'allowed', 'allowed'],
    ['AmazonBedrockReadOnly', 'denied', 'denied', 'denied'],
    ['AmazonBedrockMarketplaceAccess', 'denied', 'denied', 'denied'],
    ['AmazonBedrockMantleFullAccess', 'denied', 'denied', 'allowed'],
    ['AmazonBedrockMantleInferenceAccess', 'denied', 'denied', 'allowed'],
    ['AmazonBedrockMantleReadOnly', 'denied', 'denied', 'denied'],
    ['BedrockAgentCoreFullAccess', 'allowed', 'allowed', 'denied'],
    // It names foundation models and no profile.
    ['AmazonBedrockStudioPermissionsBoundary', 'allowed', 'denied', 'denied'],
    ['AmazonSageMakerCanvasBedrockAccess', 'denied', 'denied', 'denied'],
  ])('%s: a model %s, a profile %s, mantle %s', (name, model, profile, mantle) => {
    expect(call(name, direct(SONNET)).decision).toBe(model);
    expect(call(name, throughProfile(SONNET)).decision).toBe(profile);
    expect(may(name, CREATE, PROJECT)).toBe(mantle);
  });

  test.each([
    ['AmazonBedrockFullAccess', 'allowed', 'allowed'],
    ['AmazonBedrockLimitedAccess', 'allowed', 'allowed'],
    ['AmazonBedrockReadOnly', 'denied', 'denied'],
    ['AmazonBedrockMantleInferenceAccess', 'denied', 'allowed'],
    // Its holder may show a key on mantle, and call no model with it.
    ['AmazonBedrockMantleReadOnly', 'denied', 'allowed'],
  ])('%s: an API key %s, on mantle %s', (name, runtime, mantle) => {
    expect(may(name, BEARER, '*')).toBe(runtime);
    expect(may(name, MANTLE_BEARER, '*')).toBe(mantle);
  });
});

describe('the user of a long-term API key', () => {
  const name = 'AmazonBedrockLimitedAccess';

  test.each([
    ['bedrock:InvokeModelWithResponseStream', 'allowed'],
    ['bedrock:ApplyGuardrail', 'allowed'],
    ['bedrock:DeleteGuardrail', 'allowed'],
    ['bedrock:CreateModelInvocationJob', 'allowed'],
    ['bedrock:CreateProvisionedModelThroughput', 'allowed'],
    ['iam:ListRoles', 'allowed'],
    ['ec2:DescribeVpcs', 'allowed'],
    ['bedrock:InvokeAgent', 'denied'],
    ['bedrock:Rerank', 'denied'],
    ['bedrock:Retrieve', 'denied'],
    ['bedrock:PutModelInvocationLoggingConfiguration', 'denied'],
    ['iam:PassRole', 'denied'],
    // AWS Marketplace is asked by Bedrock alone, never by the key itself.
    ['aws-marketplace:Subscribe', 'denied'],
  ])('%s: %s', (action, decision) => {
    expect(may(name, action, '*')).toBe(decision);
  });
});

describe('models that may be called through a profile only', () => {
  const name = 'SageMakerStudioBedrockAgentServiceRolePolicy';

  test('a direct call is denied, and the reason says by which condition', () => {
    expect(call(name, direct(SONNET))).toMatchObject({
      decision: 'denied',
      reason: expect.stringContaining('which allows only with an inference profile'),
    });
  });

  test('the models behind a system-defined profile are open, the profile itself is not', () => {
    const proof = call(name, throughProfile(SONNET));
    expect(proof.parts.map(({ decision }) => decision)).toEqual(['denied', 'allowed', 'allowed']);
  });

  test('an application profile is open to the project that it is tagged with', () => {
    const arn = `arn:aws:bedrock:us-east-1:${MEMBER}:application-inference-profile/p1`;
    const part: CallPart = {
      role: 'called',
      resource: arn,
      resourceAccount: MEMBER,
      requestedRegion: 'us-east-1',
      keys: { 'aws:ResourceTag/AmazonDataZoneProject': ['p-1'] },
    };
    const decided = (project: string) => {
      const holder = holderOf(name, { AmazonDataZoneProject: project });
      const action = actionOf('bedrock-runtime', 'invoke');
      const { request, policies } = requestOf({ ...holder, part, action });
      return decide(request, policies).decision;
    };
    expect(decided('p-1')).toBe('allowed');
    expect(decided('p-2')).toBe('denied');
  });
});

test('the account of a foundation model is not documented, so a condition on it stays open', () => {
  const name = 'AmazonBedrockAgentCoreMemoryBedrockModelInferenceExecutionRolePolicy';
  expect(may(name, 'bedrock:InvokeModel', modelArn('us-east-1', SONNET))).toBe('conditional');
});
