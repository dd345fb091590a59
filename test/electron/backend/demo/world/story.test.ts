import { describe, expect, test } from 'vitest';
import type { WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';
import { allEvents, placeAndModel, places, sumBy, world } from './test-world.ts';

const PLATFORM = '222233334444';
const SANDBOX = '666677778888';
const calls = world.invocations;

const dayOf = (call: WorldInvocation) => new Date(call.time).toISOString().slice(0, 10);
const callerName = (call: WorldInvocation) => call.caller.arn.split('/').at(-1) ?? '';
const written = (call: WorldInvocation) => call.cacheWrite5mTokens + call.cacheWrite1hTokens;

describe('traffic', () => {
  test('is about 45,000 to 60,000 calls of about 25 models by about 30 principals', () => {
    expect(calls.length).toBeGreaterThan(45_000);
    expect(calls.length).toBeLessThan(60_000);
    expect(new Set(calls.map((call) => call.modelId)).size).toBeGreaterThan(25);
    expect(new Set(calls.map((call) => call.caller.arn)).size).toBeGreaterThan(25);
  });

  test('is lower at weekends and grows', () => {
    const byDay = sumBy(calls, dayOf, () => 1);
    expect(byDay.get('2026-11-14') ?? 0).toBeLessThan((byDay.get('2026-11-12') ?? 0) / 2);
    const weekFrom = (days: readonly string[]) =>
      days.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0);
    const early = weekFrom(['2026-08-24', '2026-08-25', '2026-08-26', '2026-08-27', '2026-08-28']);
    const late = weekFrom(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']);
    expect(late).toBeGreaterThan(early);
  });

  test.each([
    ['Converse', (call: WorldInvocation) => call.operation === 'Converse'],
    ['ConverseStream', (call: WorldInvocation) => call.operation === 'ConverseStream'],
    ['InvokeModel', (call: WorldInvocation) => call.operation === 'InvokeModel'],
    [
      'a streamed vendor body',
      (call: WorldInvocation) => call.operation.endsWith('ResponseStream'),
    ],
    ['re-routing', (call: WorldInvocation) => call.inferenceRegion !== null],
    ['API keys', (call: WorldInvocation) => call.bearerToken],
    ['VPC endpoints', (call: WorldInvocation) => call.vpcEndpointId !== null],
    ['the flex tier', (call: WorldInvocation) => call.serviceTier === 'flex'],
    ['the priority tier', (call: WorldInvocation) => call.serviceTier === 'priority'],
    ['guardrail interventions', (call: WorldInvocation) => call.guardrail?.intervened === true],
    ['throttling', (call: WorldInvocation) => call.errorCode === 'ThrottlingException'],
    ['denials', (call: WorldInvocation) => call.errorCode === 'AccessDeniedException'],
    ['server errors', (call: WorldInvocation) => call.errorCode === 'ServiceUnavailableException'],
    ['request metadata', (call: WorldInvocation) => call.requestMetadata?.team !== undefined],
    ['one-hour cache writes', (call: WorldInvocation) => call.cacheWrite1hTokens > 0],
    ['application profiles', (call: WorldInvocation) => call.modelId.includes('application-')],
  ])('has %s, and not only that', (_, matches) => {
    const share = calls.filter(matches).length / calls.length;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.7);
  });

  test('never comes from the root user of another account than the sandbox', () => {
    const root = calls.filter(({ caller }) => caller.kind === 'Root');
    expect(root.map(({ accountId }) => accountId)).toEqual([SANDBOX, SANDBOX]);
  });

  test('names a caller of the account that is called', () => {
    expect(calls.filter(({ caller, accountId }) => caller.accountId !== accountId)).toEqual([]);
  });

  test('has no tokens where a call failed', () => {
    const failed = calls.filter((call) => call.errorCode !== null);
    const tokens = failed.map((call) => call.inputTokens + call.outputTokens + written(call));
    expect(new Set(tokens)).toEqual(new Set([0]));
  });
});

describe('the runaway cache night', () => {
  const byDay = sumBy(
    calls.filter((call) => callerName(call) === 'batch-etl'),
    dayOf,
    written,
  );

  test('writes about nine times what batch-etl writes otherwise, on one day only', () => {
    const [most, ...others] = [...byDay.values()].sort((a, b) => b - a);
    const usual = others.reduce((sum, value) => sum + value, 0) / others.length;
    expect(byDay.get('2026-11-11')).toBe(most);
    expect((most ?? 0) / usual).toBeGreaterThan(7);
    expect((most ?? 0) / usual).toBeLessThan(13);
    expect(others[0] ?? 0).toBeLessThan(usual * 3);
  });
});

describe('the stolen key', () => {
  const stolen = calls.filter((call) => callerName(call) === 'ci-deploy-bot');
  const acts = allEvents().filter((event) => event.sourceIPAddress === '192.0.2.66');
  const names = (upTo: number) =>
    new Set(
      acts.filter(({ eventTime }) => Date.parse(eventTime) < upTo).map((act) => act.eventName),
    );

  test('is used on one day, from a network that nobody else uses', () => {
    expect(new Set(stolen.map(dayOf))).toEqual(new Set(['2026-11-07']));
    expect(new Set(stolen.map((call) => call.sourceIp))).toEqual(new Set(['192.0.2.66']));
    const others = calls.filter((call) => call.sourceIp === '192.0.2.66');
    expect(others).toHaveLength(stolen.length);
    expect(stolen.every((call) => call.caller.accessKeyId.startsWith('AKIA'))).toBe(true);
  });

  test('looks around before the first call, probes, then calls Opus in bursts', () => {
    const firstCall = stolen[0]?.time ?? 0;
    expect(names(firstCall)).toEqual(
      new Set([
        'ListFoundationModels',
        'ListInferenceProfiles',
        'GetModelInvocationLoggingConfiguration',
        'GetFoundationModelAvailability',
        'PutUseCaseForModelAccess',
      ]),
    );
    const firstAnswer = stolen.findIndex((call) => call.errorCode === null);
    const probes = stolen.slice(0, firstAnswer);
    expect(
      probes.filter((call) => call.errorCode === 'ValidationException').length,
    ).toBeGreaterThan(9);
    const answered = stolen.filter((call) => call.errorCode === null);
    expect(answered.length).toBeGreaterThan(300);
    expect(answered.every((call) => call.modelId.includes('opus'))).toBe(true);
  });
});

describe('configuration', () => {
  test('has logging off in three places with calls, and on from midway in one', () => {
    const off = places
      .filter((place) => !world.invocationLogging(place.accountId, place.region).enabled)
      .filter((place) =>
        calls.some((call) => call.region === place.region && call.accountId === place.accountId),
      )
      .map(({ accountId, region }) => `${accountId} ${region}`);
    expect(off).toEqual([
      '333344445555 us-west-2',
      `${SANDBOX} us-east-1`,
      `${SANDBOX} ap-southeast-2`,
    ]);
    const west = calls.filter((call) => call.accountId === PLATFORM && call.region === 'us-west-2');
    const switched = allEvents().find(
      ({ eventName }) => eventName === 'PutModelInvocationLoggingConfiguration',
    );
    const since = Date.parse(switched?.eventTime ?? '');
    expect(west.some((call) => call.time < since && call.errorCode === null)).toBe(true);
    const answered = west.filter((call) => call.errorCode !== 'AccessDeniedException');
    expect(answered.filter((call) => call.logged !== call.time >= since)).toEqual([]);
  });

  test('has an organisation trail, a stopped one and one of writes only', () => {
    const trails = world.accounts.map(({ name, accountId }) =>
      [
        name,
        ...world
          .trails(accountId)
          .map((trail) => `${trail.name} ${trail.logging} ${trail.managementEvents}`),
      ].join(', '),
    );
    expect(trails).toEqual([
      'management, acme-organization-trail true all',
      'platform-prod, acme-organization-trail true all',
      'data-science, acme-organization-trail true all, experiments-trail false all',
      'log-archive, acme-organization-trail true all',
      'support-eu, acme-organization-trail true all',
      'security-audit, acme-organization-trail true all',
      'shared-services, acme-organization-trail true all',
      'sandbox, sandbox-trail true write-only',
    ]);
  });

  test('has prompt-attack filters of every kind, drafts first and versions newest first', () => {
    const all = places.flatMap(({ accountId, region }) => world.guardrails(accountId, region));
    const attacks = all.map(([draft]) => {
      const filter = draft?.settings.contentPolicy?.filters.find(
        ({ type }) => type === 'PROMPT_ATTACK',
      );
      return `${draft?.name} ${filter === undefined ? 'absent' : `${filter.inputStrength} ${filter.inputAction}`}`;
    });
    expect(attacks).toEqual([
      'organisation-baseline HIGH BLOCK',
      'storefront HIGH BLOCK',
      'internal-tools MEDIUM BLOCK',
      'storefront-eu HIGH BLOCK',
      'experiments absent',
      'support NONE BLOCK',
      'support-mail HIGH NONE',
      'helpdesk-kb HIGH BLOCK',
      'hackathon LOW BLOCK',
    ]);
    expect(all[1]?.map(({ version }) => version)).toEqual(['DRAFT', '3', '2', '1']);
    expect(new Set(all.flatMap((versions) => versions.map((one) => one.guardrailArn))).size).toBe(
      all.length,
    );
  });

  test('applies only guardrails and versions that exist where they are applied', () => {
    const known = new Set(
      places.flatMap(({ accountId, region }) =>
        world
          .guardrails(accountId, region)
          .flat()
          .map(({ guardrailId, version }) => `${accountId} ${region} ${guardrailId} ${version}`),
      ),
    );
    const applied = calls.flatMap((call) =>
      call.guardrail === null
        ? []
        : [`${call.accountId} ${call.region} ${call.guardrail.id} ${call.guardrail.version}`],
    );
    expect([...new Set(applied)].filter((key) => !known.has(key))).toEqual([]);
    expect(applied.length).toBeGreaterThan(1_000);
  });

  test('has a model that is called and that nobody can price', () => {
    const models = new Set(calls.map(placeAndModel));
    expect(models).toContain(`${SANDBOX} ap-southeast-2 ozone.tasman-large-v1:0`);
    expect(models).toContain(`${SANDBOX} us-east-1 k3v9x2m7q1pd`);
  });
});
