import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../shared/access/catalogue/create-catalogue.ts';
import { createAccessWorld } from '../../../shared/access/world/create-world.ts';
import type {
  DatasetReading,
  InferenceProfile,
  OrganizationPolicy,
  ReadOutcome,
} from '../../../shared/model/dataset.ts';
import { regionDenyAllowsProfiles } from '../../../shared/rules/access/region-deny-allows-profiles.ts';
import { type CallsTo, triedProfilesReadings } from '../../../shared/rules/tried-profiles.ts';
import {
  AT,
  AWS_OWN,
  allowing,
  controlPolicy,
  document,
  governed,
  identity,
  known,
  MEMBER,
  people,
  refused,
} from '../access/world/readings.ts';
import { applicationProfile, judge, reading, verdictOf } from './builders.ts';

const MODEL = 'anthropic.claude-sonnet-4-6';
const ROLE = identity('role', 'docs', {
  inlinePolicies: [{ name: 'all', document: allowing('bedrock:*') }],
});
const profileArn = (id: string) => `arn:aws:bedrock:us-east-1:${MEMBER}:inference-profile/${id}`;

function profile(id: string, regions: readonly string[]): InferenceProfile {
  return {
    ...applicationProfile('x', MODEL),
    profileId: id,
    profileArn: profileArn(id),
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    modelArns: regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`),
    tags: null,
  };
}

const GEOGRAPHIC = profile(`us.${MODEL}`, ['us-east-1', 'us-east-2', 'us-west-2']);
const GLOBAL = profile(`global.${MODEL}`, ['us-east-1', '']);

function guard(
  allowed: readonly string[],
  over: Partial<OrganizationPolicy> = {},
): OrganizationPolicy {
  const statement = {
    Effect: 'Deny',
    NotAction: 'iam:*',
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': allowed } },
  };
  return controlPolicy('guard', ['Workloads'], { content: known(document(statement)), ...over });
}

function calls(over: Partial<CallsTo> = {}): CallsTo {
  return {
    principalArn: ROLE.arn,
    accountId: MEMBER,
    region: 'us-east-1',
    called: GEOGRAPHIC.profileId,
    calls: 7,
    lastDay: '2026-11-19',
    ...over,
  };
}

interface Case {
  readonly policies?: readonly OrganizationPolicy[];
  readonly made?: readonly CallsTo[];
  readonly refusedCalls?: readonly CallsTo[];
  readonly callers?: ReadOutcome;
  readonly outcome?: ReadOutcome;
}

function judged({
  policies = [],
  made = [],
  refusedCalls = [],
  callers = { status: 'collected' },
  outcome = { status: 'collected' },
}: Case) {
  const readings: readonly DatasetReading[] = [
    { ...people([ROLE]), outcome },
    reading('inference-profiles', [GEOGRAPHIC, GLOBAL], { accountId: MEMBER }),
    ...governed([...AWS_OWN, ...policies]),
  ];
  const tried = triedProfilesReadings({
    world: createAccessWorld(readings),
    catalogue: createCatalogue(readings),
    made,
    refused: refusedCalls,
    callersIn: () => callers,
    readings,
    at: AT,
  });
  return judge(regionDenyAllowsProfiles, tried);
}

const LET_THROUGH = 'No SCP on aws:RequestedRegion denies some of the Regions that may serve';

describe('SCPs that deny Regions leave profiles whole', () => {
  test('fail: a destination is denied, told with the policy, its place and the calls', () => {
    const findings = judged({
      policies: [guard(['us-east-1', 'us-west-2'])],
      refusedCalls: [calls(), calls({ called: GEOGRAPHIC.profileArn, calls: 2 })],
    });
    expect(verdictOf(findings)).toEqual([
      'fail',
      `us.${MODEL}, called in us-east-1: the SCP guard (OU Workloads) denies us-east-2, where it may be served; of the calls of docs in 90 days 9 were refused and 0 made.`,
    ]);
    expect(findings[0]?.resource).toBe(GEOGRAPHIC.profileArn);
    expect(JSON.stringify(findings[0]?.evidence)).toContain('StringNotEquals');
  });

  test('fail: a global profile without the Region unspecified', () => {
    const made = [calls({ called: GLOBAL.profileId, calls: 1 })];
    const [status, reason] = verdictOf(judged({ policies: [guard(['us-east-1'])], made }));
    expect([status, reason]).toEqual(['fail', expect.stringContaining('denies unspecified')]);
  });

  test('fail: an SCP that allows named Regions alone', () => {
    const content = known(
      document({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-east-2'] } },
      }),
    );
    const listing = controlPolicy('list', ['Workloads'], { content });
    const [full, ...rcps] = AWS_OWN;
    if (full === undefined) throw new Error('there is no SCP');
    const elsewhere = controlPolicy('FullAWSAccess', ['root', 'platform'], {
      content: full.content,
    });
    const readings: readonly DatasetReading[] = [
      people([ROLE]),
      reading('inference-profiles', [GEOGRAPHIC], { accountId: MEMBER }),
      ...governed([{ ...elsewhere, content: known(allowing('*')) }, ...rcps, listing]),
    ];
    const tried = triedProfilesReadings({
      world: createAccessWorld(readings),
      catalogue: createCatalogue(readings),
      made: [calls()],
      refused: [],
      callersIn: () => ({ status: 'collected' }),
      readings,
      at: AT,
    });
    const [status, reason] = verdictOf(judge(regionDenyAllowsProfiles, tried));
    expect([status, reason]).toEqual(['fail', expect.stringContaining('us-west-2')]);
  });

  test.each<[string, readonly OrganizationPolicy[]]>([
    ['every destination is let through', [guard(['us-east-1', 'us-east-2', 'us-west-2'])]],
    ['no SCP asks for the Region', []],
    [
      'the model is denied, by no Region',
      [
        controlPolicy('no-models', ['root'], {
          content: known(
            document({ Effect: 'Deny', Action: 'bedrock:InvokeModel', Resource: '*' }),
          ),
        }),
      ],
    ],
  ])('pass: %s', (_, policies) => {
    const [status, reason] = verdictOf(judged({ policies, made: [calls()] }));
    expect([status, reason]).toEqual(['pass', expect.stringContaining(LET_THROUGH)]);
  });

  test('pass: the Region of the call is denied with all others', () => {
    const [status, reason] = verdictOf(
      judged({
        policies: [guard(['us-east-2', 'us-west-2'])],
        refusedCalls: [calls({ calls: 1 })],
      }),
    );
    expect([status, reason]).toEqual([
      'pass',
      `us.${MODEL} is whole: the SCP guard (OU Workloads) denies it in us-east-1 altogether; of the calls of docs in 90 days 1 was refused and 0 made.`,
    ]);
  });

  test('unknown: the text of an SCP was refused', () => {
    const secret = guard([], { content: refused('organizations:DescribePolicy') });
    const findings = judged({ policies: [secret], made: [calls()] });
    expect(verdictOf(findings)[0]).toBe('unknown');
    expect(findings[0]?.missing).toMatchObject([{ action: 'organizations:DescribePolicy' }]);
  });

  test('unknown: nothing was read that names callers', () => {
    const callers = { status: 'denied', action: 'cloudtrail:LookupEvents', reason: 'No' } as const;
    const findings = judged({ policies: [guard(['us-east-1'])], callers });
    expect(verdictOf(findings)[0]).toBe('unknown');
    expect(findings[0]?.missing).toMatchObject([{ action: 'cloudtrail:LookupEvents' }]);
  });

  test.each([
    ['nobody called one', []],
    ['a model of one Region was called', [calls({ called: MODEL })]],
    ['it was called from another Region', [calls({ region: 'us-west-2' })]],
    ['it was called by nobody who is there', [calls({ principalArn: `${ROLE.arn}-gone` })]],
  ])('none: %s', (_, made) => {
    expect(verdictOf(judged({ policies: [guard(['us-east-1'])], made }))[0]).toBe('not-applicable');
  });
});
