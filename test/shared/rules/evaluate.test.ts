import { describe, expect, test } from 'vitest';
import { ACCOUNT_SCOPE, type DatasetReading } from '../../../shared/model/dataset.ts';
import { evaluateRules } from '../../../shared/rules/evaluate.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { defineRule } from '../../../shared/rules/rule.ts';
import {
  ACCOUNT,
  CONTEXT,
  DENIED,
  guardrail,
  judge,
  logging,
  observed,
  REGION,
  reading,
  unread,
  verdictOf,
} from './builders.ts';

const metadata = {
  id: 'test-rule',
  title: 'Test',
  severity: 'medium',
  theme: 'guardrails',
  rationale: 'A test.',
  remediation: { console: 'c', cli: 'c', terraform: 't' },
  references: [],
  frameworks: [],
} as const;

const everyGuardrailPasses = defineRule({
  ...metadata,
  needs: ['guardrails', 'invocation-logging'],
  evaluate: (input) =>
    input.items('guardrails').map((found) => ({
      resource: found.guardrailArn,
      status: 'pass',
      reason: 'It exists.',
      evidence: [input.evidence('guardrails', found)],
    })),
});

const LOGGING = reading('invocation-logging', [logging()]);

describe('what could not be read', () => {
  test.each<[string, readonly DatasetReading[], string, string]>([
    [
      'denied is unknown and names the permission',
      [LOGGING, unread('guardrails', DENIED)],
      'unknown',
      'guardrails could not be read: bedrock:GetGuardrail is denied. Grant it and scan again.',
    ],
    [
      'failed is unknown and says why',
      [LOGGING, unread('guardrails', { status: 'failed', reason: 'the connection was cut' })],
      'unknown',
      'guardrails could not be read: the connection was cut.',
    ],
    [
      'never read is unknown and says what to do',
      [LOGGING],
      'unknown',
      'guardrails could not be read: it has not been read yet; run a scan of this account and Region.',
    ],
    [
      'unavailable is not applicable, even beside a denial',
      [
        unread('invocation-logging', { ...DENIED }),
        unread('guardrails', { status: 'unavailable', reason: 'no guardrails in this Region' }),
      ],
      'not-applicable',
      'guardrails is not available here: no guardrails in this Region',
    ],
    [
      'nothing to judge is not applicable',
      [LOGGING, reading('guardrails', [])],
      'not-applicable',
      'nothing here to judge',
    ],
  ])('%s', (_, readings, status, reason) => {
    expect(verdictOf(judge(everyGuardrailPasses, readings))).toEqual([status, reason]);
  });

  test('every missing dataset is listed with account, Region and action', () => {
    const [finding] = judge(everyGuardrailPasses, [
      unread('guardrails', DENIED),
      unread('invocation-logging', { status: 'failed', reason: 'timeout' }),
    ]);
    const place = { accountId: ACCOUNT, region: 'us-east-1' };
    expect(finding?.missing).toEqual([
      { dataset: 'guardrails', ...place, action: DENIED.action, reason: DENIED.reason },
      { dataset: 'invocation-logging', ...place, action: null, reason: 'timeout' },
    ]);
  });
});

test('evidence carries where and when it was read, and the object', () => {
  const found = guardrail([]);
  const [finding] = judge(everyGuardrailPasses, [LOGGING, reading('guardrails', [found])]);
  expect(finding).toMatchObject({
    id: `test-rule|${ACCOUNT}|us-east-1|${found.guardrailArn}`,
    severity: 'medium',
    evidence: [
      {
        source: 'bedrock:ListGuardrails, bedrock:GetGuardrail',
        accountId: ACCOUNT,
        region: 'us-east-1',
        readAt: '2026-11-20T08:00:00Z',
        object: found,
      },
    ],
  });
});

test('each account and Region is judged by its own readings; account-wide ones serve all', () => {
  const readings = [
    reading('guardrails', [guardrail([])]),
    reading('guardrails', [guardrail([], 'eu')], { region: 'eu-west-1' }),
    reading('invocation-logging', [logging()], { region: ACCOUNT_SCOPE }),
    unread('guardrails', DENIED),
  ].map((found, index) => (index === 3 ? { ...found, accountId: '999900001111' } : found));
  const findings = judge(everyGuardrailPasses, readings);
  expect(findings.map(({ accountId, region, status }) => [accountId, region, status])).toEqual([
    [ACCOUNT, 'eu-west-1', 'pass'],
    [ACCOUNT, 'us-east-1', 'pass'],
    ['999900001111', 'us-east-1', 'unknown'],
  ]);
});

test('the newest reading of a dataset counts, whatever the order', () => {
  const old = { ...unread('guardrails', DENIED), readAt: '2026-11-19T08:00:00Z' };
  const readings = [reading('guardrails', [guardrail([])]), old, LOGGING];
  expect(judge(everyGuardrailPasses, readings)[0]?.status).toBe('pass');
});

test('an account with account-wide readings only is judged as a whole', () => {
  const readings = [reading('account-authorization', [], { region: ACCOUNT_SCOPE })];
  expect(judge(everyGuardrailPasses, readings).map(({ region }) => region)).toEqual(['global']);
});

test('a rule of accounts is judged once for each, whatever Regions were read', () => {
  const rule = defineRule({
    ...metadata,
    scope: 'account',
    needs: ['api-keys'],
    evaluate: (input) =>
      input.items('api-keys').map(({ credentialId: resource }) => ({
        resource,
        status: 'pass',
        reason: 'It exists.',
        evidence: [],
      })),
  });
  const wide = reading('api-keys', [], { region: ACCOUNT_SCOPE });
  const readings = [
    wide,
    reading('guardrails', []),
    reading('guardrails', [], { region: 'eu-west-1' }),
    { ...reading('guardrails', []), accountId: '999900001111' },
  ];
  const findings = judge(rule, readings);
  expect(findings.map(({ accountId, region, status }) => [accountId, region, status])).toEqual([
    [ACCOUNT, 'global', 'not-applicable'],
    ['999900001111', 'global', 'unknown'],
  ]);
});

describe('a dataset that not every account has', () => {
  const rule = defineRule({
    ...metadata,
    needs: ['guardrails', 'trails'],
    beside: ['trails'],
    evaluate: (input) => {
      const [one] = input.items('guardrails');
      const reason = `${input.items('trails').length} trails`;
      return one === undefined
        ? { nothing: 'no guardrail' }
        : [{ resource: one.name, status: 'pass', reason, evidence: [] }];
    },
  });
  const statuses = (readings: readonly DatasetReading[]) =>
    judge(rule, readings).map(({ status, reason }) => [status, reason]);
  const first = reading('guardrails', [guardrail([])]);

  test('the rest is judged where AWS does not offer it', () => {
    const readings = [first, unread('trails', { status: 'unavailable', reason: 'not here' })];
    expect(statuses(readings)).toEqual([['pass', '0 trails']]);
  });

  test('an unknown stands beside the rest where it was denied, or never read', () => {
    const unknown = ['unknown', expect.stringContaining('trails could not be read')];
    expect(statuses([first, unread('trails', DENIED)])).toEqual([['pass', '0 trails'], unknown]);
    expect(statuses([first])).toEqual([['pass', '0 trails'], unknown]);
    expect(statuses([reading('guardrails', []), unread('trails', DENIED)])).toEqual([unknown]);
  });
});

test('reading a dataset that is not needed does not compile', () => {
  const rule = defineRule({
    ...metadata,
    needs: ['guardrails'],
    evaluate: (input) => {
      // @ts-expect-error trails is not among the needs
      const trails = input.items('trails');
      return { nothing: `${trails.length}` };
    },
  });
  expect(() => judge(rule, [reading('guardrails', [])])).toThrow('trails');
});

describe('all rules', () => {
  test('have all their metadata', () => {
    for (const rule of RULES) {
      expect(rule.references.length, rule.id).toBeGreaterThan(0);
      expect(rule.frameworks.length, rule.id).toBeGreaterThan(2);
      expect(rule.references.every((url) => url.startsWith('https://docs.aws.amazon.com/'))).toBe(
        true,
      );
      const texts = [rule.title, rule.rationale, ...Object.values(rule.remediation)];
      expect(
        texts.every((text) => text.length > 20),
        rule.id,
      ).toBe(true);
    }
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });

  test('are unknown, naming the permission, when everything is denied', () => {
    const datasets = new Set(RULES.flatMap((rule) => rule.needs));
    const readings = [...datasets].flatMap((dataset) =>
      [REGION, 'global'].map((region) => ({ ...unread(dataset, DENIED), region })),
    );
    const snapshot = { scanId: 's', takenAt: '2026-11-20T08:00:00Z', readings };
    const findings = evaluateRules(RULES, snapshot, CONTEXT);
    expect(findings.map(({ ruleId, status }) => [ruleId, status])).toEqual(
      RULES.map((rule) => [rule.id, 'unknown']),
    );
    expect(findings.every(({ missing }) => missing.every(({ action }) => action !== null))).toBe(
      true,
    );
  });

  test('give every finding its own id', () => {
    const usage = [observed(), observed({ modelId: 'us.test.model' })];
    const readings = [
      LOGGING,
      reading('observed-usage', usage),
      reading('guardrails', [guardrail([]), guardrail([], 'other')]),
      reading('inference-profiles', []),
      reading('foundation-models', []),
      reading('trails', []),
    ];
    const snapshot = { scanId: 's', takenAt: '2026-11-20T08:00:00Z', readings };
    const ids = evaluateRules(RULES, snapshot, CONTEXT).map((finding) => finding.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(RULES.length);
  });
});
