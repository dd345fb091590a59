import { expect, test } from 'vitest';
import { z } from 'zod';
import { guardrailTrace } from '../../../../../../electron/backend/demo/world/guardrail-trace.ts';
import { allEvents, sumBy, world } from '../test-world.ts';
import { byDay, dimensionOf, seriesOf, totalOf } from './world-series.ts';

const NAMESPACE = 'AWS/Bedrock/Guardrails';
const BY_VERSION = ['GuardrailArn', 'GuardrailVersion'];
/** The policies that take text units, by their name in a trace. */
const POLICIES = {
  contentPolicyUnits: 'ContentPolicy',
  topicPolicyUnits: 'TopicPolicy',
  wordPolicyUnits: 'WordPolicy',
  sensitiveInformationPolicyUnits: 'SensitiveInformationPolicy',
  contextualGroundingPolicyUnits: 'ContextualGroundingPolicy',
} as const;

const assessment = z.object({
  invocationMetrics: z.object({ usage: z.record(z.string(), z.number()) }),
});
const guarded = world.invocations.flatMap((call) => {
  const trace = guardrailTrace(call);
  if (trace === null) return [];
  const [found] = Object.values(trace.inputAssessment);
  return [{ call, usage: assessment.parse(found).invocationMetrics.usage }];
});
const applied = allEvents().filter(({ eventName }) => eventName === 'ApplyGuardrail');
const appliedSchema = z.looseObject({
  requestParameters: z.object({ guardrailVersion: z.string() }).loose(),
  responseElements: z.object({ action: z.string() }).loose(),
  resources: z.array(z.object({ ARN: z.string() }).loose()),
});

test('invocations are the guarded calls and the applied guardrails, by version', () => {
  const keys = [
    ...guarded.map(({ call }) => {
      const { accountId, region, guardrail } = call;
      return `arn:aws:bedrock:${region}:${accountId}:guardrail/${guardrail?.id} ${guardrail?.version}`;
    }),
    ...applied.map((event) => {
      const { requestParameters, resources } = appliedSchema.parse(event);
      return `${resources[0]?.ARN} ${requestParameters.guardrailVersion}`;
    }),
  ];
  expect(applied.length).toBeGreaterThan(50);
  const told = sumBy(
    seriesOf(NAMESPACE, 'Invocations', BY_VERSION),
    (series) => `${dimensionOf(series, 'GuardrailArn')} ${dimensionOf(series, 'GuardrailVersion')}`,
    (series) => totalOf([series]),
  );
  expect(told).toEqual(
    sumBy(
      keys,
      (key) => key,
      () => 1,
    ),
  );
});

test('the guardrails exist in their versions', () => {
  for (const series of seriesOf(NAMESPACE, 'Invocations', BY_VERSION)) {
    const { accountId, region } = series.place;
    const arn = dimensionOf(series, 'GuardrailArn');
    const version = dimensionOf(series, 'GuardrailVersion');
    const versions = world.guardrails(accountId, region).flat();
    expect(versions.filter((one) => one.guardrailArn === arn).map((one) => one.version)).toContain(
      version,
    );
  }
});

test.each([[BY_VERSION], [['Operation']], [['GuardrailContentSource']], [['GuardrailPolicyType']]])(
  'interventions are those of calls and of applied guardrails, by %j',
  (dimensions) => {
    const blocked = applied.filter(
      (event) => appliedSchema.parse(event).responseElements.action === 'GUARDRAIL_INTERVENED',
    );
    expect(blocked.length).toBeGreaterThan(0);
    expect(totalOf(seriesOf(NAMESPACE, 'InvocationsIntervened', dimensions))).toBe(
      blocked.length + guarded.filter(({ call }) => call.guardrail?.intervened === true).length,
    );
  },
);

test('text units by policy are those of the traces, and one to three of each applied text', () => {
  for (const [inTrace, policy] of Object.entries(POLICIES)) {
    const ofCalls = guarded.reduce((sum, { usage }) => sum + (usage[inTrace] ?? 0), 0);
    const series = seriesOf(NAMESPACE, 'TextUnitCount', ['GuardrailPolicyType']).filter(
      (one) => dimensionOf(one, 'GuardrailPolicyType') === policy,
    );
    const rest = totalOf(series) - ofCalls;
    if (policy === 'ContextualGroundingPolicy') {
      expect([ofCalls, rest]).toEqual([0, 0]);
      continue;
    }
    expect(rest).toBeGreaterThan(applied.length);
    expect(rest).toBeLessThanOrEqual(applied.length * 3);
  }
});

test('text units add up to the same by version, by policy and in all', () => {
  const sum = (dimensions: readonly string[]) =>
    totalOf(seriesOf(NAMESPACE, 'TextUnitCount', dimensions));
  expect(sum(BY_VERSION)).toBe(sum(['GuardrailPolicyType']));
  expect(sum(BY_VERSION)).toBe(sum(['Operation']));
});

test('the bill charges the content policy for as many text units', () => {
  const lines = world
    .billLines()
    .filter(({ usageType }) => usageType.includes('Guardrail-ContentPolicy'))
    .filter(({ day }) => day < '2026-11-19');
  const units = seriesOf(NAMESPACE, 'TextUnitCount', ['GuardrailPolicyType']).filter(
    (one) => dimensionOf(one, 'GuardrailPolicyType') === 'ContentPolicy',
  );
  const billed = sumBy(
    lines,
    ({ day }) => day,
    ({ quantity }) => Math.round(Number(quantity) * 1_000),
  );
  expect(billed.size).toBeGreaterThan(60);
  expect(byDay(units, '2026-11-19')).toEqual(billed);
});
