import { describe, expect, test } from 'vitest';
import { subscribePart } from '../../../../shared/access/catalogue/gates/availability-gates.ts';
import type { GateQuestion } from '../../../../shared/access/catalogue/gates/gate-question.ts';
import { callGates } from '../../../../shared/access/catalogue/gates.ts';
import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import type {
  DatasetReading,
  EnforcedGuardrail,
  ModelLifecycle,
} from '../../../../shared/model/dataset.ts';
import { AT, denied, MANAGEMENT, organization } from '../world/readings.ts';
import { ACCOUNT, foundationModel, reading } from './offered.ts';

const CLAUDE = 'anthropic.claude-sonnet-5-5';
const MISTRAL = 'mistral.mistral-large-3-675b-instruct';
const GLOBAL = { region: 'global' };

describe('entitlement, agreement and subscription', () => {
  test.each([
    [{}, { entitlement: 'open', agreement: 'open' }],
    [{ authorizationStatus: 'NOT_AUTHORIZED' }, { entitlement: 'closed', agreement: 'open' }],
    [{ entitlementAvailability: 'NOT_AVAILABLE' }, { entitlement: 'closed', agreement: 'open' }],
    [{ regionAvailability: 'NOT_AVAILABLE' }, { entitlement: 'closed', agreement: 'open' }],
    [{ authorizationStatus: 'UNKNOWN' }, { entitlement: 'unknown', agreement: 'open' }],
    [
      { agreementStatus: 'NOT_AVAILABLE' },
      { entitlement: 'open', agreement: 'closed', 'marketplace-subscribe': 'open' },
    ],
    [{ agreementStatus: 'PENDING' }, { entitlement: 'open', agreement: 'closed' }],
    [
      { agreementStatus: 'ERROR' },
      { entitlement: 'open', agreement: 'closed', 'marketplace-subscribe': 'open' },
    ],
    [
      { agreementStatus: 'UNKNOWN' },
      { entitlement: 'open', agreement: 'unknown', 'marketplace-subscribe': 'open' },
    ],
  ])('%j', (value, expected) => {
    const all = gates({ readings: [availability(value)] });
    const about = ['entitlement', 'agreement', 'marketplace-subscribe'];
    expect(statesOf(all.filter(({ gate }) => about.includes(gate)))).toEqual(expected);
  });

  test('another Region tells nothing of this one', () => {
    const elsewhere = availability({ regionAvailability: 'NOT_AVAILABLE' }, 'us-west-2');
    expect(statesOf(gates({ readings: [elsewhere] }))).toMatchObject({ entitlement: 'open' });
  });

  test('unread is unknown, with the reason', () => {
    const outcome = denied('bedrock:GetFoundationModelAvailability');
    const refused = reading('model-availability', [], { outcome });
    for (const readings of [[], [refused]]) {
      const all = gates({ readings });
      expect(statesOf(all)).toMatchObject({ entitlement: 'unknown' });
      expect(statesOf(all)).not.toHaveProperty('agreement');
    }
    const [gate] = gates({ readings: [refused] });
    expect(gate?.sentence).toContain('bedrock:GetFoundationModelAvailability');
  });

  test('who may not subscribe closes the first call; models that are not sold ask nobody', () => {
    const readings = [availability({ agreementStatus: 'NOT_AVAILABLE' })];
    const decide: GateQuestion['decide'] = (action) =>
      action === 'aws-marketplace:Subscribe' ? 'denied' : 'allowed';
    const gate = gates({ readings, decide }).find((each) => each.gate === 'marketplace-subscribe');
    expect(gate?.state).toBe('closed');
    expect(gate?.sentence).toContain('aws-marketplace:Subscribe is denied');
    expect(statesOf(gates({ modelId: MISTRAL, readings: [], decide }))).not.toHaveProperty(
      'marketplace-subscribe',
    );
  });

  test('the subscription is asked for as Bedrock asks in the name of the caller', () => {
    expect(subscribePart('eu-west-1').keys['aws:CalledViaLast']).toEqual(['bedrock.amazonaws.com']);
  });
});

describe('the use-case form of Anthropic', () => {
  const form = (submitted: boolean, accountId = ACCOUNT) =>
    reading('use-case-access', [{ submitted, companyName: null, industry: null }], {
      ...GLOBAL,
      accountId,
    });
  const member = reading('organization', [organization()], GLOBAL);

  test.each([
    ['told', [form(true)], 'open'],
    ['not told, outside an organisation', [form(false)], 'closed'],
    ['told by the management account', [form(false), member, form(true, MANAGEMENT)], 'open'],
    ['told by nobody', [form(false), member, form(false, MANAGEMENT)], 'closed'],
    ['the management account was not read', [form(false), member], 'unknown'],
    ['not read', [], 'unknown'],
  ])('%s', (_, readings, state) => {
    expect(statesOf(gates({ readings }))['use-case']).toBe(state);
  });

  test('other providers, and calls over mantle, do not need it', () => {
    const readings = [form(false)];
    expect(statesOf(gates({ readings, modelId: MISTRAL }))).not.toHaveProperty('use-case');
    expect(statesOf(gates({ readings, plane: 'bedrock-mantle' }))).not.toHaveProperty('use-case');
  });
});

describe('guardrails that are put on every call', () => {
  const arn = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/base0`;
  const config = (models: EnforcedGuardrail['models']) =>
    reading('enforced-guardrails', [
      {
        configId: 'c',
        guardrailArn: arn,
        guardrailId: 'base0',
        guardrailVersion: '3',
        owner: 'ACCOUNT',
        inputTags: null,
        contentGuarding: null,
        models,
        createdAt: null,
        createdBy: null,
        updatedAt: null,
        updatedBy: null,
      },
    ]);
  const none = reading('enforced-guardrails', []);
  const refusing: GateQuestion['decide'] = (_, { resource }) =>
    resource === arn ? 'denied' : 'allowed';

  test('let through who may apply them, and nobody else', () => {
    expect(statesOf(gates({ readings: [config(null)] })).guardrail).toBe('open');
    const gate = gates({ readings: [config(null)], decide: refusing }).find(
      (each) => each.gate === 'guardrail',
    );
    expect(gate?.state).toBe('closed');
    expect(gate?.sentence).toContain(`${arn} version 3`);
  });

  test.each([
    [{ included: ['ALL'], excluded: [] }, true],
    [{ included: [CLAUDE], excluded: [] }, true],
    [{ included: [MISTRAL], excluded: [] }, false],
    [{ included: ['ALL'], excluded: [CLAUDE] }, false],
  ])('%j', (models, covered) => {
    expect('guardrail' in statesOf(gates({ readings: [config(models)] }))).toBe(covered);
  });

  test('the organisation puts its own by Region', () => {
    const content = JSON.stringify({
      bedrock: { guardrail_inference: { 'us-east-1': { c: { identifier: `${arn}:7` } } } },
    });
    const policy = reading('effective-bedrock-policy', [{ content, updatedAt: null }], GLOBAL);
    const sentences = gates({ readings: [none, policy] }).map(({ sentence }) => sentence);
    expect(sentences.join()).toContain(`The organisation puts guardrail ${arn} version 7`);
    const there = { readings: [{ ...none, region: 'eu-west-1' }, policy], region: 'eu-west-1' };
    expect(statesOf(gates(there))).not.toHaveProperty('guardrail');
  });

  test('unread is unknown; mantle knows no guardrails', () => {
    expect(statesOf(gates({ readings: [] })).guardrail).toBe('unknown');
    const outcome = denied('organizations:DescribeEffectivePolicy');
    const policy = reading('effective-bedrock-policy', [], { ...GLOBAL, outcome });
    expect(statesOf(gates({ readings: [none, policy] })).guardrail).toBe('unknown');
    const mantle = { readings: [], plane: 'bedrock-mantle' } as const;
    expect(statesOf(gates(mantle))).not.toHaveProperty('guardrail');
  });
});

describe('lifecycle', () => {
  const life = (rest: Partial<ModelLifecycle>) => {
    const { lifecycle } = foundationModel(CLAUDE);
    const item = foundationModel(CLAUDE, { lifecycle: { ...lifecycle, ...rest } });
    return { readings: [reading('foundation-models', [item])] };
  };

  test.each([
    [{}, undefined],
    [{ status: 'LEGACY', endOfLifeTime: '2026-11-20T10:00:01Z' }, 'open'],
    [{ status: 'LEGACY', endOfLifeTime: '2026-11-20T10:00:00Z' }, 'closed'],
    [{ status: 'ACTIVE', endOfLifeTime: '2026-11-19T00:00:00Z' }, 'closed'],
  ] as const)('%j at 2026-11-20T10:00:00Z', (rest, state) => {
    expect(statesOf(gates(life(rest))).lifecycle).toBe(state);
  });

  test('unread is unknown', () => {
    expect(statesOf(gates({ readings: [] })).lifecycle).toBe('unknown');
  });
});

describe('data retention', () => {
  test.each([
    ['anthropic.claude-fable-5', 'default', 'closed'],
    ['anthropic.claude-fable-5', 'inherit', 'closed'],
    ['anthropic.claude-fable-5', 'provider_data_share', undefined],
    ['anthropic.claude-opus-4-8', 'none', 'closed'],
    ['anthropic.claude-opus-4-8', 'inherit', undefined],
    [CLAUDE, 'none', 'unknown'],
    [CLAUDE, 'default', undefined],
  ])('%s under %s', (modelId, mode, state) => {
    const readings = [reading('data-retention', [{ mode, updatedAt: null }])];
    expect(statesOf(gates({ modelId, readings }))['data-retention']).toBe(state);
  });

  test('unread is unknown', () => {
    expect(statesOf(gates({ readings: [] }))['data-retention']).toBe('unknown');
  });
});

test("models of one's own meet enforced guardrails alone", () => {
  const modelId = `arn:aws:bedrock:us-east-1:${ACCOUNT}:imported-model/imp0`;
  expect(Object.keys(statesOf(gates({ modelId, readings: [] })))).toEqual(['guardrail']);
});

function gates(
  asked: Partial<Omit<GateQuestion, 'readings'>> & { readonly readings: readonly DatasetReading[] },
) {
  return callGates({
    modelId: CLAUDE,
    accountId: ACCOUNT,
    region: 'us-east-1',
    plane: 'bedrock-runtime',
    at: AT,
    decide: () => 'allowed',
    ...asked,
    readings: readingsByDataset(asked.readings),
  });
}

function statesOf(all: ReturnType<typeof gates>): Readonly<Record<string, string>> {
  return Object.fromEntries(all.map(({ gate, state }) => [gate, state]));
}

function availability(value: object, askedIn = 'us-east-1') {
  return reading('model-availability', [
    {
      modelId: CLAUDE,
      askedIn,
      availability: {
        read: true,
        value: {
          agreementStatus: 'AVAILABLE',
          agreementError: null,
          authorizationStatus: 'AUTHORIZED',
          entitlementAvailability: 'AVAILABLE',
          regionAvailability: 'AVAILABLE',
          ...value,
        },
      },
    },
  ]);
}
