import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allEvents, sumBy, world } from '../test-world.ts';
import { byDay, dimensionOf, type PlacedSeries, seriesOf, totalOf } from './world-series.ts';

const AGENTS = 'AWS/Bedrock/Agents';
const AGENTCORE = 'AWS/Bedrock-AgentCore';
const BY_ALIAS = ['Operation', 'AgentAliasArn', 'ModelId'];
const GATEWAY = ['Operation', 'Protocol', 'Method', 'Resource'];
const RUNTIME = ['Service', 'Resource', 'Name'];

const used = z.looseObject({
  eventName: z.string(),
  resources: z.array(z.object({ ARN: z.string() }).loose()),
  responseElements: z.object({ statusCode: z.number().optional() }).loose().nullable(),
});
const events = allEvents();
const eventsOf = (name: string) =>
  events.filter(({ eventName }) => eventName === name).map((event) => used.parse(event));
const byDimension = (series: readonly PlacedSeries[], name: string) =>
  sumBy(
    series,
    (one) => dimensionOf(one, name),
    (one) => totalOf([one]),
  );

test('agents are asked as often as CloudTrail says, by alias', () => {
  const told = byDimension(seriesOf(AGENTS, 'InvocationCount', BY_ALIAS), 'AgentAliasArn');
  expect(told.size).toBeGreaterThan(0);
  expect(told).toEqual(
    sumBy(
      eventsOf('InvokeAgent'),
      ({ resources }) => resources[0]?.ARN ?? '',
      () => 1,
    ),
  );
});

test('the alias and its model are those of an agent', () => {
  for (const series of seriesOf(AGENTS, 'InvocationCount', BY_ALIAS)) {
    const { accountId, region } = series.place;
    const [, agentId, aliasId] = dimensionOf(series, 'AgentAliasArn').split('/');
    const agent = world.agents(accountId, region).find((one) => one.agentId === agentId);
    expect(JSON.stringify(agent?.aliases)).toContain(aliasId);
    expect(JSON.stringify(agent?.versions)).toContain(dimensionOf(series, 'ModelId'));
  }
});

test.each(['InvocationCount', 'ModelInvocationCount', 'InputTokenCount', 'OutputTokenCount'])(
  '%s adds up to the same by alias, by model and in all',
  (metricName) => {
    const whole = totalOf(seriesOf(AGENTS, metricName, ['Operation']));
    expect(whole).toBeGreaterThan(100);
    expect(totalOf(seriesOf(AGENTS, metricName, ['Operation', 'ModelId']))).toBe(whole);
    expect(totalOf(seriesOf(AGENTS, metricName, BY_ALIAS))).toBe(whole);
  },
);

test('an agent calls its model two to five times when it is asked', () => {
  const asked = totalOf(seriesOf(AGENTS, 'InvocationCount', BY_ALIAS));
  const calls = totalOf(seriesOf(AGENTS, 'ModelInvocationCount', BY_ALIAS));
  expect(calls).toBeGreaterThan(2 * asked);
  expect(calls).toBeLessThan(5 * asked);
});

describe('the model calls of an agent', () => {
  const called = world.invocations.filter(({ caller }) => /ForAgents_/.test(caller.arn));

  test('are those that its metrics count, with the same tokens', () => {
    const whole = (name: string) => totalOf(seriesOf(AGENTS, name, ['Operation']));
    expect(called.length).toBe(whole('ModelInvocationCount'));
    const sum = (of: (call: (typeof called)[number]) => number) =>
      called.reduce((total, call) => total + of(call), 0);
    expect(sum(({ inputTokens }) => inputTokens)).toBe(whole('InputTokenCount'));
    expect(sum(({ outputTokens }) => outputTokens)).toBe(whole('OutputTokenCount'));
  });

  test('come from Bedrock in the role that the agent names, and IAM knows of its last', () => {
    const settings = JSON.stringify(world.agents('222233334444', 'us-east-1'));
    const [arn = ''] = new Set(called.map(({ caller }) => caller.arn));
    expect(settings).toContain(`"agentResourceRoleArn":"${arn}"`);
    const ids = new Set(called.map(({ requestId }) => requestId));
    const own = events.filter(({ requestID }) => ids.has(String(requestID)));
    expect(own).toHaveLength(called.length);
    for (const { userIdentity, eventName } of own) {
      expect(eventName).toBe('InvokeModel');
      expect(userIdentity).toMatchObject({ invokedBy: 'bedrock.amazonaws.com' });
    }
    const role = world.accounts
      .flatMap(({ authorization }) => authorization.identities)
      .find((identity) => identity.arn === arn);
    const last = Math.max(...called.map(({ time }) => time));
    expect(Date.parse(role?.lastUsed?.at ?? '')).toBe(last);
  });

  test('are on the bill under the session of that role', () => {
    const principals = new Set(world.billLines().map(({ principal }) => principal));
    const [arn = ''] = [...principals].filter((principal) => /ForAgents_/.test(principal));
    expect(arn).toMatch(
      /^arn:aws:sts::222233334444:assumed-role\/[^/]+\/BedrockAgents-[A-Z0-9]{10}$/,
    );
  });
});

test('gateways are called as often as CloudTrail says, and refuse whom it says', () => {
  const calls = eventsOf('InvokeGateway');
  const arnOf = ({ resources }: (typeof calls)[number]) => resources[0]?.ARN ?? '';
  expect(byDimension(seriesOf(AGENTCORE, 'Invocations', GATEWAY), 'Resource')).toEqual(
    sumBy(calls, arnOf, () => 1),
  );
  const refused = calls.filter(({ responseElements }) => responseElements?.statusCode === 401);
  expect(refused).toHaveLength(1);
  expect(byDimension(seriesOf(AGENTCORE, 'UserErrors', GATEWAY), 'Resource')).toEqual(
    sumBy(refused, arnOf, () => 1),
  );
});

test('runtimes, their endpoints and gateways exist', () => {
  for (const series of seriesOf(AGENTCORE, 'Invocations', RUNTIME)) {
    const { accountId, region } = series.place;
    const runtime = world
      .agentCoreRuntimes(accountId, region)
      .find(({ agentRuntimeArn }) => agentRuntimeArn === dimensionOf(series, 'Resource'));
    const [name, endpoint] = dimensionOf(series, 'Name').split('::');
    expect(runtime?.agentRuntimeName).toBe(name);
    expect(JSON.stringify(runtime?.endpoints)).toContain(`"${endpoint}"`);
  }
  for (const series of seriesOf(AGENTCORE, 'Invocations', GATEWAY)) {
    const { accountId, region } = series.place;
    const gateways = JSON.stringify(world.agentCoreGateways(accountId, region));
    expect(gateways).toContain(dimensionOf(series, 'Resource'));
  }
});

test.each([
  ['CPUUsed-vCPUHours', 'vCPU'],
  ['MemoryUsed-GBHours', 'Memory'],
])('%s of a day is what the bill charges', (metricName, usageType) => {
  const days = byDay(seriesOf(AGENTCORE, metricName, ['Service', 'Resource']), '2026-11-19');
  const billed = world
    .billLines()
    .filter((line) => line.usageType.endsWith(`Runtime:Consumption-based:${usageType}`))
    .filter(({ day }) => day < '2026-11-19');
  expect(billed.length).toBeGreaterThan(60);
  for (const { day, quantity } of billed) expect(days.get(day)).toBeCloseTo(Number(quantity), 6);
});

test('runtimes have sessions with calls in them, of which some fail', () => {
  const sum = (name: string) => totalOf(seriesOf(AGENTCORE, name, RUNTIME));
  expect(sum('Session Count')).toBeGreaterThan(1_000);
  expect(sum('Invocations')).toBe(3 * sum('Session Count'));
  expect(sum('User Errors')).toBeGreaterThan(10);
});
